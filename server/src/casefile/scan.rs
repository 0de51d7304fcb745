//! Lists and search over the cards in a member's reach.
//!
//! What must stay true: a case that several groups of the member can open is shown once; the whole
//! card is read only of cases that are answered.

use std::collections::{BTreeMap, HashSet};

use amparo_store::{CaseId, GroupId};
use memchr::memmem::Finder;

use super::brief::{CardBrief, KeptLine, Line};
use super::cards::CardEntry;
use super::model::normalise;
use super::named::NamedGroup;
use super::segments;
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
    order: impl FnMut(&CardBrief) -> Option<K>,
) -> Result<Cards, Refusal> {
    best(act, "", most, order)
}

/// Cards in the member's reach whose search words contain every word of `query`: the `most` urgent.
pub fn search(act: &mut Act<'_>, query: &str, most: usize) -> Result<Cards, Refusal> {
    best(act, query, most, |brief| Some(brief.urgency()))
}

/// Shows every card in the acting member's reach at a glance.
pub fn briefs(act: &mut Act<'_>, mut look: impl FnMut(&CardBrief)) -> Result<(), Refusal> {
    scan(act, &mut |line| {
        look(&line.brief);
        Ok(())
    })?;
    Ok(())
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
    let mut behind = Vec::new();
    scan(act, &mut |line| {
        if line.names(older)? {
            behind.push(line.brief.id);
        }
        Ok(())
    })?;
    behind.sort_unstable();
    Ok(behind)
}

fn best<K: Ord>(
    act: &mut Act<'_>,
    query: &str,
    most: usize,
    mut order: impl FnMut(&CardBrief) -> Option<K>,
) -> Result<Cards, Refusal> {
    let query = normalise(query);
    let words: Vec<Finder<'_>> = query.split_whitespace().map(Finder::new).collect();
    let mut found: BTreeMap<(K, CaseId), KeptLine> = BTreeMap::new();
    let withheld = scan(act, &mut |line| {
        if words.iter().any(|word| word.find(line.search).is_none()) {
            return Ok(());
        }
        let Some(place) = order(&line.brief) else {
            return Ok(());
        };
        let place = (place, line.brief.id);
        let full = found.len() >= most;
        if full && found.last_key_value().is_none_or(|last| place > *last.0) {
            return Ok(());
        }
        if full {
            found.pop_last();
        }
        found.insert(place, line.keep());
        Ok(())
    })?;
    let shown = found.values().map(KeptLine::card);
    Ok(Cards {
        shown: shown.collect::<Result<_, _>>()?,
        withheld,
    })
}

/// Answers how many cases were left out because their card is not believed.
fn scan(
    act: &mut Act<'_>,
    look: &mut dyn FnMut(&Line<'_>) -> Result<(), Refusal>,
) -> Result<usize, Refusal> {
    let member = act.needs(Right::Read, Object::Case)?;
    let organisation = member.organisation.as_bytes();
    let views = segments::views(act)?;
    for (number, (key, view)) in views.iter().enumerate() {
        let before = views.get(..number).unwrap_or_default();
        let elsewhere = |id: &CaseId| before.iter().any(|(_, other)| other.has(*id));
        view.scan(key, organisation, &elsewhere, look)?;
    }
    let withheld: HashSet<CaseId> = views
        .iter()
        .flat_map(|(_, view)| view.withheld().iter().copied())
        .collect();
    Ok(withheld.len())
}
