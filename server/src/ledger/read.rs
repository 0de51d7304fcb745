//! Reading lines: the auditors all of their organisation's, members with a case that case's.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use amparo_store::{AccountId, Position, Sealed};
use amparo_vault::{CaseKey, no_copy};

use super::model::{Event, LineView, Verdict, What, Who};
use super::open::open_for_auditor;
use super::{About, due, labels, note, random, rows, verify};
use crate::foundation::{Act, Refusal};
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery};

/// The organisation's lines, newest first. The cursor is the place in the chain.
pub fn of_organisation(act: &mut Act<'_>, page: &PageQuery) -> Result<Listing<LineView>, Refusal> {
    let member = act.needs(Right::Read, Object::Ledger)?;
    let limit = page.limit()?;
    let before = match page.after::<i64>()? {
        Some(before) => before.max(0).try_into()?,
        None => Position::LAST,
    };
    let take = i64::try_from(limit).unwrap_or(200) + 1;
    let rows = rows::newest(act.db(), member.organisation, before, take)?;
    let events: Vec<(Position, Option<Event>)> = rows
        .into_iter()
        .map(|(position, line)| {
            // One line that cannot be read must not hide the others.
            let event = line
                .is_ours(act.app(), member.organisation)
                .then(|| open_for_auditor(act, line.id, &line.sealed))
                .and_then(Result::ok);
            (position, event)
        })
        .collect();
    let names = names_in(act, events.iter().filter_map(|(_, event)| event.as_ref()))?;
    let lines = events
        .into_iter()
        .map(|(position, event)| match event {
            Some(event) => LineView::new(Some(position.number()), event, &names),
            None => LineView::unreadable(position.number()),
        })
        .collect();
    note(act, What::LedgerRead, About::default())?;
    let mut listing = Listing::cut(lines, limit, |line: &LineView| {
        line.position.unwrap_or_default().to_string()
    });
    // The chain folds the lines of one second in no order of time; a reader wants theirs. What
    // cannot be read stands first: somebody must look into it.
    listing
        .items
        .sort_by_key(|line| (line.at.is_some(), Reverse(line.at)));
    Ok(listing)
}

/// Computes the chain of one's organisation anew and says whether it holds.
pub fn verdict(act: &mut Act<'_>) -> Result<Verdict, Refusal> {
    let member = act.needs(Right::Read, Object::Ledger)?;
    let verdict = verify(act, member.organisation)?;
    note(act, What::LedgerVerified, About::default())?;
    Ok(verdict)
}

/// The names of who acted, looked up as they are now: lines hold none.
fn names_in<'e>(
    act: &mut Act<'_>,
    events: impl Iterator<Item = &'e Event>,
) -> Result<HashMap<AccountId, String>, Refusal> {
    let ids: BTreeSet<AccountId> = events
        .filter_map(|event| match event.actor {
            Who::Member { account } => Some(account),
            Who::Person | Who::Nobody => None,
        })
        .collect();
    let ids: Vec<AccountId> = ids.into_iter().collect();
    act.app().names(act, &ids)
}

/// Some lines of one case, newest first, for a member who holds its key, and where the next page
/// begins. Lines written by somebody without the key (the person, the server by itself) are for the
/// auditors only. Pages are in the order in which lines were written; what is left of the first
/// release comes with the first page.
pub fn of_case(
    act: &mut Act<'_>,
    key: &CaseKey,
    before: Option<u64>,
    most: usize,
) -> Result<(Vec<LineView>, Option<u64>), Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let case = labels::of_case(act.app(), key);
    let (lines, start) = labels::lines_before(act.db(), &case, before, most)?;
    let mut events: Vec<due::Opened> = Vec::new();
    for (position, id, sealed) in lines {
        // Somebody put another copy in its place: the auditors still have the line.
        let Ok(plain) = key.open_ledger_line(organisation, id.as_bytes(), sealed.as_slice()) else {
            continue;
        };
        events.push((position, id, serde_json::from_slice(plain.expose())?));
    }
    if before.is_none() {
        let due = due::opened(act, key)?;
        due::take_over_after(act, key, &due)?;
        events.extend(due);
    }
    // Lines of one moment need an order too.
    events.sort_by_key(|(_, id, event)| (Reverse(event.at), id.as_bytes()));
    let names = names_in(act, events.iter().map(|(_, _, event)| event))?;
    let lines = events
        .into_iter()
        .map(|(position, _, event)| LineView::new(position.map(Position::number), event, &names));
    Ok((lines.collect(), (start > 0).then_some(start)))
}

/// Seals a case's own copies of its lines under its new key and under new labels, so that members
/// with the case still read who saw it, and the old key neither finds nor opens any. The auditors'
/// lines and the chain stay as they are.
pub fn reseal_case(act: &mut Act<'_>, old: &CaseKey, new: &CaseKey) -> Result<(), Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let (of_old, of_new) = (old.ledger_labels(), new.ledger_labels());
    let mut number = 0;
    for (_, id, sealed) in labels::lines_of(act.db(), &of_old)? {
        let line = id.as_bytes();
        let (label, copy) = match old.open_ledger_line(organisation, line, sealed.as_slice()) {
            Ok(plain) => {
                let label = of_new.at(number);
                number += 1;
                let plain = plain.expose();
                let copy = new.seal_ledger_line(organisation, line, plain, act.rng())?;
                (label.into(), copy)
            }
            // Of no use to anybody, and nothing may say that it ever was.
            Err(_) => (random(act), no_copy(act.rng())),
        };
        rows::replace_copy(act.db(), id, label, &Sealed::new(copy)?)?;
    }
    for (_, id, event) in due::opened(act, old)? {
        let copy = due::copy_of(act, new, id, &event)?;
        rows::replace_copy(act.db(), id, of_new.at(number).into(), &copy)?;
        rows::delete_due(act.db(), id)?;
        number += 1;
    }
    Ok(())
}
