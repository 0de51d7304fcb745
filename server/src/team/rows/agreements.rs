//! The table `agreements`.

use amparo_store::schema::agreements;
use amparo_store::{AnyConnection, Day, OrganisationId, one_row};
use diesel::prelude::*;

use crate::foundation::{Broken, Refusal};

/// `None`: no agreement. `Some(None)`: one without an end.
pub(in crate::team) fn agreement(
    db: &mut AnyConnection,
    sender: OrganisationId,
    receiver: OrganisationId,
) -> Result<Option<Option<Day>>, Refusal> {
    Ok(agreements::table
        .find((sender, receiver))
        .select(agreements::valid_until)
        .first(db)
        .optional()?)
}

pub(in crate::team) fn put_agreement(
    db: &mut AnyConnection,
    sender: OrganisationId,
    receiver: OrganisationId,
    agreement: Option<Option<Day>>,
) -> Result<(), Refusal> {
    diesel::delete(agreements::table.find((sender, receiver))).execute(db)?;
    if let Some(until) = agreement {
        let changed = diesel::insert_into(agreements::table)
            .values((
                agreements::sender_id.eq(sender),
                agreements::receiver_id.eq(receiver),
                agreements::valid_until.eq(until),
            ))
            .execute(db)?;
        one_row(changed).map_err(|_| Broken::bug("an agreement was not kept"))?;
    }
    Ok(())
}
