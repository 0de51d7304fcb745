//! The table `replies`.

use amparo_store::schema::replies;
use amparo_store::{AnyConnection, Day, Digest, Sealed};
use diesel::prelude::*;

use crate::foundation::Refusal;

pub(super) fn find(
    db: &mut AnyConnection,
    tag: Digest,
) -> Result<Option<(Digest, Sealed)>, Refusal> {
    Ok(replies::table
        .find(tag)
        .select((replies::request, replies::sealed))
        .first(db)
        .optional()?)
}

pub(super) fn delete_before(db: &mut AnyConnection, day: Day) -> Result<(), Refusal> {
    diesel::delete(replies::table.filter(replies::created_on.lt(day))).execute(db)?;
    Ok(())
}

pub(super) fn insert(
    db: &mut AnyConnection,
    tag: Digest,
    request: Digest,
    sealed: Sealed,
    today: Day,
) -> Result<(), Refusal> {
    diesel::insert_into(replies::table)
        .values((
            replies::tag.eq(tag),
            replies::request.eq(request),
            replies::sealed.eq(sealed),
            replies::created_on.eq(today),
        ))
        .execute(db)?;
    Ok(())
}
