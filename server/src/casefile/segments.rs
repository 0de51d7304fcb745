//! Search over sealed cards: 256 cards to a sealed segment, kept in memory, opened and matched one
//! after the other. Nothing in clear stays in memory between two searches.
//!
//! A segment is sealed under its group's card key, so what lies in memory opens for members of the
//! group only. Changed cards come from the database after the counter the segments were built at;
//! a grant that was taken away, or a long tail, builds them anew.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use amparo_store::CaseId;
use amparo_vault::{GroupKey, Zeroizing};
use serde::{Deserialize, Serialize};

use super::cards::{CardEntry, open_row};
use super::model::{Card, normalise};
use super::rows;
use crate::foundation::{Act, Refusal};

/// Cards in one segment.
const SEGMENT: usize = 256;
/// Changed cards that are still read one by one before the segments are built anew.
const LONGEST_TAIL: usize = 2 * SEGMENT;

/// The sealed segments of every group that was searched since the start.
#[derive(Default)]
pub struct SegmentCache(Mutex<HashMap<([u8; 16], u32), GroupSegments>>);

struct GroupSegments {
    built_at: i64,
    cards: i64,
    sealed: Vec<Vec<u8>>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    id: CaseId,
    card: Card,
}

/// Cards in the member's reach whose search words contain every word of `query`.
pub fn search(act: &mut Act<'_>, query: &str) -> Result<Vec<CardEntry>, Refusal> {
    let words: Vec<String> = normalise(query).split(' ').map(ToOwned::to_owned).collect();
    let member = act.member()?;
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for held in member.keyring().memberships() {
        for entry in in_group(act, &held.key, &words)? {
            if seen.insert(entry.id) {
                found.push(entry);
            }
        }
    }
    Ok(found)
}

fn in_group(
    act: &mut Act<'_>,
    group: &GroupKey,
    words: &[String],
) -> Result<Vec<CardEntry>, Refusal> {
    let cache = act.app().memory::<SegmentCache>();
    let place = (group.id(), group.epoch());
    let count = rows::count_of_group(act.db(), group)?;
    if count == 0 {
        return Ok(Vec::new());
    }
    let built_at = {
        let known = cache.0.lock().unwrap_or_else(PoisonError::into_inner);
        known
            .get(&place)
            .filter(|segments| segments.cards == count)
            .map(|s| s.built_at)
    };
    let mut tail = rows::cards_of_group(act.db(), group, built_at.unwrap_or(-1))?;
    if built_at.is_none() || tail.len() > LONGEST_TAIL {
        if built_at.is_some() {
            tail = rows::cards_of_group(act.db(), group, -1)?;
        }
        let built = build(act, group, &tail, count)?;
        cache
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(place, built);
        tail = Vec::new();
    }
    let changed: HashSet<CaseId> = tail.iter().map(|row| row.case).collect();
    let mut found = match_segments(act, &cache, group, words)?;
    found.retain(|entry| !changed.contains(&entry.id));
    for row in &tail {
        let entry = open_row(act, row, group)?;
        if matches(&entry.card, words) {
            found.push(entry);
        }
    }
    Ok(found)
}

fn build(
    act: &mut Act<'_>,
    group: &GroupKey,
    rows: &[rows::CardRow],
    cards: i64,
) -> Result<GroupSegments, Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let built_at = rows.iter().map(|row| row.change).max().unwrap_or(0);
    let mut sealed = Vec::new();
    for (number, chunk) in (0_u64..).zip(rows.chunks(SEGMENT)) {
        let mut plain = Zeroizing::new(Vec::with_capacity(SEGMENT * 600));
        for row in chunk {
            let entry = open_row(act, row, group)?;
            // One line a card, its search words first: matching need not understand the rest.
            plain.extend_from_slice(entry.card.search.as_bytes());
            plain.push(b'\t');
            serde_json::to_writer(
                &mut *plain,
                &Line {
                    id: entry.id,
                    card: entry.card,
                },
            )?;
            plain.push(b'\n');
        }
        sealed.push(group.seal_segment(organisation, number, &plain, act.rng())?);
    }
    Ok(GroupSegments {
        built_at,
        cards,
        sealed,
    })
}

fn match_segments(
    act: &Act<'_>,
    cache: &SegmentCache,
    group: &GroupKey,
    words: &[String],
) -> Result<Vec<CardEntry>, Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let known = cache.0.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(segments) = known.get(&(group.id(), group.epoch())) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for (number, sealed) in (0_u64..).zip(&segments.sealed) {
        let plain = group.open_segment(organisation, number, sealed)?;
        for line in plain.expose().split(|byte| *byte == b'\n') {
            let Some(tab) = line.iter().position(|byte| *byte == b'\t') else {
                continue;
            };
            let (search, rest) = line.split_at(tab);
            let Ok(search) = std::str::from_utf8(search) else {
                continue;
            };
            if words.iter().all(|word| search.contains(word.as_str())) {
                let line: Line = serde_json::from_slice(rest)?;
                found.push(CardEntry {
                    id: line.id,
                    card: line.card,
                });
            }
        }
    }
    Ok(found)
}

fn matches(card: &Card, words: &[String]) -> bool {
    words.iter().all(|word| card.search.contains(word.as_str()))
}
