//! Cards in memory: 256 to a sealed segment, opened one segment after the other, so that a list or
//! a search need not open every card in the database. Nothing in clear stays in memory between two
//! questions.
//!
//! A segment is sealed under its group's key, so what lies in memory opens for members of the group
//! only. Which cases a group was granted is no secret beside it: the database says as much. What
//! changed since comes from the database; when that grows long it becomes segments of its own, and
//! what it replaces is passed over. A grant that went without a trace builds everything anew.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use amparo_store::{CaseId, Position};
use amparo_vault::{GroupKey, Zeroizing};

use super::brief::{self, Line};
use super::cards::{Shown, open_row};
use super::rows;
use crate::foundation::{Act, Broken, Refusal};

/// Cards in one segment.
const SEGMENT: usize = 256;
/// Changed cards that are read from the database at every question before they become segments.
const LONGEST_TAIL: usize = SEGMENT;

type GroupAtEpoch = ([u8; 16], u32);

/// The segments of every group that was asked about since the start.
#[derive(Default)]
struct Cache(Mutex<HashMap<GroupAtEpoch, Arc<Segments>>>);

/// The cards of one group at one epoch, as they stood when the change `built_at` was made.
/// Replaced as a whole, never changed, so that whoever reads them holds no lock.
struct Segments {
    built_at: Position,
    parts: Vec<Part>,
    /// Every case that a row says was granted to the group, and whether a list shows it.
    cases: HashMap<CaseId, Place>,
    /// Lines in all parts, those that were replaced included.
    lines: usize,
}

/// What a list makes of a case that a row names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Shown,
    Withheld,
    Foreign,
}

/// One segment. A place whose card was replaced by a later segment names no case.
#[derive(Clone)]
struct Part {
    cases: Vec<Option<CaseId>>,
    sealed: Arc<Vec<u8>>,
}

/// The cards of one group as they stand now.
pub(super) struct View {
    segments: Arc<Segments>,
    /// What the segments are wrong about.
    changed: HashSet<CaseId>,
    tail: Vec<CaseId>,
    withheld: HashSet<CaseId>,
    lines: Zeroizing<Vec<u8>>,
}

/// The cards of a group, or none if it was granted no case. Ask before an act changes a card, not
/// after: what is remembered must not come from an act that is undone.
pub(super) fn view(act: &mut Act<'_>, group: &GroupKey) -> Result<Option<View>, Refusal> {
    let cache = act.app().memory::<Cache>();
    let place = (group.id(), group.epoch());
    let count = usize::try_from(rows::count_of_group(act.db(), group)?)
        .map_err(|_| Broken::bug("the cards of a group cannot be counted"))?;
    if count == 0 {
        cache.lock().remove(&place);
        return Ok(None);
    }
    let known = cache.lock().get(&place).cloned();
    let view = match known {
        Some(segments) => follow(act, group, &segments, count)?,
        None => None,
    };
    let view = match view {
        Some(view) => view,
        None => View::of(build(act, group)?),
    };
    cache.lock().insert(place, Arc::clone(&view.segments));
    Ok(Some(view))
}

impl Cache {
    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<GroupAtEpoch, Arc<Segments>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Segments {
    fn withheld(&self) -> impl Iterator<Item = CaseId> {
        let withheld = |(id, place): (&CaseId, &Place)| (*place == Place::Withheld).then_some(*id);
        self.cases.iter().filter_map(withheld)
    }
}

impl View {
    fn of(segments: Segments) -> Self {
        let withheld = segments.withheld().collect();
        Self {
            segments: Arc::new(segments),
            changed: HashSet::new(),
            tail: Vec::new(),
            withheld,
            lines: Zeroizing::new(Vec::new()),
        }
    }

    /// Whether the group has the case.
    pub fn has(&self, id: CaseId) -> bool {
        if self.changed.contains(&id) {
            self.tail.contains(&id)
        } else {
            self.segments.cases.get(&id) == Some(&Place::Shown)
        }
    }

    /// Cases that the group has and a list must not show.
    pub fn withheld(&self) -> &HashSet<CaseId> {
        &self.withheld
    }

    /// Shows every card but those that one of `others` has too.
    pub fn scan(
        &self,
        group: &GroupKey,
        organisation: [u8; 16],
        others: &[Self],
        look: &mut dyn FnMut(&Line<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let elsewhere = |id: &CaseId| others.iter().any(|other| other.has(*id));
        for (number, part) in (0_u64..).zip(&self.segments.parts) {
            let wanted = |id: &CaseId| !self.changed.contains(id) && !elsewhere(id);
            let wanted: Vec<Option<CaseId>> =
                part.cases.iter().map(|case| case.filter(wanted)).collect();
            if wanted.iter().all(Option::is_none) {
                continue;
            }
            let plain = group.open_segment(organisation, number, &part.sealed)?;
            show(plain.expose(), &wanted, look)?;
        }
        let wanted = |id: &CaseId| (!elsewhere(id)).then_some(*id);
        let wanted: Vec<Option<CaseId>> = self.tail.iter().map(wanted).collect();
        show(&self.lines, &wanted, look)
    }
}

fn show(
    mut lines: &[u8],
    wanted: &[Option<CaseId>],
    look: &mut dyn FnMut(&Line<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    for id in wanted {
        // A line is taken off also when nobody wants it: the next one begins where it ends.
        let line = Line::take(&mut lines, id.unwrap_or(CaseId::from_bytes([0; 16])))?;
        if id.is_some() {
            look(&line)?;
        }
    }
    Ok(())
}

/// What changed since the segments were made; none if they cannot be right any more.
fn follow(
    act: &mut Act<'_>,
    group: &GroupKey,
    segments: &Arc<Segments>,
    count: usize,
) -> Result<Option<View>, Refusal> {
    let organisation = act.member()?.organisation;
    let since = segments.built_at;
    if segments.withheld().next().is_some() {
        // What was put back may have been put right, without a trace: look again.
        return Ok(None);
    }
    let changes = rows::changes_since(act.db(), organisation, since)?;
    let changed: HashSet<CaseId> = changes.iter().map(|(id, _)| *id).collect();
    let rows = rows::changed_cards_of_group(act.db(), organisation, group, since)?;
    let replaced = changed
        .iter()
        .filter(|id| segments.cases.contains_key(id))
        .count();
    if segments.cases.len() - replaced + rows.len() != count {
        return Ok(None);
    }
    if changes.len() > LONGEST_TAIL {
        // Once as much was replaced as is there, starting anew is less work.
        if segments.lines + rows.len() > 2 * count + SEGMENT {
            return Ok(None);
        }
        let built_at = changes.iter().map(|(_, at)| *at).max().unwrap_or(since);
        let mut segments = without(segments, &changed, built_at);
        append(act, group, &mut segments, &rows)?;
        return Ok(Some(View::of(segments)));
    }
    let mut view = View {
        segments: Arc::clone(segments),
        changed,
        tail: Vec::with_capacity(rows.len()),
        withheld: HashSet::new(),
        lines: Zeroizing::new(Vec::with_capacity(rows.len() * 1024)),
    };
    for row in &rows {
        match open_row(act, row, group)? {
            Shown::Card(entry) => {
                view.tail.push(entry.id);
                brief::write(entry, &mut view.lines)?;
            }
            Shown::Withheld => {
                view.withheld.insert(row.case);
            }
            Shown::Foreign => {}
        }
    }
    Ok(Some(view))
}

fn without(segments: &Segments, changed: &HashSet<CaseId>, built_at: Position) -> Segments {
    let kept = |case: &Option<CaseId>| case.filter(|id| !changed.contains(id));
    let parts = segments.parts.iter().map(|part| Part {
        cases: part.cases.iter().map(kept).collect(),
        sealed: Arc::clone(&part.sealed),
    });
    let cases = segments.cases.iter();
    let cases = cases.filter(|(id, _)| !changed.contains(id));
    Segments {
        built_at,
        parts: parts.collect(),
        cases: cases.map(|(id, place)| (*id, *place)).collect(),
        lines: segments.lines,
    }
}

fn build(act: &mut Act<'_>, group: &GroupKey) -> Result<Segments, Refusal> {
    let organisation = act.member()?.organisation;
    // Before the rows: what changes between the two is then seen twice and not missed.
    let built_at = rows::last_change(act.db(), organisation)?;
    let rows = rows::cards_of_group(act.db(), group)?;
    let mut segments = Segments {
        built_at,
        parts: Vec::new(),
        cases: HashMap::with_capacity(rows.len()),
        lines: 0,
    };
    append(act, group, &mut segments, &rows)?;
    Ok(segments)
}

fn append(
    act: &mut Act<'_>,
    group: &GroupKey,
    segments: &mut Segments,
    rows: &[rows::CardRow],
) -> Result<(), Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    for chunk in rows.chunks(SEGMENT) {
        // With all the room from the start, no half-grown copy is left behind.
        let mut plain = Zeroizing::new(Vec::with_capacity(chunk.len() * 1100));
        let mut shown = Vec::with_capacity(chunk.len());
        for row in chunk {
            let place = match open_row(act, row, group)? {
                Shown::Card(entry) => {
                    shown.push(Some(entry.id));
                    brief::write(entry, &mut plain)?;
                    Place::Shown
                }
                Shown::Withheld => Place::Withheld,
                Shown::Foreign => Place::Foreign,
            };
            segments.cases.insert(row.case, place);
        }
        let number = u64::try_from(segments.parts.len()).unwrap_or(u64::MAX);
        let sealed = group.seal_segment(organisation, number, &plain, act.rng())?;
        segments.lines += chunk.len();
        segments.parts.push(Part {
            cases: shown,
            sealed: Arc::new(sealed),
        });
    }
    Ok(())
}
