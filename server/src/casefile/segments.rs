//! The cards of each group in memory, so that a list or a search need not open every card in the
//! database. Nothing in clear stays in memory between two questions.
//!
//! They are kept under a tag that does not name the group. Which cases are the group's is found by
//! the labels of grants, once; what changed since comes from the database; when that grows long it
//! becomes a run of its own, and what it replaces is passed over. A case whose card is not believed
//! is looked at again at every question, until it is. What nobody asked for in an hour is forgotten.
//!
//! Each run is in the order of lists, so that a first page opens the first part of each, however
//! many cases there are.

use std::collections::{HashMap, HashSet};
use std::ops::{ControlFlow, Range};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use amparo_store::{CaseId, Digest, Moment, Position};
use chrono::TimeDelta;

use super::brief::{CardBrief, Place};
use super::cards::{CardEntry, Shown};
use super::keys::{self, Held};
use super::rounds::{Rounds, cards, shown};
use super::rows;
use super::segment::{Found, Group, Line, Opened, PART, Part};
use crate::foundation::{Act, App, Refusal};
use crate::register;

/// Changed cards that are read from the database at every question before they become a run.
const CHANGED: usize = 256;
/// How long segments that nobody asks for are kept.
const KEPT: TimeDelta = TimeDelta::hours(1);

/// What was asked about since the start, by the tag of the group's key, and when last.
type Known = HashMap<[u8; 32], (Arc<Segments>, Moment)>;

#[derive(Default)]
struct Cache(Mutex<Known>);

impl Cache {
    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The cards of one group at one epoch, as they stood when the change `built_at` was made.
/// Replaced as a whole, never changed, so that whoever reads them holds no lock.
struct Segments {
    built_at: Position,
    parts: Vec<Part>,
    /// Where in `parts` each run begins.
    runs: Vec<usize>,
    /// The number of the next sealed piece.
    numbers: u64,
    /// Every case with a grant that is the group's and that a list shows.
    shown: HashSet<CaseId>,
    /// Cases of the group that a list must not show.
    withheld: HashSet<CaseId>,
    /// Lines in all parts, those that were replaced included.
    lines: usize,
    /// When the order is another one by the clock alone: then everything is looked at anew.
    until: Option<Moment>,
}

/// The cards of one group as they stand now.
pub(super) struct View<'a> {
    group: Group<'a>,
    segments: Arc<Segments>,
    /// What the segments are wrong about.
    changed: HashSet<CaseId>,
    tail: Vec<Opened>,
    withheld: HashSet<CaseId>,
}

/// What changed in an organisation since the oldest segments that are asked for were made.
#[derive(Default)]
struct News {
    changes: Vec<(CaseId, Position)>,
    labels: Vec<rows::Label>,
}

/// The cards of every group of the acting member. Ask before an act changes a card, not after: what
/// is remembered must not come from an act that is undone.
pub(super) fn views<'a>(act: &mut Act<'a>) -> Result<Vec<View<'a>>, Refusal> {
    let cache = act.app().memory::<Cache>();
    let organisation = act.member()?.organisation;
    let held = keys::held(act)?;
    let newest = register::newest_change(act, organisation)?;
    let known: Vec<Option<Arc<Segments>>> = {
        let segments = cache.lock();
        let known = |one: &Held<'_>| segments.get(&one.tag()).map(|(known, _)| Arc::clone(known));
        // A counter that went back says that somebody put rows back.
        let holds = |known: &Arc<Segments>| {
            known.built_at <= newest && known.until.is_none_or(|until| until > act.now)
        };
        let known = |one| known(one).filter(&holds);
        held.iter().map(known).collect()
    };
    let news = news(act, newest, &known)?;
    let mut all: Option<Vec<rows::Label>> = None;
    let mut views = Vec::new();
    for (one, known) in held.iter().zip(known) {
        let group = Group {
            key: one.key,
            organisation: organisation.as_bytes(),
        };
        let followed = match known {
            Some(segments) => follow(act, group, one, &segments, &news)?,
            None => None,
        };
        let view = match followed {
            Some(view) => view,
            None => View::of(group, build(act, group, one, newest, &mut all)?),
        };
        let segments = Arc::clone(&view.segments);
        cache.lock().insert(one.tag(), (segments, act.now));
        views.push(view);
    }
    Ok(views)
}

/// Forgets what nobody asked for in an hour.
pub fn forget_unused(app: &App, now: Moment) {
    let cache = app.memory::<Cache>();
    cache.lock().retain(|_, (_, asked)| asked.plus(KEPT) > now);
}

/// Forgets cases that are not there any more, whoever took them away.
pub(super) fn forget(act: &Act<'_>, gone: &HashSet<CaseId>) {
    let cache = act.app().memory::<Cache>();
    for (segments, _) in cache.lock().values_mut() {
        if segments.shown.iter().any(|id| gone.contains(id)) {
            *segments = Arc::new(without(segments, gone, segments.built_at));
        }
    }
}

/// What changed since: nothing, if the counter stands where it stood.
fn news(
    act: &mut Act<'_>,
    newest: Position,
    known: &[Option<Arc<Segments>>],
) -> Result<News, Refusal> {
    let organisation = act.member()?.organisation;
    let since = known.iter().flatten().map(|it| it.built_at).min();
    match since {
        Some(since) if since != newest => Ok(News {
            changes: rows::changes_since(act.db(), organisation, since)?,
            labels: rows::labels_since(act.db(), organisation, since)?,
        }),
        _ => Ok(News::default()),
    }
}

impl Segments {
    fn runs(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.runs.iter().skip(1).copied().chain([self.parts.len()]);
        self.runs
            .iter()
            .copied()
            .zip(ends)
            .map(|(from, to)| from..to)
    }
}

impl<'a> View<'a> {
    fn of(group: Group<'a>, segments: Segments) -> Self {
        Self {
            group,
            withheld: segments.withheld.clone(),
            segments: Arc::new(segments),
            changed: HashSet::new(),
            tail: Vec::new(),
        }
    }

    /// Whether the group has the case.
    pub fn has(&self, id: CaseId) -> bool {
        if self.changed.contains(&id) {
            self.tail.iter().any(|one| one.brief.id == id)
        } else {
            self.segments.shown.contains(&id)
        }
    }

    /// Cases that the group has and a list must not show.
    pub fn withheld(&self) -> &HashSet<CaseId> {
        &self.withheld
    }

    /// The cases that a list shows.
    pub fn shown(&self) -> impl Iterator<Item = CaseId> {
        let kept = self.segments.shown.iter().copied();
        kept.filter(|id| !self.changed.contains(id))
            .chain(self.tail.iter().map(|one| one.brief.id))
    }

    /// Shows every card but those that are `elsewhere` too, in runs, each in the order of lists. A
    /// break ends the run. If `from` is given, a run may begin where it stands.
    pub fn scan<'v>(
        &'v self,
        with_words: bool,
        from: Option<&Place>,
        elsewhere: &dyn Fn(&CaseId) -> bool,
        look: &mut dyn FnMut(&Line<'_, 'v>) -> Result<ControlFlow<()>, Refusal>,
    ) -> Result<(), Refusal> {
        let wanted = |id: &CaseId| !self.changed.contains(id) && !elsewhere(id);
        for run in self.segments.runs() {
            let parts = self.segments.parts.get(run).unwrap_or_default();
            let begin = match from {
                Some(from) => self.begin(parts, from)?,
                None => 0,
            };
            for part in parts.iter().skip(begin) {
                if part.look(self.group, with_words, &wanted, look)?.is_break() {
                    break;
                }
            }
        }
        for one in self.tail.iter().filter(|one| !elsewhere(&one.brief.id)) {
            if look(&one.line())?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// The first part of a run in which something from `place` on may stand.
    fn begin(&self, parts: &[Part], place: &Place) -> Result<usize, Refusal> {
        let (mut low, mut high) = (0, parts.len());
        while let Some(part) = parts
            .get(low..high)
            .and_then(|rest| rest.get(rest.len() / 2))
        {
            let middle = low + (high - low) / 2;
            if part.begins_before(self.group, place)? {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(low.saturating_sub(1))
    }

    /// The whole card of a line.
    pub fn card(&self, found: Found<'_>, brief: CardBrief) -> Result<CardEntry, Refusal> {
        found.card(self.group, brief)
    }
}

/// What changed since the segments were made; none if starting anew is less work.
fn follow<'a>(
    act: &mut Act<'_>,
    group: Group<'a>,
    held: &Held<'_>,
    segments: &Arc<Segments>,
    news: &News,
) -> Result<Option<View<'a>>, Refusal> {
    let since = segments.built_at;
    let newer = news.changes.iter().filter(|(_, at)| *at > since);
    let mut changed: HashSet<CaseId> = newer.map(|(id, _)| *id).collect();
    let many = changed.len() > CHANGED;
    let newer = news.labels.iter().filter(|one| one.change > since);
    let mut labels: Vec<rows::Label> = newer.copied().collect();
    // What was put back may have been put right since, without a trace.
    let again = segments.withheld.iter().copied();
    let again: Vec<CaseId> = again.filter(|id| !changed.contains(id)).collect();
    if !again.is_empty() {
        changed.extend(again.iter().copied());
        labels.extend(rows::labels_of(act.db(), again)?);
    }
    if many {
        if segments.lines + changed.len() > 2 * segments.shown.len() + CHANGED {
            return Ok(None);
        }
        let newest = news.changes.iter().map(|(_, at)| *at).max();
        let mut segments = without(segments, &changed, newest.unwrap_or(since));
        append(act, group, held, &mut segments, &labels)?;
        return Ok(Some(View::of(group, segments)));
    }
    let mut withheld = HashSet::new();
    let tail = open_all(act, held, &labels, &mut withheld)?;
    Ok(Some(View {
        group,
        segments: Arc::clone(segments),
        changed,
        tail,
        withheld,
    }))
}

/// Every card that some labels lead to, in the order of lists.
fn open_all(
    act: &mut Act<'_>,
    held: &Held<'_>,
    labels: &[rows::Label],
    withheld: &mut HashSet<CaseId>,
) -> Result<Vec<Opened>, Refusal> {
    let mut opened = Vec::new();
    let mut rounds = Rounds::default();
    while let Some(own) = rounds.next(act, held, labels)? {
        for some in own.chunks(PART) {
            open_some(act, held, some, &mut rounds, &mut opened, withheld)?;
        }
    }
    opened.sort_unstable_by_key(|one: &Opened| one.brief.place());
    Ok(opened)
}

fn open_some(
    act: &mut Act<'_>,
    held: &Held<'_>,
    some: &[(CaseId, Digest)],
    rounds: &mut Rounds,
    opened: &mut Vec<Opened>,
    withheld: &mut HashSet<CaseId>,
) -> Result<(), Refusal> {
    for (id, label, row) in cards(act, some)? {
        match shown(act, row, held)? {
            Shown::Card(entry) => {
                withheld.remove(&id);
                opened.push(Opened::new(*entry, act.now)?);
            }
            Shown::Withheld => {
                withheld.insert(id);
            }
            Shown::Foreign => rounds.pass_over(id, label),
        }
    }
    Ok(())
}

fn without(segments: &Segments, gone: &HashSet<CaseId>, built_at: Position) -> Segments {
    let kept = |ids: &HashSet<CaseId>| ids.difference(gone).copied().collect();
    let parts = segments.parts.iter();
    Segments {
        built_at,
        parts: parts
            .map(|part| part.without(|id| gone.contains(id)))
            .collect(),
        runs: segments.runs.clone(),
        numbers: segments.numbers,
        shown: kept(&segments.shown),
        withheld: kept(&segments.withheld),
        lines: segments.lines,
        until: segments.until,
    }
}

/// `all` are the labels of the whole organisation, which several groups may be looked up in.
fn build(
    act: &mut Act<'_>,
    group: Group<'_>,
    held: &Held<'_>,
    newest: Position,
    all: &mut Option<Vec<rows::Label>>,
) -> Result<Segments, Refusal> {
    let organisation = act.member()?.organisation;
    let labels = match all {
        Some(labels) => labels,
        None => all.insert(rows::labels_since(act.db(), organisation, Position::NONE)?),
    };
    let mut segments = Segments {
        built_at: newest,
        parts: Vec::new(),
        runs: Vec::new(),
        numbers: 0,
        shown: HashSet::new(),
        withheld: HashSet::new(),
        lines: 0,
        until: None,
    };
    append(act, group, held, &mut segments, labels)?;
    Ok(segments)
}

/// Adds a run.
fn append(
    act: &mut Act<'_>,
    group: Group<'_>,
    held: &Held<'_>,
    segments: &mut Segments,
    labels: &[rows::Label],
) -> Result<(), Refusal> {
    let opened = open_all(act, held, labels, &mut segments.withheld)?;
    segments.runs.push(segments.parts.len());
    segments.lines += opened.len();
    let until = opened.iter().filter_map(|one| one.until);
    segments.until = until.chain(segments.until).min();
    segments.shown.extend(opened.iter().map(|one| one.brief.id));
    for some in opened.chunks(PART) {
        let part = Part::seal(group, &mut segments.numbers, some, act.rng())?;
        segments.parts.push(part);
    }
    Ok(())
}
