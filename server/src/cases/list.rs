//! The list of cases and the search: pseudonyms, never names.

use std::fmt;
use std::str::FromStr;

use amparo_store::{CaseId, Day, Moment};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::casefile::{self, Author, Card, CardBrief, Cards, CaseStatus, NextStep, Place};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery};
use crate::words::{Country, Language, NeedCategory, Priority};

/// Which cases, how many, and from where.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CasesQuery {
    /// How many cases to answer at most, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before. Absent for the first page.
    #[param(max_length = 512)]
    pub after: Option<String>,
    /// Only open or only closed cases. If absent, only open ones.
    pub status: Option<CaseStatus>,
    /// Only cases of this priority, `P1` (now) to `P4` (routine).
    pub priority: Option<Priority>,
    /// Only the cases that the caller works (`me`), or only those that nobody works (`none`).
    #[param(inline)]
    pub assigned: Option<AssignedTo>,
    /// `unsigned`: only those where something was shared without consent and no supervisor has
    /// looked at it.
    #[serde(rename = "override")]
    #[param(inline)]
    pub overridden: Option<OverrideFilter>,
}

/// Whose cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AssignedTo {
    /// Those of the member who asks.
    Me,
    /// Those that nobody works.
    None,
}

/// Which overrides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OverrideFilter {
    /// Those that no supervisor has looked at.
    Unsigned,
}

/// A case as lists show it: its sealed summary, without names.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of its own in a list"
)]
pub struct CaseRow {
    /// The case: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: CaseId,
    /// What is said aloud and shown on shared screens instead of a name, such as `C-7F3K`. No part
    /// of it comes from the person.
    pub pseudonym: String,
    /// How soon somebody must act.
    pub priority: Priority,
    /// Whether work goes on or the case is closed.
    pub status: CaseStatus,
    /// The member who works the case. Null if nobody does.
    pub assigned: Option<Author>,
    /// The earliest task that is not done, or a removal before that. Null if there is none.
    pub next: Option<NextStep>,
    /// The languages spoken in the case, ISO 639-3, the main person's first. At most four.
    pub languages: Vec<Language>,
    /// The country the person is in, ISO 3166-1 alpha-2: as the sheet of the case says, else where
    /// she is held. Null if neither is known.
    pub country: Option<Country>,
    /// Somebody is held somewhere now: a stay in custody has not ended.
    pub detained: bool,
    /// The categories of needs that are not met yet.
    pub open_needs: Vec<NeedCategory>,
    /// Something was shared without consent, and no supervisor has looked at it yet.
    pub override_unsigned: bool,
    /// Something came by a call, and nobody has looked at it yet.
    pub has_news: bool,
    /// Nobody is to be called: somebody wrote it down, or the person said so with the receipt.
    pub no_contact: bool,
    /// The day the case was opened (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub opened_on: Day,
    /// The day something last changed in the case (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub touched_on: Day,
}

impl CaseRow {
    /// As it stands at a moment.
    pub(super) fn new(id: CaseId, card: &Card, now: Moment) -> Self {
        let priority = card.priority_at(now);
        let card = card.clone();
        Self {
            id,
            pseudonym: card.pseudonym,
            priority,
            status: card.status,
            assigned: card.assigned,
            next: card.next,
            languages: card.languages,
            country: card.country,
            detained: card.detained,
            open_needs: card.open_needs,
            override_unsigned: card.override_unsigned,
            has_news: card.has_news,
            no_contact: card.no_contact,
            opened_on: card.opened_on,
            touched_on: card.touched_on,
        }
    }
}

/// One page of cases, with the way to the next one, and with how many were left out.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseListing<T> {
    /// The items of this page, in the order of the list.
    pub items: Vec<T>,
    /// Give this as `after` to get the next page. Null on the last page, and where everything is
    /// answered at once.
    pub next: Option<String>,
    /// How many cases that the caller can open were left out, of this and every other page, because
    /// what the server has of them is older than what it had before or does not fit together: 0
    /// unless somebody changed the database. Tell the administrator if it is more.
    pub withheld: usize,
}

/// The cases in the acting member's reach, most urgent first.
pub(super) fn list(act: &mut Act<'_>, query: &CasesQuery) -> Result<CaseListing<CaseRow>, Refusal> {
    let me = act.needs(Right::Read, Object::Case)?.account;
    let page = PageQuery {
        limit: query.limit,
        after: query.after.clone(),
    };
    let status = query.status.unwrap_or(CaseStatus::Open);
    those(act, &page, status, |brief| {
        query.priority.is_none_or(|one| brief.priority == one)
            && (query.overridden.is_none() || brief.override_unsigned)
            && match query.assigned {
                None => true,
                Some(AssignedTo::None) => brief.assigned.is_none(),
                Some(AssignedTo::Me) => brief.assigned == Some(me),
            }
    })
}

/// One page of the open or the closed cases in reach that `wanted` picks, most urgent first.
pub(super) fn those(
    act: &mut Act<'_>,
    page: &PageQuery,
    status: CaseStatus,
    wanted: impl Fn(&CardBrief) -> bool,
) -> Result<CaseListing<CaseRow>, Refusal> {
    let asked = Asked::of(page, status)?;
    let found = casefile::page(act, asked.limit + 1, status, asked.after.as_ref(), wanted)?;
    asked.listing(act, found)
}

/// The same, while every case in reach is looked at, for the numbers above a list.
pub(super) fn those_and_all(
    act: &mut Act<'_>,
    page: &PageQuery,
    status: CaseStatus,
    wanted: impl Fn(&CardBrief) -> bool,
    look: impl FnMut(&CardBrief),
) -> Result<CaseListing<CaseRow>, Refusal> {
    let asked = Asked::of(page, status)?;
    let (most, after) = (asked.limit + 1, asked.after.as_ref());
    let found = casefile::page_and_all(act, most, status, after, wanted, look)?;
    asked.listing(act, found)
}

/// How many cases, and behind which.
struct Asked {
    limit: usize,
    after: Option<Place>,
}

impl Asked {
    fn of(page: &PageQuery, status: CaseStatus) -> Result<Self, Refusal> {
        let after = page.after::<ListPosition>()?;
        Ok(Self {
            limit: page.limit()?,
            after: after.map(|after| after.among(status)),
        })
    }

    fn listing(&self, act: &mut Act<'_>, found: Cards) -> Result<CaseListing<CaseRow>, Refusal> {
        ledger::note(act, What::CasesListed, About::default())?;
        let page = Listing::cut(found.shown, self.limit, |entry| {
            ListPosition::of(&CardBrief::of(entry.id, &entry.card)).to_string()
        });
        let (now, rows) = (act.now, page.items.iter());
        Ok(CaseListing {
            items: rows
                .map(|entry| CaseRow::new(entry.id, &entry.card, now))
                .collect(),
            next: page.next,
            withheld: found.withheld,
        })
    }
}

/// What to look for in the cases that the caller can open.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchQuery {
    /// Parts of names, tags, numbers or the pseudonym, parted by spaces: all of them must be there.
    /// At least two letters or digits. Accents and scripts are folded.
    #[schema(min_length = 2, max_length = 200)]
    pub query: String,
    /// How many cases to answer at most, 1 to 200; 20 if absent.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 200)]
    pub limit: Option<u8>,
}

/// A case that was found. What it was found by is left out on purpose.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Found {
    /// The case: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: CaseId,
    /// What is said aloud and shown on shared screens instead of a name, such as `C-7F3K`.
    pub pseudonym: String,
    /// How soon somebody must act.
    pub priority: Priority,
    /// Whether work goes on or the case is closed.
    pub status: CaseStatus,
    /// The earliest task that is not done, or a removal before that. Null if there is none.
    pub next: Option<NextStep>,
    /// Nobody is to be called: somebody wrote it down, or the person said so with the receipt.
    pub no_contact: bool,
}

/// Looks through the cases in the acting member's reach, most urgent first.
pub fn search(act: &mut Act<'_>, asked: &SearchQuery) -> Result<CaseListing<Found>, Refusal> {
    act.needs(Right::Read, Object::Case)?;
    if asked.query.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
        return Err(Refusal::fault(
            "/query",
            "empty",
            "must have at least two letters or digits",
        ));
    }
    let most = usize::from(asked.limit.unwrap_or(20));
    let found = casefile::search(act, &asked.query, most)?;
    ledger::note(act, What::CasesSearched, About::default())?;
    let items = found.shown.into_iter().map(|entry| Found {
        id: entry.id,
        pseudonym: entry.card.pseudonym,
        priority: entry.card.priority,
        status: entry.card.status,
        next: entry.card.next,
        no_contact: entry.card.no_contact,
    });
    Ok(CaseListing {
        items: items.collect(),
        next: None,
        withheld: found.withheld,
    })
}

/// The place of a case in the list. The cursor holds all of it, so a page begins where the last
/// one ended even if the case there has moved since.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ListPosition {
    priority: Priority,
    due: Option<Moment>,
    touched_on: Day,
    id: CaseId,
}

impl ListPosition {
    fn of(brief: &CardBrief) -> Self {
        Self {
            priority: brief.priority,
            due: brief.due,
            touched_on: brief.touched_on,
            id: brief.id,
        }
    }

    fn among(self, status: CaseStatus) -> Place {
        let Self {
            priority,
            due,
            touched_on,
            id,
        } = self;
        Place {
            status,
            priority,
            due,
            touched_on,
            id,
        }
    }
}

impl fmt::Display for ListPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let due = self
            .due
            .map_or_else(|| "-".to_owned(), |due| due.to_string());
        write!(
            f,
            "{:?}~{due}~{}~{}",
            self.priority, self.touched_on, self.id
        )
    }
}

impl FromStr for ListPosition {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('~');
        let mut part = || parts.next().ok_or(());
        let priority = match part()? {
            "P1" => Priority::P1,
            "P2" => Priority::P2,
            "P3" => Priority::P3,
            "P4" => Priority::P4,
            _ => return Err(()),
        };
        let due = match part()? {
            "-" => None,
            due => Some(due.parse().map_err(|_| ())?),
        };
        let touched_on = part()?.parse().map_err(|_| ())?;
        let id = part()?.parse().map_err(|_| ())?;
        Ok(Self {
            priority,
            due,
            touched_on,
            id,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(priority: Priority, due: Option<&str>, touched_on: &str, id: u8) -> ListPosition {
        ListPosition {
            priority,
            due: due.map(|due| due.parse().unwrap()),
            touched_on: touched_on.parse().unwrap(),
            id: CaseId::from_bytes([id; 16]),
        }
    }

    #[test]
    fn a_cursor_comes_back() {
        for place in [
            place(
                Priority::P2,
                Some("2026-11-25T10:00:00.123456Z"),
                "2026-11-24",
                9,
            ),
            place(Priority::P3, None, "2026-11-24", 1),
        ] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for nonsense in ["", "P5~-~2026-11-24~", "P1~x", "P1~-~2026-11-24~9"] {
            assert_eq!(nonsense.parse::<ListPosition>(), Err(()));
        }
    }
}
