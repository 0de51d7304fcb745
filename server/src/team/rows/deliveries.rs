//! The table `deliveries`.

use amparo_store::schema::deliveries;
use amparo_store::{AnyConnection, DeliveryId, Digest, Sealed};
use diesel::prelude::*;

use crate::foundation::Refusal;

pub(in crate::team) fn insert_delivery(
    db: &mut AnyConnection,
    id: DeliveryId,
    lookup: Digest,
    sealed: Sealed,
) -> Result<(), Refusal> {
    diesel::insert_into(deliveries::table)
        .values((
            deliveries::id.eq(id),
            deliveries::lookup.eq(lookup),
            deliveries::sealed.eq(sealed),
        ))
        .execute(db)?;
    Ok(())
}

pub(in crate::team) fn deliveries(
    db: &mut AnyConnection,
    lookup: Digest,
) -> Result<Vec<(DeliveryId, Sealed)>, Refusal> {
    Ok(deliveries::table
        .filter(deliveries::lookup.eq(lookup))
        .select((deliveries::id, deliveries::sealed))
        .load(db)?)
}

pub(in crate::team) fn delete_delivery(
    db: &mut AnyConnection,
    id: DeliveryId,
) -> Result<(), Refusal> {
    diesel::delete(deliveries::table.find(id)).execute(db)?;
    Ok(())
}

pub(in crate::team) fn delete_deliveries(
    db: &mut AnyConnection,
    lookup: Digest,
) -> Result<(), Refusal> {
    diesel::delete(deliveries::table.filter(deliveries::lookup.eq(lookup))).execute(db)?;
    Ok(())
}
