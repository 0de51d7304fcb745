//! Lists and search over the cards in a member's reach.
//!
//! What must stay true: a case that several groups of the member can open is shown once; the whole
//! card is read only of cases that are answered.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::ControlFlow;

use amparo_store::{CaseId, GroupId};
use memchr::memmem::Finder;

use super::brief::{CardBrief, Place};
use super::cards::CardEntry;
use super::model::{CaseStatus, normalise};
use super::named::NamedGroup;
use super::rows;
use super::segment::{Found, Line};
use super::segments::{self, View};
use super::stop_state::Stop;
use crate::foundation::{Act, Refusal};
use crate::rights::{Object, Right};

/// Cards that a list or a search found.
#[derive(Clone, Debug)]
pub struct Cards {
    /// In the order that was asked for.
    pub shown: Vec<CardEntry>,
    /// Cases in reach that were left out of the look: what the server has of them is older than
    /// what it had before, or does not fit together. Opening one says which.
    pub withheld: usize,
}

/// The first `most` cards in the acting member's reach, in the order that `order` gives; what it
/// gives no place is left out.
pub fn first<K: Ord>(
    act: &mut Act<'_>,
    most: usize,
    mut order: impl FnMut(&CardBrief) -> Option<K>,
) -> Result<Cards, Refusal> {
    best(act, most, &Asked::default(), &mut |line| {
        (order(&line.brief), ControlFlow::Continue(()))
    })
}

/// The first `most` of the open or of the closed cases in the acting member's reach that are
/// `wanted`, in the order of lists, behind the place `after`.
pub fn page(
    act: &mut Act<'_>,
    most: usize,
    status: CaseStatus,
    after: Option<&Place>,
    mut wanted: impl FnMut(&CardBrief) -> bool,
) -> Result<Cards, Refusal> {
    let asked = Asked {
        from: Some(after.copied().unwrap_or_else(|| Place::first(status))),
        in_order: true,
        ..Asked::default()
    };
    best(act, most, &asked, &mut |line| {
        let place = line.brief.place();
        if place.status > status {
            return (None, ControlFlow::Break(()));
        }
        let is_behind = after.is_none_or(|after| place > *after);
        let is_wanted = place.status == status && is_behind && wanted(&line.brief);
        (is_wanted.then_some(place), ControlFlow::Continue(()))
    })
}

/// The same page, and every card in reach at a glance in the same pass.
pub fn page_and_all(
    act: &mut Act<'_>,
    most: usize,
    status: CaseStatus,
    after: Option<&Place>,
    wanted: impl Fn(&CardBrief) -> bool,
    mut look: impl FnMut(&CardBrief),
) -> Result<Cards, Refusal> {
    first(act, most, |brief| {
        look(brief);
        let place = brief.place();
        let is_behind = after.is_none_or(|after| place > *after);
        (place.status == status && is_behind && wanted(brief)).then_some(place)
    })
}

/// Cards in the member's reach whose search words contain every word of `query`: the `most` urgent.
pub fn search(act: &mut Act<'_>, query: &str, most: usize) -> Result<Cards, Refusal> {
    let query = normalise(query);
    let words: Vec<Finder<'_>> = query.split_whitespace().map(Finder::new).collect();
    let asked = Asked {
        with_words: true,
        ..Asked::default()
    };
    best(act, most, &asked, &mut |line| {
        let is_found = words.iter().all(|word| word.find(line.words).is_some());
        let place = is_found.then(|| line.brief.urgency());
        (place, ControlFlow::Continue(()))
    })
}

/// Shows every card in the acting member's reach at a glance.
pub fn briefs(act: &mut Act<'_>, mut look: impl FnMut(&CardBrief)) -> Result<(), Refusal> {
    act.needs(Right::Read, Object::Case)?;
    let views = segments::views(act)?;
    scan(&views, &Asked::default(), &mut |_, line| {
        look(&line.brief);
        Ok(ControlFlow::Continue(()))
    })
}

/// A group whose keys from before an epoch somebody who left may hold; all of its keys, if there is
/// no epoch.
#[derive(Clone, Copy, Debug)]
pub struct Before {
    /// Which.
    pub group: GroupId,
    /// Its first epoch that nobody who left holds.
    pub epoch: Option<u32>,
}

/// Cases in the acting member's reach that one of these may open by such a key.
pub fn cases_behind(act: &mut Act<'_>, groups: &[Before]) -> Result<Vec<CaseId>, Refusal> {
    let older = |one: &NamedGroup| {
        groups.iter().any(|before| {
            one.group == before.group && before.epoch.is_none_or(|epoch| one.epoch < epoch)
        })
    };
    act.needs(Right::Read, Object::Case)?;
    let views = segments::views(act)?;
    let mut behind = Vec::new();
    scan(&views, &Asked::default(), &mut |view, line| {
        let entry = view.card(line.found, line.brief)?;
        if entry.card.access.0.iter().any(older) {
            behind.push(entry.id);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    // What somebody took away has no key to change, and must not keep a removal from its end.
    let there = rows::existing(act.db(), &behind)?;
    let gone = forget_gone(act, &behind, &there);
    behind.retain(|id| !gone.contains(id));
    behind.sort_unstable();
    Ok(behind)
}

/// What of the segments is looked at.
#[derive(Default)]
struct Asked {
    with_words: bool,
    /// Where to begin.
    from: Option<Place>,
    /// Whether what is asked for is in the order of the segments, so that the rest of a run can be
    /// left when enough was found.
    in_order: bool,
}

/// What a line is worth, and whether something worth anything may still follow in its run.
type Verdict<K> = (Option<K>, ControlFlow<()>);

/// A case of which no row is left is no longer shown, whoever took it away: then everything is
/// looked at again, so `judge` may be asked about a case twice.
fn best<K: Ord>(
    act: &mut Act<'_>,
    most: usize,
    asked: &Asked,
    judge: &mut dyn FnMut(&Line<'_, '_>) -> Verdict<K>,
) -> Result<Cards, Refusal> {
    act.needs(Right::Read, Object::Case)?;
    loop {
        let views = segments::views(act)?;
        let mut shown = best_of(&views, most, asked, judge)?;
        let ids: Vec<CaseId> = shown.iter().map(|entry| entry.id).collect();
        let there = rows::existing(act.db(), &ids)?;
        if forget_gone(act, &ids, &there).is_empty() {
            for entry in &mut shown {
                let row = there.get(&entry.id).cloned().flatten();
                entry.card.no_contact |= contact_stopped(act, entry.id, row)?;
            }
            let withheld = views.iter().flat_map(|view| view.withheld().iter());
            let withheld: HashSet<&CaseId> = withheld.collect();
            return Ok(Cards {
                shown,
                withheld: withheld.len(),
            });
        }
    }
}

/// Those of some cases of which no row is left. They are forgotten.
fn forget_gone<T>(act: &Act<'_>, ids: &[CaseId], there: &HashMap<CaseId, T>) -> HashSet<CaseId> {
    let gone: HashSet<CaseId> = ids
        .iter()
        .filter(|id| !there.contains_key(id))
        .copied()
        .collect();
    if !gone.is_empty() {
        segments::forget(act, &gone);
    }
    gone
}

/// Whether the person said that nobody may contact her, as far as this instance knows without the
/// file: what a list must say though nobody opened the case since.
fn contact_stopped(act: &Act<'_>, id: CaseId, row: Option<Vec<u8>>) -> Result<bool, Refusal> {
    let organisation = act.member()?.organisation;
    let stop = Stop::of_row(act, organisation, id, row);
    Ok(stop.standing(act, organisation, id).stopped.contact)
}

fn best_of<K: Ord>(
    views: &[View<'_>],
    most: usize,
    asked: &Asked,
    judge: &mut dyn FnMut(&Line<'_, '_>) -> Verdict<K>,
) -> Result<Vec<CardEntry>, Refusal> {
    let mut best: BTreeMap<(K, CaseId), (&View<'_>, CardBrief, Found<'_>)> = BTreeMap::new();
    scan(views, asked, &mut |view, line| {
        let (place, then) = judge(line);
        let Some(place) = place else {
            return Ok(then);
        };
        let place = (place, line.brief.id);
        if best.len() >= most {
            if best.last_key_value().is_none_or(|last| place > *last.0) {
                return Ok(match asked.in_order {
                    true => ControlFlow::Break(()),
                    false => then,
                });
            }
            best.pop_last();
        }
        best.insert(place, (view, line.brief, line.found));
        Ok(then)
    })?;
    let found = best.into_values();
    found
        .map(|(view, brief, found)| view.card(found, brief))
        .collect()
}

/// Whether to go on in a run.
type Looked = Result<ControlFlow<()>, Refusal>;

fn scan<'v>(
    views: &'v [View<'_>],
    asked: &Asked,
    look: &mut dyn FnMut(&'v View<'_>, &Line<'_, 'v>) -> Looked,
) -> Result<(), Refusal> {
    for (number, view) in views.iter().enumerate() {
        let before = views.get(..number).unwrap_or_default();
        let elsewhere = |id: &CaseId| before.iter().any(|other| other.has(*id));
        let mut look = |line: &Line<'_, 'v>| look(view, line);
        view.scan(asked.with_words, asked.from.as_ref(), &elsewhere, &mut look)?;
    }
    Ok(())
}
