//! The table `mails`.

use amparo_store::schema::mails;
use amparo_store::{AnyConnection, MailId, Sealed};
use diesel::prelude::*;

use crate::foundation::Refusal;

pub(super) fn insert(db: &mut AnyConnection, id: MailId, sealed: Sealed) -> Result<(), Refusal> {
    diesel::insert_into(mails::table)
        .values((
            mails::id.eq(id),
            mails::sealed.eq(sealed),
            mails::attempts.eq(0),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn find(db: &mut AnyConnection, id: MailId) -> Result<Option<(Sealed, i32)>, Refusal> {
    Ok(mails::table
        .find(id)
        .select((mails::sealed, mails::attempts))
        .first(db)
        .optional()?)
}

pub(super) fn count_try(db: &mut AnyConnection, id: MailId) -> Result<(), Refusal> {
    diesel::update(mails::table.find(id))
        .set(mails::attempts.eq(mails::attempts + 1))
        .execute(db)?;
    Ok(())
}

pub(super) fn delete(db: &mut AnyConnection, id: MailId) -> Result<(), Refusal> {
    diesel::delete(mails::table.find(id)).execute(db)?;
    Ok(())
}
