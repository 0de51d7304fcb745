//! Letting a newcomer in: her register entry, and the keys of the groups she will belong to.

use amparo_store::{AccountId, DeliveryId, GroupId, Sealed};
use amparo_vault::{
    Certificate, Context, Entry, GroupPurpose, Kind, Padding, VerifiedMember, deliver,
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::accounts::{self, Account};
use super::model::AccountState;
use super::rows;
use crate::foundation::{Act, Refusal, Role, Roles};
use crate::ledger::{self, About, What};
use crate::register;

/// What is sealed under the instance key in a row of `deliveries`.
#[derive(Serialize, Deserialize)]
pub(super) struct Parcel {
    pub delivery: Vec<u8>,
    pub signer_entry: Vec<u8>,
    pub group_entry: Vec<u8>,
}

pub(super) fn parcel_context(account: AccountId, id: DeliveryId) -> Context {
    Context::of(Kind::Delivery, account.as_bytes(), id.as_bytes())
}

/// The certificate of the acting key administrator, or the words of a true absence.
pub(super) fn certificate(act: &Act<'_>) -> Result<Certificate, Refusal> {
    let member = act.member_as(&[Role::Supervisor])?;
    let bytes = member
        .certificate
        .as_ref()
        .ok_or(Refusal::NotFound)?
        .to_bytes();
    Ok(Certificate::from_bytes(&bytes)?)
}

/// The standing groups that go with a role.
fn groups_of(roles: &Roles) -> Vec<GroupPurpose> {
    let mut groups = vec![GroupPurpose::Everyone];
    if roles.has(Role::Supervisor) {
        groups.push(GroupPurpose::Supervisors);
    }
    if roles.has_any(&[Role::Supervisor, Role::Caseworker]) {
        groups.extend([GroupPurpose::Queue, GroupPurpose::Inbox]);
    }
    if roles.has(Role::Auditor) {
        groups.push(GroupPurpose::Auditors);
    }
    groups
}

/// Admits a newcomer. Only a key administrator can, and only into groups whose keys she holds.
pub fn admit(act: &mut Act<'_>, id: AccountId) -> Result<(), Refusal> {
    let certificate = certificate(act)?;
    let mut account = accounts::find_colleague(act, id)?;
    if account.state != AccountState::Waiting {
        return Err(Refusal::WrongState(
            "only somebody who waits for admission can be admitted",
        ));
    }
    let entry = Entry::Member {
        member: id.as_bytes(),
        identity: account.profile.identity.clone(),
        personal: account.profile.personal.clone(),
    };
    register::put(act, &certificate, id.to_uuid(), &entry)?;
    let newcomer = register::colleague(act, id)?;
    for purpose in groups_of(&account.profile.roles) {
        let group = register::standing_group(act, purpose)?;
        let_in(act, &certificate, group, &newcomer)?;
    }
    account.state = AccountState::Active;
    accounts::save(act, &account)?;
    ledger::note(act, What::Admitted, About::the(id.to_uuid()))
}

/// Puts a member on a group's list and sends her every epoch of its key that we hold.
pub(super) fn let_in(
    act: &mut Act<'_>,
    certificate: &Certificate,
    group: GroupId,
    newcomer: &VerifiedMember,
) -> Result<(), Refusal> {
    let Entry::Group {
        group: public,
        purpose,
        label,
        mut members,
    } = register::entry(act, group.to_uuid())?.entry().clone()
    else {
        return Err(Refusal::NotFound);
    };
    if !members.contains(&newcomer.id()) {
        members.push(newcomer.id());
    }
    let entry = Entry::Group {
        group: public,
        purpose,
        label,
        members,
    };
    let signed = register::put(act, certificate, group.to_uuid(), &entry)?;
    register::publish_if_public(act, certificate, &entry)?;
    send_keys(act, group, newcomer, &signed)
}

/// Sends every epoch of a group's key that the acting member holds.
pub(super) fn send_keys(
    act: &mut Act<'_>,
    group: GroupId,
    to: &VerifiedMember,
    group_entry: &[u8],
) -> Result<(), Refusal> {
    let member = act.member()?;
    let organisation = member.organisation.as_bytes();
    let signer_entry = register::signed_entry(act, member.account.to_uuid())?;
    let mut sent = 0;
    for held in member.keyring().memberships() {
        if held.key.id() != group.as_bytes() {
            continue;
        }
        let delivery = deliver(
            held,
            organisation,
            to,
            member.identity(),
            member.account.as_bytes(),
            act.rng(),
        )?;
        let parcel = Parcel {
            delivery,
            signer_entry: signer_entry.clone(),
            group_entry: group_entry.to_vec(),
        };
        post(act, AccountId::from_bytes(to.id()), &parcel)?;
        sent += 1;
    }
    if sent == 0 {
        // Nobody can let others into a group whose key she does not hold.
        return Err(Refusal::NotFound);
    }
    Ok(())
}

pub(super) fn post(act: &mut Act<'_>, to: AccountId, parcel: &Parcel) -> Result<(), Refusal> {
    let id = DeliveryId::from_uuid(act.fresh_id());
    let plain = Zeroizing::new(serde_json::to_vec(parcel)?);
    let app = act.app();
    let padding = Padding::PowerOfTwo { least: 16 * 1024 };
    let sealed = app
        .instance
        .seal(&parcel_context(to, id), &plain, padding, act.rng())?;
    rows::insert_delivery(act.db(), id, to, Sealed::new(sealed)?)
}

/// Whether an account stands in the way of what only a full member may do.
pub(super) fn is_admitted(account: &Account) -> bool {
    account.state == AccountState::Active
}
