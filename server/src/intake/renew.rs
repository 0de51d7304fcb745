//! Calls that wait under a former key of the queue, because somebody left it since.

use amparo_store::IntakeId;
use amparo_vault::GroupPurpose;

use super::model::IntakeState;
use super::{rows, triage};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::register;
use crate::rights::{Object, Right};

/// Calls in the queue, waiting or taken, that lie under a former key of it.
pub fn behind(act: &mut Act<'_>) -> Result<Vec<IntakeId>, Refusal> {
    act.needs(Right::Rekey, Object::Team)?;
    let queue = register::standing_group(act, GroupPurpose::Queue)?;
    let newest = register::group(act, queue)?.group().map(|(_, epoch)| epoch);
    let mut behind = Vec::new();
    for state in [IntakeState::Waiting, IntakeState::Taken] {
        let rows = rows::of_group(act.db(), queue, state)?;
        let former = rows
            .iter()
            .filter(|row| Some(row.group_epoch.get()) < newest);
        behind.extend(former.map(|row| row.id));
    }
    Ok(behind)
}

/// Seals one of them to the newest key: what was said, with its writer's signature, and what was
/// done with it.
pub fn renew(act: &mut Act<'_>, id: IntakeId) -> Result<(), Refusal> {
    act.needs(Right::Rekey, Object::Team)?;
    let opened = triage::locked(act, id)?;
    let (state, handling) = (opened.row.state, opened.handling.clone());
    triage::write(act, opened, state, handling)?;
    ledger::note(act, What::SealedAnew, About::the(id.to_uuid()))
}
