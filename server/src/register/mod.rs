//! Which public key is right.
//!
//! Each organisation has a root key; its public half is pinned in every member's keyring. Key
//! administrators, certified by the root, sign entries: members, groups and their epochs, partner
//! organisations. Invariants: nothing is sealed to a key that did not come out of a checked entry
//! (`VerifiedKey`); the register is sealed to the organisation's members, except the public keys
//! of inbox, queue and auditors, which others need and which are published with their signature;
//! the rows of the register do not say in clear whom or what they are about. The register is one
//! object: what the newest manifest does not name, by version and hash, does not exist; only the
//! newest key of everyone opens it; its number is remembered outside the rows, on keyrings and in
//! the marks. Who left signs nothing more: the manifest names her. Deliberately absent: ledger
//! lines. This room lies below the ledger, so its callers note.

use amparo_store::{OrganisationId, Position, Revision, Sealed};
use amparo_vault::{Context, Kind, Padding};

use crate::foundation::{Act, Refusal, RowKind};

mod announce;
mod begun;
mod entries;
mod heard;
mod manifest;
mod model;
mod opened;
mod published;
mod renew;
mod rows;
mod signing;
mod takeover;

pub use begun::{Beginning, Begun, begin, begun, drop_old_seals};
pub use entries::{
    author, colleague, entry, group, groups, partner_root, put, put_as, signed_entry,
    standing_group,
};
pub use heard::{Head, Heads, Heard, heard_of, pin_heard, remember};
pub use manifest::{opens, own_head, pin};
pub use model::{NewOrganisation, Organisation, OrganisationKind, OrganisationProfile};
pub use published::{published_key, published_key_under, still_signs};
pub use renew::{reseal_for, revoke};
pub use signing::Signer;
pub use takeover::take_over;

/// Founds an organisation: its row, sealed under the instance key.
pub fn found(
    act: &mut Act<'_>,
    id: OrganisationId,
    profile: &OrganisationProfile,
) -> Result<(), Refusal> {
    let row = NewOrganisation {
        id,
        sealed: seal(act, id, Revision::FIRST, profile)?,
        changes: Position::NONE,
        created_on: act.now.to_day(),
        revision: Revision::FIRST,
    };
    rows::insert_organisation(act.db(), &row)
}

/// One organisation that takes part, or `NotFound`.
pub fn organisation(act: &mut Act<'_>, id: OrganisationId) -> Result<Organisation, Refusal> {
    let row = rows::organisation(act.db(), id)?.ok_or(Refusal::NotFound)?;
    open(act, row)
}

/// Every organisation that takes part, by name.
pub fn organisations(act: &mut Act<'_>) -> Result<Vec<Organisation>, Refusal> {
    let rows = rows::organisations(act.db())?;
    let mut all = rows
        .into_iter()
        .map(|row| open(act, row))
        .collect::<Result<Vec<_>, _>>()?;
    all.sort_by(|a, b| a.profile.name.cmp(&b.profile.name).then(a.id.cmp(&b.id)));
    Ok(all)
}

fn context(id: OrganisationId, revision: Revision) -> Context {
    Context::of(Kind::Organisation, id.as_bytes(), id.as_bytes()).version(revision.get())
}

fn seal(
    act: &mut Act<'_>,
    id: OrganisationId,
    revision: Revision,
    profile: &OrganisationProfile,
) -> Result<Sealed, Refusal> {
    let plain = serde_json::to_vec(profile)?;
    let (app, context) = (act.app(), context(id, revision));
    let sealed = app
        .instance
        .seal(&context, &plain, Padding::Record, act.rng())?;
    Ok(Sealed::new(sealed)?)
}

fn open(act: &mut Act<'_>, row: rows::OrganisationRow) -> Result<Organisation, Refusal> {
    let (id, revision) = (row.id, row.revision);
    let place = (RowKind::Organisation, id.as_bytes(), [0; 16]);
    act.saw(place, revision.get())?;
    let plain = act
        .app()
        .instance
        .open(&context(id, revision), row.sealed.as_slice())?;
    let profile = serde_json::from_slice(plain.expose())?;
    Ok(Organisation {
        id,
        profile,
        revision,
    })
}

/// Writes a changed profile.
fn save(act: &mut Act<'_>, changed: &Organisation) -> Result<(), Refusal> {
    let next = changed.revision.next();
    let sealed = seal(act, changed.id, next, &changed.profile)?;
    rows::update_organisation(act.db(), changed.id, changed.revision, next, sealed)
}

/// The next number on the organisation's counter of changed cards. Call it last in an act: the
/// row stays locked until the act is committed.
pub fn next_change(act: &mut Act<'_>, id: OrganisationId) -> Result<Position, Refusal> {
    rows::next_change(act.db(), id)
}

/// The number of the newest change of a card in an organisation.
pub fn newest_change(act: &mut Act<'_>, id: OrganisationId) -> Result<Position, Refusal> {
    rows::newest_change(act.db(), id)
}
