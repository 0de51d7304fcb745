//! The case key from one grant.

use amparo_store::{AccountId, CaseId, Epoch, Sealed};
use amparo_vault::{CaseKey, GroupKey};

use super::rows;
use crate::foundation::{Act, Refusal};
use crate::register;

/// The case key from one grant: by the quick wrap that a member of the group left, or by the grant
/// itself, whose granter must be in the register.
pub(super) fn case_key(
    act: &mut Act<'_>,
    grant: &rows::Grant,
    group: &GroupKey,
    case: CaseId,
    at: Epoch,
) -> Result<CaseKey, Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let (case, epoch) = (case.as_bytes(), at.get());
    if let Some(quick) = &grant.quick {
        return Ok(CaseKey::open_quick(
            quick.as_slice(),
            group,
            organisation,
            case,
            epoch,
        )?);
    }
    let offered = CaseKey::open_grant(grant.sealed.as_slice(), group, organisation, case, epoch)?;
    // She may have left since; what she granted in her time stands.
    let granter = register::author(act, AccountId::from_bytes(offered.granter()))?;
    let key = offered.verify(&granter)?;
    // The next member of the group need not open the public-key seal again.
    let quick = Sealed::new(key.quick(group, organisation, act.rng())?)?;
    let id = CaseId::from_bytes(case);
    let to = grant.group;
    act.afterwards(Box::new(move |db| {
        rows::set_quick(db, id, to, at, quick.clone())
    }));
    Ok(key)
}
