//! Publishing the keys that somebody outside a group must seal to.

use amparo_store::{Epoch, GroupId, OrganisationId, Sealed};
use amparo_vault::{Context, Entry, GroupPurpose, Kind, Padding, VerifiedManifest, sign_entry};

use super::rows;
use super::signing::Signer;
use crate::foundation::{Act, Refusal, RowKind};

/// Where a published key lies.
pub(super) fn context(of: OrganisationId, group: GroupId, epoch: Epoch) -> Context {
    Context::of(Kind::RegisterEntry, of.as_bytes(), group.as_bytes()).version(epoch.get().into())
}

/// Publishes the keys that others must seal to, as a manifest lists them and with its number, so
/// that none of them can be put back without the others.
pub(super) fn publish(
    act: &mut Act<'_>,
    signer: &Signer<'_>,
    standing: &VerifiedManifest,
) -> Result<(), Refusal> {
    let of = signer.organisation;
    let manifest = standing.manifest();
    for listed in manifest.entries.iter().filter_map(|it| it.group.as_ref()) {
        if !is_public(listed.purpose) {
            continue;
        }
        let entry = Entry::Published {
            group: listed.key.clone(),
            purpose: listed.purpose,
            number: manifest.number,
            manifest: standing.hash(),
            revoked: manifest.revoked.clone(),
        };
        let statement = sign_entry(
            signer.certificate,
            signer.identity,
            of.as_bytes(),
            listed.key.id,
            manifest.number,
            &entry,
        )?;
        let id = GroupId::from_bytes(listed.key.id);
        let epoch = listed.key.epoch.try_into()?;
        let app = act.app();
        let sealed = app.instance.seal(
            &context(of, id, epoch),
            &statement,
            Padding::Record,
            act.rng(),
        )?;
        let sealed = Sealed::new(sealed)?;
        rows::publish(act.db(), of, listed.purpose.as_str(), id, epoch, sealed)?;
    }
    act.saw(
        (RowKind::Published, of.as_bytes(), [0; 16]),
        manifest.number,
    )
}

fn is_public(purpose: GroupPurpose) -> bool {
    matches!(
        purpose,
        GroupPurpose::Inbox | GroupPurpose::Queue | GroupPurpose::Auditors
    )
}
