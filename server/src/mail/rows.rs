//! The table `mails`.

use amparo_store::schema::mails;
use amparo_store::{AnyConnection, MailId, Sealed};
use diesel::prelude::*;

use crate::foundation::Refusal;

pub(super) fn insert(db: &mut AnyConnection, id: MailId, sealed: Sealed) -> Result<(), Refusal> {
    diesel::insert_into(mails::table)
        .values((mails::id.eq(id), mails::sealed.eq(sealed)))
        .execute(db)?;
    Ok(())
}

pub(super) fn find(db: &mut AnyConnection, id: MailId) -> Result<Option<Sealed>, Refusal> {
    Ok(mails::table
        .find(id)
        .select(mails::sealed)
        .first(db)
        .optional()?)
}

pub(super) fn delete(db: &mut AnyConnection, id: MailId) -> Result<(), Refusal> {
    diesel::delete(mails::table.find(id)).execute(db)?;
    Ok(())
}
