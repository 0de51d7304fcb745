//! What must happen next in all cases of one's reach, read from the cards alone.

use amparo_store::{CaseId, Moment};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::casefile::{self, Author, CaseStatus, NextKind};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery};
use crate::words::Priority;

/// Whose next steps, until when, and how many.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AgendaQuery {
    /// How many steps to answer at most, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before. Absent for the first page.
    #[param(max_length = 512)]
    pub after: Option<String>,
    /// Only what is due before this time (RFC 3339, UTC).
    #[param(value_type = Option<String>, format = DateTime)]
    pub before: Option<Moment>,
    /// True: only in cases that the caller works.
    pub mine: Option<bool>,
}

/// The next step of one open case: its earliest task that is not done, or a removal before that.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AgendaItem {
    /// The case: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub case: CaseId,
    /// What is said aloud and shown on shared screens instead of a name, such as `C-7F3K`.
    pub pseudonym: String,
    /// How soon somebody must act in the case.
    pub priority: Priority,
    /// The member who works the case. Null if nobody does.
    pub assigned: Option<Author>,
    /// By when it must have happened (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub due: Moment,
    /// What must happen, in a few words. Empty for a removal.
    pub what: String,
    /// What sort of step it is.
    pub kind: NextKind,
    /// The clock on which it was said, as the IANA names it. It decides how the time is shown; UTC if
    /// null.
    pub time_zone: Option<String>,
    /// Nobody is to be called: somebody wrote it down, or the person said so with the receipt.
    pub no_contact: bool,
    /// It was due before this answer was made.
    pub overdue: bool,
}

impl AgendaItem {
    /// Whether it is a removal, which has no words of its own.
    pub fn is_removal(&self) -> bool {
        self.kind == NextKind::Removal
    }
}

/// The next step of every open case in one's reach, by when it is due.
pub(super) fn agenda(
    act: &mut Act<'_>,
    query: &AgendaQuery,
) -> Result<Listing<AgendaItem>, Refusal> {
    let me = act.needs(Right::Read, Object::Case)?.account;
    let page = PageQuery {
        limit: query.limit,
        after: query.after.clone(),
    };
    let (limit, after) = (page.limit()?, page.after::<AgendaPosition>()?);
    let now = act.now;
    let cards = casefile::first(act, limit + 1, |brief| {
        let shown = brief.status == CaseStatus::Open
            && (query.mine != Some(true) || brief.assigned == Some(me));
        let due = brief
            .due
            .filter(|due| shown && query.before.is_none_or(|before| *due < before))?;
        let place = AgendaPosition(due, brief.id);
        after.is_none_or(|last| place > last).then_some(place)
    })?;
    let items: Vec<AgendaItem> = cards
        .shown
        .into_iter()
        .filter_map(|entry| {
            let card = entry.card;
            let priority = card.priority_at(now);
            let next = card.next?;
            Some(AgendaItem {
                case: entry.id,
                pseudonym: card.pseudonym,
                priority,
                assigned: card.assigned,
                due: next.due,
                what: next.what,
                kind: next.kind,
                time_zone: next.time_zone,
                no_contact: card.no_contact,
                overdue: next.due < now,
            })
        })
        .collect();
    ledger::note(act, What::TasksListed, About::default())?;
    Ok(Listing::cut(items, limit, |item| {
        format!("{}~{}", item.due, item.case)
    }))
}

/// The place of a step in the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct AgendaPosition(Moment, CaseId);

impl std::str::FromStr for AgendaPosition {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (due, case) = text.split_once('~').ok_or(())?;
        Ok(Self(
            due.parse().map_err(|_| ())?,
            case.parse().map_err(|_| ())?,
        ))
    }
}
