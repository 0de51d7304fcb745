//! Letting a newcomer in: her register entry, and the keys of the groups she will belong to.

use amparo_store::{AccountId, GroupId};
use amparo_vault::{Certificate, Entry, GroupPurpose, NewcomerWords, VerifiedMember, deliver};

use super::accounts::{self, Account};
use super::deliveries::{Papers, post};
use super::model::{AccountState, Admission};
use crate::foundation::{Act, App, Broken, Caller, Reason, Refusal, Role, Roles};
use crate::ledger::{self, About, What};
use crate::register;
use crate::rights::{Object, Right};
use crate::web::etag;

/// The certificate of the acting key administrator, if she has the right that it is for, or the
/// words of a true absence.
pub(super) fn certificate(
    act: &Act<'_>,
    right: Right,
    object: Object,
) -> Result<Certificate, Refusal> {
    let member = act.needs(right, object)?;
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

/// Somebody who waits, as her row says: whoever admits her hears from herself whether it is right.
fn waiting(act: &mut Act<'_>, id: AccountId) -> Result<Account, Refusal> {
    certificate(act, Right::Admit, Object::Member)?;
    let account = accounts::find_for(act, id, Right::Admit)?;
    if account.profile.state == AccountState::Waiting {
        Ok(account)
    } else {
        Err(Refusal::Because(Reason::NotWaiting))
    }
}

/// The words of the keys in the row.
fn words_of(account: &Account) -> Result<NewcomerWords, Refusal> {
    let profile = &account.profile;
    let personal = profile
        .personal
        .as_ref()
        .ok_or_else(|| Broken::damage("somebody who waits has no group of her own"))?;
    let id = account.id.as_bytes();
    Ok(NewcomerWords::of(id, &profile.identity, personal))
}

/// For each word of a newcomer's keys a few to choose from. Which is right, only she can say.
pub(super) fn choices(act: &mut Act<'_>, id: AccountId) -> Result<Vec<Vec<&'static str>>, Refusal> {
    let account = waiting(act, id)?;
    ledger::note(act, What::MembersListed, About::the(id.to_uuid()))?;
    let choices = words_of(&account)?.choices();
    Ok(choices.map(|words| words.to_vec()).to_vec())
}

/// Puts on record that somebody read out other words than the keys in the row have. The refusal
/// itself comes from [`admit`], which undoes what it began.
pub(super) fn listen(
    app: &App,
    caller: &Caller,
    id: AccountId,
    heard: &Admission,
) -> Result<(), Refusal> {
    let same = app.consult(caller, |act| {
        let account = waiting(act, id)?;
        Ok(words_of(&account)?.are(&heard.words))
    })?;
    if same {
        return Ok(());
    }
    app.write(caller, |act| {
        ledger::note(act, What::AdmissionRefused, About::the(id.to_uuid()))
    })?;
    Err(other_words())
}

fn other_words() -> Refusal {
    Refusal::fault(
        "/words",
        "other_words",
        "these are not the words of the newcomer's keys: do not admit her",
    )
}

/// Admits a newcomer as she was `seen`: roles that were changed in between are not let in unseen.
/// Only a key administrator can, only into groups whose keys she holds, and only with the words that
/// the newcomer read out: who puts other keys into the row, or accepts an invitation of her own,
/// cannot say them.
pub fn admit(
    act: &mut Act<'_>,
    id: AccountId,
    seen: i64,
    heard: &Admission,
) -> Result<(), Refusal> {
    let certificate = certificate(act, Right::Admit, Object::Member)?;
    let mut account = waiting(act, id)?;
    if !words_of(&account)?.are(&heard.words) {
        return Err(other_words());
    }
    if account.revision.number() != seen {
        return Err(Refusal::StaleRevision {
            current_tag: etag(account.revision.number()),
            current: serde_json::to_value(&account.profile.roles)?,
            sent: serde_json::Value::Null,
        });
    }
    // From here on only the register and her keyring know which group is hers alone.
    let personal = account
        .profile
        .personal
        .take()
        .ok_or_else(|| Broken::damage("somebody who waits has no group of her own"))?;
    let entry = Entry::Member {
        member: id.as_bytes(),
        identity: account.profile.identity.clone(),
        personal,
    };
    register::put(act, &certificate, id.to_uuid(), &entry)?;
    let newcomer = register::colleague(act, id)?;
    for purpose in groups_of(&account.profile.roles) {
        let group = register::standing_group(act, purpose)?;
        let_in(act, &certificate, group, &newcomer)?;
    }
    account.profile.state = AccountState::Active;
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
    // What is published names no member, so it stays as it is.
    let signed = register::put(act, certificate, group.to_uuid(), &entry)?;
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
        let papers = Papers {
            signer_entry: signer_entry.clone(),
            group_entry: group_entry.to_vec(),
        };
        post(act, to, delivery, &papers)?;
        sent += 1;
    }
    if sent == 0 {
        // Nobody can let others into a group whose key she does not hold.
        return Err(Refusal::NotFound);
    }
    Ok(())
}

/// Whether an account stands in the way of what only a full member may do.
pub(super) fn is_admitted(account: &Account) -> bool {
    account.profile.state == AccountState::Active
}
