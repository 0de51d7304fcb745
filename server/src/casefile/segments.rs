//! Cards in memory: 256 to a sealed segment, opened one segment after the other, so that a list or
//! a search need not open every card in the database. Nothing in clear stays in memory between two
//! questions.
//!
//! A segment is sealed under its group's key, so what lies in memory opens for members of the group
//! only, and it is kept under a tag that does not name the group. Which cases are the group's is
//! found by the labels of grants, once; what changed since comes from the database; when that grows
//! long it becomes segments of its own, and what it replaces is passed over. A case that went
//! without a trace builds everything anew. A case whose card is not believed is looked at again at
//! every question, until it is.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use amparo_store::{CaseId, Digest, OrganisationId, Position};
use amparo_vault::{GroupKey, Zeroizing};

use super::brief::{self, Line};
use super::cards::{Shown, open_row};
use super::keys::{self, Held};
use super::rows;
use crate::foundation::{Act, Refusal};

/// Cards in one segment, and changed cards that are read from the database at every question before
/// they become segments.
const SEGMENT: usize = 256;

/// What was asked about since the start.
#[derive(Default)]
struct Cache {
    /// By the tag of the group's key.
    segments: Mutex<HashMap<[u8; 32], Arc<Segments>>>,
    /// Every case that an organisation has a card of.
    cases: Mutex<HashMap<OrganisationId, Arc<HashSet<CaseId>>>>,
}

/// The cards of one group at one epoch, as they stood when the change `built_at` was made.
/// Replaced as a whole, never changed, so that whoever reads them holds no lock.
struct Segments {
    built_at: Position,
    parts: Vec<Part>,
    /// Every case with a grant that is the group's, and whether a list shows it.
    cases: HashMap<CaseId, Place>,
    /// Lines in all parts, those that were replaced included.
    lines: usize,
}

/// What a list makes of a case with a grant of the group.
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

/// What changed in an organisation since the oldest segments that are asked for were made.
struct News {
    changes: Vec<(CaseId, Position)>,
    labels: Vec<rows::Label>,
}

/// The cards of every group of the acting member. Ask before an act changes a card, not after: what
/// is remembered must not come from an act that is undone.
pub(super) fn views<'a>(act: &mut Act<'a>) -> Result<Vec<(&'a GroupKey, View)>, Refusal> {
    let cache = act.app().memory::<Cache>();
    let held = keys::held(act)?;
    let known: Vec<Option<Arc<Segments>>> = {
        let segments = lock(&cache.segments);
        held.iter()
            .map(|one| segments.get(&one.tag()).cloned())
            .collect()
    };
    let news = news(act, &cache, &known)?;
    let mut all: Option<Vec<rows::Label>> = None;
    let mut views = Vec::new();
    for (one, known) in held.iter().zip(known) {
        let view = match (known, &news) {
            (Some(segments), Some(news)) => follow(act, one, &segments, news)?,
            _ => None,
        };
        let view = match view {
            Some(view) => view,
            None => View::of(build(act, one, &mut all)?),
        };
        lock(&cache.segments).insert(one.tag(), Arc::clone(&view.segments));
        views.push((one.key, view));
    }
    Ok(views)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What changed since; none if nothing is known yet, or if a case went without a trace.
fn news(
    act: &mut Act<'_>,
    cache: &Cache,
    known: &[Option<Arc<Segments>>],
) -> Result<Option<News>, Refusal> {
    let organisation = act.member()?.organisation;
    let count = rows::count_cards(act.db(), organisation)?;
    let since = known.iter().flatten().map(|it| it.built_at).min();
    let before = lock(&cache.cases).get(&organisation).cloned();
    if let (Some(since), Some(before)) = (since, before) {
        let changes = rows::changes_since(act.db(), organisation, since)?;
        let mut cases = before;
        if changes.iter().any(|(id, _)| !cases.contains(id)) {
            Arc::make_mut(&mut cases).extend(changes.iter().map(|(id, _)| *id));
            lock(&cache.cases).insert(organisation, Arc::clone(&cases));
        }
        if i64::try_from(cases.len()) == Ok(count) {
            let labels = if changes.is_empty() {
                Vec::new()
            } else {
                rows::labels_since(act.db(), organisation, since)?
            };
            return Ok(Some(News { changes, labels }));
        }
    }
    let all = rows::changes_since(act.db(), organisation, Position::NONE)?;
    let all = all.into_iter().map(|(id, _)| id).collect();
    lock(&cache.cases).insert(organisation, Arc::new(all));
    Ok(None)
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

    /// The cases that a list shows.
    pub fn shown(&self) -> impl Iterator<Item = CaseId> {
        let kept = |(id, place): (&CaseId, &Place)| {
            (*place == Place::Shown && !self.changed.contains(id)).then_some(*id)
        };
        self.segments
            .cases
            .iter()
            .filter_map(kept)
            .chain(self.tail.iter().copied())
    }

    /// Shows every card but those that are `elsewhere` too.
    pub fn scan(
        &self,
        group: &GroupKey,
        organisation: [u8; 16],
        elsewhere: &dyn Fn(&CaseId) -> bool,
        look: &mut dyn FnMut(&Line<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
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

/// What changed since the segments were made; none if starting anew is less work.
fn follow(
    act: &mut Act<'_>,
    held: &Held<'_>,
    segments: &Arc<Segments>,
    news: &News,
) -> Result<Option<View>, Refusal> {
    let since = segments.built_at;
    let newer = news.changes.iter().filter(|(_, at)| *at > since);
    let mut changed: HashSet<CaseId> = newer.map(|(id, _)| *id).collect();
    let many = changed.len() > SEGMENT;
    let newer = news.labels.iter().filter(|one| one.change > since);
    let mut labels: Vec<rows::Label> = newer.copied().collect();
    // What was put back may have been put right since, without a trace.
    let again: Vec<CaseId> = segments
        .withheld()
        .filter(|id| !changed.contains(id))
        .collect();
    if !again.is_empty() {
        changed.extend(again.iter().copied());
        labels.extend(rows::labels_of(act.db(), again)?);
    }
    let own = own(act, held, &labels)?;
    if many {
        if segments.lines + own.len() > 2 * segments.cases.len() + SEGMENT {
            return Ok(None);
        }
        let newest = news.changes.iter().map(|(_, at)| *at).max();
        let mut segments = without(segments, &changed, newest.unwrap_or(since));
        append(act, held, &mut segments, &own)?;
        return Ok(Some(View::of(segments)));
    }
    let mut view = View {
        segments: Arc::clone(segments),
        changed,
        tail: Vec::with_capacity(own.len()),
        withheld: HashSet::new(),
        lines: Zeroizing::new(Vec::with_capacity(own.len() * 1024)),
    };
    for (id, row) in cards(act, &own)? {
        match shown(act, row, held)? {
            Shown::Card(entry) => {
                view.tail.push(id);
                brief::write(*entry, &mut view.lines)?;
            }
            Shown::Withheld => {
                view.withheld.insert(id);
            }
            Shown::Foreign => {}
        }
    }
    Ok(Some(view))
}

/// Those of some grants that are the group's.
fn own(
    act: &mut Act<'_>,
    held: &Held<'_>,
    labels: &[rows::Label],
) -> Result<Vec<(CaseId, Digest)>, Refusal> {
    let mut own = Vec::new();
    let mut there = HashSet::new();
    for waits in [false, true] {
        for one in labels.iter().filter(|one| one.waits == waits) {
            if !there.contains(&one.case) && keys::is_of(act, one, held)? {
                there.insert(one.case);
                own.push((one.case, one.label));
            }
        }
    }
    Ok(own)
}

/// The card of each case, if its row can be read at all.
fn cards(
    act: &mut Act<'_>,
    own: &[(CaseId, Digest)],
) -> Result<Vec<(CaseId, Option<rows::CardRow>)>, Refusal> {
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let (some, under) = own.iter().copied().unzip();
    let rows = rows::cards_of(act.db(), some, under)?;
    let mut rows: HashMap<CaseId, rows::CardRow> =
        rows.into_iter().map(|row| (row.case, row)).collect();
    Ok(own.iter().map(|(id, _)| (*id, rows.remove(id))).collect())
}

fn shown(act: &mut Act<'_>, row: Option<rows::CardRow>, held: &Held<'_>) -> Result<Shown, Refusal> {
    match row {
        Some(row) => open_row(act, &row, held),
        None => Ok(Shown::Withheld),
    }
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

/// `all` are the labels of the whole organisation, which several groups may be looked up in.
fn build(
    act: &mut Act<'_>,
    held: &Held<'_>,
    all: &mut Option<Vec<rows::Label>>,
) -> Result<Segments, Refusal> {
    let organisation = act.member()?.organisation;
    let labels = match all {
        Some(labels) => labels,
        None => all.insert(rows::labels_since(act.db(), organisation, Position::NONE)?),
    };
    let own = own(act, held, labels)?;
    let mut segments = Segments {
        built_at: labels
            .iter()
            .map(|one| one.change)
            .max()
            .unwrap_or_default(),
        parts: Vec::new(),
        cases: HashMap::with_capacity(own.len()),
        lines: 0,
    };
    append(act, held, &mut segments, &own)?;
    Ok(segments)
}

fn append(
    act: &mut Act<'_>,
    held: &Held<'_>,
    segments: &mut Segments,
    own: &[(CaseId, Digest)],
) -> Result<(), Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    for chunk in own.chunks(SEGMENT) {
        // With all the room from the start, no half-grown copy is left behind.
        let mut plain = Zeroizing::new(Vec::with_capacity(chunk.len() * 1100));
        let mut lines = Vec::with_capacity(chunk.len());
        for (id, row) in cards(act, chunk)? {
            let place = match shown(act, row, held)? {
                Shown::Card(entry) => {
                    lines.push(Some(id));
                    brief::write(*entry, &mut plain)?;
                    Place::Shown
                }
                Shown::Withheld => Place::Withheld,
                Shown::Foreign => Place::Foreign,
            };
            segments.cases.insert(id, place);
        }
        let number = u64::try_from(segments.parts.len()).unwrap_or(u64::MAX);
        let sealed = held
            .key
            .seal_segment(organisation, number, &plain, act.rng())?;
        segments.lines += chunk.len();
        segments.parts.push(Part {
            cases: lines,
            sealed: Arc::new(sealed),
        });
    }
    Ok(())
}
