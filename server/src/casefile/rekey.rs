//! Who may open a case is changed here, and nowhere else; and with it the case's key, when somebody
//! loses it.
//!
//! Every record is opened and sealed anew, so that nothing in the database opens under the old key
//! any more. Whoever copied the rows before keeps what the copy holds; no key can change that.
//! What must stay true: a new key is granted to groups that the access list names, that the
//! register knows and whose own key is not due to change, and to no other.

use amparo_store::{CaseId, Moment, RecordId, Sealed};
use amparo_vault::{CaseKey, record_hash};
use rand_core::Rng;

use super::access_list::{AccessList, Admitted};
use super::entitled::{Grantee, Standing, standing};
use super::model::Author;
use super::{CaseAccess, File, Record, access, author, keys, report, rows, settle};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::Right;

/// Makes these groups those that may open the case, and no other. Whoever loses the case loses its
/// key in the same act. Only while the key of a group that stays is itself due to change does the
/// case keep its key, and gets a new one when that group does.
pub fn set_access(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    wanted: impl Fn(&Admitted) -> bool,
    more: Vec<Grantee>,
) -> Result<(), Refusal> {
    let now = access_record(act, case)?;
    let (mut stay, mut due, mut lost) = (Vec::new(), false, false);
    for one in &now.body.groups {
        let is_new = |new: &Grantee| new.group() == one.group;
        if more.iter().any(is_new) {
            continue;
        }
        match standing(act, one)? {
            _ if !wanted(one) => lost = true,
            Standing::Current(to) => stay.push(to),
            Standing::Due(to) => {
                due = true;
                stay.push(to);
            }
            Standing::Gone => lost = true,
        }
    }
    stay.extend(more);
    let before = case.card.access.clone();
    lost |= stay.iter().any(|to| {
        let older = |one: &&super::NamedGroup| one.group == to.group();
        before
            .0
            .iter()
            .find(older)
            .is_some_and(|one| one.epoch < to.named().epoch)
    });
    if lost && !due {
        new_key(act, case, &stay)?;
    } else if lost {
        rows::delete_grants(act.db(), case.id)?;
        grant_all(act, case, &stay)?;
    } else {
        stay.iter()
            .filter(|to| !before.0.contains(&to.named()))
            .try_for_each(|to| grant_one(act, case, to))?;
    }
    write_list(act, case, Some(now), &stay)
}

/// A new key for a case, granted to the groups that its access list names.
pub fn rekey(act: &mut Act<'_>, id: CaseId) -> Result<(), Refusal> {
    access::lock(act, id)?;
    let mut case = access::find(act, id, Right::Rekey)?;
    let before = case.length;
    renew(act, &mut case)?;
    settle(act, &case, before)
}

/// A new key for an opened case. Refused while the key of one of its groups is due to change: who
/// left that group would be given the new key.
pub(super) fn renew(act: &mut Act<'_>, case: &mut CaseAccess) -> Result<(), Refusal> {
    let now = access_record(act, case)?;
    let mut stay = Vec::new();
    for one in &now.body.groups {
        match standing(act, one)? {
            Standing::Current(to) => stay.push(to),
            Standing::Due(_) => return Err(Refusal::Because(Reason::GroupKeyDue)),
            Standing::Gone => {}
        }
    }
    new_key(act, case, &stay)?;
    write_list(act, case, Some(now), &stay)
}

/// The first groups of a new case.
pub(super) fn admit_first(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    to: &[Grantee],
) -> Result<(), Refusal> {
    grant_all(act, case, to)?;
    write_list(act, case, None, to)
}

/// One more group, beside those that may open the case.
pub(super) fn admit(act: &mut Act<'_>, case: &mut CaseAccess, one: Grantee) -> Result<(), Refusal> {
    let now = access_record(act, case)?;
    let by = author(act)?;
    grant_one(act, case, &one)?;
    let mut list = now.body.clone();
    list.groups.push(admitted(&one, act.now, &by));
    case.card.access = list.named();
    case.write(act, now.id, now.version + 1, now.created_at, list)?;
    Ok(())
}

fn admitted(to: &Grantee, since: Moment, by: &Author) -> Admitted {
    Admitted {
        group: to.group(),
        epoch: to.named().epoch,
        account: to.account(),
        since,
        by: by.clone(),
    }
}

/// The access list of a case, from its chain.
pub fn access_list(act: &mut Act<'_>, case: &CaseAccess) -> Result<AccessList, Refusal> {
    Ok(access_record(act, case)?.body)
}

fn access_record(act: &mut Act<'_>, case: &CaseAccess) -> Result<Record<AccessList>, Refusal> {
    File::open(act, case)?.only::<AccessList>()
}

fn write_list(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    kept: Option<Record<AccessList>>,
    to: &[Grantee],
) -> Result<(), Refusal> {
    let by = author(act)?;
    let known = kept
        .as_ref()
        .map(|it| it.body.groups.as_slice())
        .unwrap_or_default();
    let admitted = |to: &Grantee| match known.iter().find(|one| one.group == to.group()) {
        Some(before) => admitted(to, before.since, &before.by),
        None => admitted(to, act.now, &by),
    };
    let list = AccessList {
        groups: to.iter().map(admitted).collect(),
    };
    if kept.as_ref().is_some_and(|kept| kept.body == list) {
        return Ok(());
    }
    case.card.access = list.named();
    let (id, version, since) = match kept {
        Some(kept) => (kept.id, kept.version + 1, kept.created_at),
        None => (RecordId::from_uuid(act.fresh_id()), 1, act.now),
    };
    case.write(act, id, version, since, list)?;
    Ok(())
}

fn grant_all(act: &mut Act<'_>, case: &CaseAccess, to: &[Grantee]) -> Result<(), Refusal> {
    to.iter().try_for_each(|to| grant_one(act, case, to))
}

/// Seals the case's key to a group.
fn grant_one(act: &mut Act<'_>, case: &CaseAccess, to: &Grantee) -> Result<(), Refusal> {
    let member = act.member()?;
    let organisation = case.organisation.as_bytes();
    let named = to.named();
    let sealed = case.key.grant(
        organisation,
        to.key(),
        member.identity(),
        member.account.as_bytes(),
        act.rng(),
    )?;
    let epoch = case.key.epoch();
    // Who is in the group herself leaves label and quick wrap at once.
    let held = member.keyring().at(named.group.as_bytes(), named.epoch);
    let (label, quick) = match held {
        Some(held) => {
            let label = held.labels().of(case.id.as_bytes(), epoch);
            (label, Some(case.key.quick(held, organisation, act.rng())?))
        }
        None => {
            let mut label = [0; 32];
            act.rng().fill_bytes(&mut label);
            (label, None)
        }
    };
    let mut grant = rows::Grant {
        label: label.into(),
        case_epoch: epoch.try_into()?,
        sealed,
        quick,
        mac: label.into(),
    };
    grant.mac = keys::mac(act.app(), case.organisation, case.id, &grant);
    rows::insert_grant(act.db(), case.id, &grant)
}

/// A new key in place of the old one, granted to these groups. The rooms above seal what they keep
/// under the key anew in the same act.
fn new_key(act: &mut Act<'_>, case: &mut CaseAccess, to: &[Grantee]) -> Result<(), Refusal> {
    let epoch = case.key.epoch().saturating_add(1);
    let key = CaseKey::generate(case.id.as_bytes(), epoch, act.rng());
    let head = reseal_records(act, case, &key)?;
    rows::set_epoch(
        act.db(),
        case.id,
        case.key.epoch().try_into()?,
        epoch.try_into()?,
    )?;
    rows::delete_grants(act.db(), case.id)?;
    let old = std::mem::replace(&mut case.key, key);
    case.head = head;
    grant_all(act, case, to)?;
    ledger::reseal_case(act, &old, &case.key)?;
    act.app().rekeyed(act, &old, &case.key)?;
    case.note(act, What::CaseRekeyed, About::default())
}

/// Seals every record under the new key, each bound to the new one before it.
fn reseal_records(
    act: &mut Act<'_>,
    old: &CaseAccess,
    key: &CaseKey,
) -> Result<Option<[u8; 32]>, Refusal> {
    let organisation = old.organisation.as_bytes();
    let epoch = key.epoch().try_into()?;
    let damaged = |_| Refusal::Because(Reason::CaseDamaged);
    let (mut before, mut after) = (None, None);
    for (place, (seq, sealed)) in (1_u64..).zip(report::sound(rows::records(act.db(), old.id))?) {
        if seq.get() != place {
            return Err(Refusal::Because(Reason::CaseDamaged));
        }
        let plain = old
            .key
            .open_record(organisation, place, before, sealed.as_slice())
            .map_err(damaged)?;
        before = Some(record_hash(sealed.as_slice()));
        let fresh = key.seal_record(organisation, place, after, plain.expose(), act.rng())?;
        after = Some(record_hash(&fresh));
        rows::replace_record(act.db(), old.id, seq, epoch, Sealed::new(fresh)?)?;
    }
    if before == old.head {
        Ok(after)
    } else {
        Err(Refusal::Because(Reason::CaseDamaged))
    }
}
