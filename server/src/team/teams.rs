//! Teams and standing groups: who belongs to them.

use amparo_store::{AccountId, GroupId};
use amparo_vault::{Entry, GroupKey, GroupPurpose, Membership, deliver};

use super::admit::{certificate, let_in};
use super::deliveries::{Papers, post};
use super::members;
use super::model::{AccountState, NewTeam, TeamMember, TeamView};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::register;
use crate::rights::{Object, Right};

/// Every team and standing group of one's organisation.
pub(super) fn list(act: &mut Act<'_>) -> Result<Vec<TeamView>, Refusal> {
    act.needs(Right::Read, Object::Team)?;
    let groups = register::groups(act)?;
    let views = groups
        .into_iter()
        .map(|(id, entry)| view(act, id, &entry))
        .collect::<Result<Vec<_>, _>>()?;
    ledger::note(act, What::TeamsListed, About::default())?;
    Ok(views)
}

/// One team.
pub(super) fn one(act: &mut Act<'_>, id: GroupId) -> Result<TeamView, Refusal> {
    act.needs(Right::Read, Object::Team)?;
    let entry = register::entry(act, id.to_uuid())?.entry().clone();
    let view = view(act, id, &entry)?;
    ledger::note(act, What::TeamsListed, About::the(id.to_uuid()))?;
    Ok(view)
}

fn view(act: &mut Act<'_>, id: GroupId, entry: &Entry) -> Result<TeamView, Refusal> {
    let Entry::Group {
        group,
        purpose,
        label,
        members,
    } = entry
    else {
        return Err(Refusal::NotFound);
    };
    let ids: Vec<AccountId> = members
        .iter()
        .map(|id| AccountId::from_bytes(*id))
        .collect();
    let names = members::names(act, &ids)?;
    let rotation_due = names
        .iter()
        .any(|(_, _, state)| *state == AccountState::Removed);
    let held = act.member()?.keyring().by_id(id.as_bytes()).is_some();
    Ok(TeamView {
        id,
        label: label.clone(),
        purpose: purpose.as_str().to_owned(),
        epoch: group.epoch,
        members: names
            .into_iter()
            .filter(|(_, _, state)| *state != AccountState::Removed)
            .map(|(account, name, _)| TeamMember { account, name })
            .collect(),
        rotation_due,
        held,
    })
}

/// A new team, with its maker as the first member.
pub(super) fn make(act: &mut Act<'_>, new: &NewTeam) -> Result<TeamView, Refusal> {
    let certificate = certificate(act, Right::Write, Object::Team)?;
    let member = act.member()?;
    let id = GroupId::from_uuid(act.fresh_id());
    let team = Membership {
        key: GroupKey::generate(id.as_bytes(), 1, act.rng()),
        label: new.label.trim().to_owned(),
        purpose: GroupPurpose::Team,
    };
    let entry = Entry::Group {
        group: team.key.public(),
        purpose: GroupPurpose::Team,
        label: team.label.clone(),
        members: vec![member.account.as_bytes()],
    };
    let group_entry = register::put(act, &certificate, id.to_uuid(), &entry)?;
    deliver_to(act, &team, member.account, group_entry)?;
    ledger::note(act, What::TeamMade, About::the(id.to_uuid()))?;
    let mut view = view(act, id, &entry)?;
    view.held = true;
    Ok(view)
}

/// Sends one key to one colleague.
pub(super) fn deliver_to(
    act: &mut Act<'_>,
    held: &Membership,
    to: AccountId,
    group_entry: Vec<u8>,
) -> Result<(), Refusal> {
    let member = act.member()?;
    let recipient = register::colleague(act, to)?;
    let signer_entry = register::signed_entry(act, member.account.to_uuid())?;
    let delivery = deliver(
        held,
        member.organisation.as_bytes(),
        &recipient,
        member.identity(),
        member.account.as_bytes(),
        act.rng(),
    )?;
    let papers = Papers {
        signer_entry,
        group_entry,
    };
    post(act, &recipient, delivery, &papers)
}

/// Lets a colleague into a team whose key the acting key administrator holds.
pub(super) fn join(act: &mut Act<'_>, id: GroupId, account: AccountId) -> Result<(), Refusal> {
    let certificate = certificate(act, Right::Write, Object::Team)?;
    let newcomer = register::colleague(act, account)?;
    let_in(act, &certificate, id, &newcomer)?;
    ledger::note(act, What::TeamJoined, About::the(id.to_uuid()))
}
