//! The table `invitations`.

use amparo_store::schema::invitations;
use amparo_store::{AnyConnection, Day, Digest, InvitationId, OrganisationId, Sealed};
use diesel::prelude::*;

use crate::foundation::Refusal;

pub(in crate::team) fn insert_invitation(
    db: &mut AnyConnection,
    id: InvitationId,
    organisation: OrganisationId,
    lookup: Digest,
    sealed: Sealed,
    expires_on: Day,
) -> Result<(), Refusal> {
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(id),
            invitations::organisation_id.eq(organisation),
            invitations::lookup.eq(lookup),
            invitations::sealed.eq(sealed),
            invitations::expires_on.eq(expires_on),
        ))
        .execute(db)?;
    Ok(())
}

pub(in crate::team) fn invitations(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    today: Day,
) -> Result<Vec<(InvitationId, Sealed, Day)>, Refusal> {
    Ok(invitations::table
        .filter(invitations::organisation_id.eq(organisation))
        .filter(invitations::expires_on.ge(today))
        .order((invitations::expires_on, invitations::id))
        .select((
            invitations::id,
            invitations::sealed,
            invitations::expires_on,
        ))
        .load(db)?)
}

pub(in crate::team) fn invitation(
    db: &mut AnyConnection,
    lookup: Digest,
    today: Day,
) -> Result<Option<(InvitationId, OrganisationId, Sealed)>, Refusal> {
    Ok(invitations::table
        .filter(invitations::lookup.eq(lookup))
        .filter(invitations::expires_on.ge(today))
        .select((
            invitations::id,
            invitations::organisation_id,
            invitations::sealed,
        ))
        .first(db)
        .optional()?)
}

pub(in crate::team) fn delete_invitation(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    id: InvitationId,
) -> Result<usize, Refusal> {
    Ok(diesel::delete(invitations::table.find(id))
        .filter(invitations::organisation_id.eq(organisation))
        .execute(db)?)
}

pub(in crate::team) fn delete_invitations_before(
    db: &mut AnyConnection,
    expired: Day,
) -> Result<(), Refusal> {
    diesel::delete(invitations::table.filter(invitations::expires_on.lt(expired))).execute(db)?;
    Ok(())
}
