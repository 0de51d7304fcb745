//! The card: the sealed summary of a case that lists, search, routing and statistics read.

use amparo_store::{AccountId, Day, Moment};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::named::NamedGroups;
use crate::words::{Country, Language, NeedCategory, Priority};

/// A member as colleagues see her beside something that she wrote or does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Author {
    /// The member's account: its `id` under `/members`.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// The name colleagues saw at the time of writing. It is not changed afterwards.
    pub name: String,
}

/// Whether work goes on. `closed`: nothing in the case can be changed until it is reopened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseStatus {
    /// Work goes on.
    Open,
    /// Nothing is changed until it is reopened.
    Closed,
}

/// What must happen next in a case: its earliest task that is not done, or a removal before that.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct NextStep {
    /// By when it must have happened (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub due: Moment,
    /// What must happen, in a few words; long ones are cut. Empty for a removal.
    pub what: String,
    /// What sort of step it is.
    #[serde(default, skip_serializing_if = "NextKind::is_task")]
    pub kind: NextKind,
    /// The clock on which it was said, as the IANA names it. It decides how the time is shown; UTC if
    /// null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
}

/// What sort of step comes next: a task that somebody noted, or a removal that is ahead.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum NextKind {
    /// A task that somebody noted.
    #[default]
    Task,
    /// A removal that is ahead.
    Removal,
}

impl NextStep {
    /// Whether it is a removal, which has no words of its own.
    pub fn is_removal(&self) -> bool {
        self.kind == NextKind::Removal
    }
}

impl NextKind {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    fn is_task(&self) -> bool {
        *self == Self::Task
    }
}

/// The summary of a case. Fits a frame of fixed size: long words are cut, never the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of its own in a list"
)]
pub struct Card {
    /// What is said aloud and shown on shared screens instead of a name: `C-7F3K`.
    #[serde(rename = "c")]
    pub pseudonym: String,
    /// How soon, but for what the clock makes of a removal: [`Card::priority_at`].
    #[serde(rename = "p")]
    pub priority: Priority,
    /// When the removal that comes first may happen.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub removal_at: Option<Moment>,
    /// What came by a call since somebody last looked at it, for the case list.
    #[serde(rename = "u", default, skip_serializing_if = "std::ops::Not::not")]
    pub has_news: bool,
    /// Nobody may be called: a colleague wrote it down, or the person said so.
    #[serde(rename = "x", default, skip_serializing_if = "std::ops::Not::not")]
    pub no_contact: bool,
    /// Open or closed.
    #[serde(rename = "s")]
    pub status: CaseStatus,
    /// Who works it.
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub assigned: Option<Author>,
    /// What must happen next.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextStep>,
    /// Languages the person speaks.
    #[serde(rename = "l", default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Where the person is.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Held somewhere now.
    #[serde(rename = "d", default, skip_serializing_if = "std::ops::Not::not")]
    pub detained: bool,
    /// Needs that are not met.
    #[serde(rename = "o", default, skip_serializing_if = "Vec::is_empty")]
    pub open_needs: Vec<NeedCategory>,
    /// Something was shared without consent, and no supervisor has looked at it yet.
    #[serde(rename = "v", default, skip_serializing_if = "std::ops::Not::not")]
    pub override_unsigned: bool,
    /// The day the case was opened.
    #[serde(rename = "b")]
    pub opened_on: Day,
    /// The day something last happened.
    #[serde(rename = "t")]
    pub touched_on: Day,
    /// Names, tags, phones: what search looks through, normalised.
    #[serde(rename = "q", default, skip_serializing_if = "String::is_empty")]
    pub search: String,
    /// The groups that may open the case, as its access list says.
    #[serde(rename = "g", default, skip_serializing_if = "NamedGroups::is_empty")]
    pub access: NamedGroups,
    /// The hash of the last record of the chain, in hex.
    #[serde(rename = "h", default, skip_serializing_if = "Option::is_none")]
    pub head: Option<String>,
}

/// A removal within so much time is for now.
const REMOVAL_NOW: TimeDelta = TimeDelta::hours(72);
/// A removal within so much time is for today.
const REMOVAL_TODAY: TimeDelta = TimeDelta::days(14);

/// How soon a removal makes somebody act, `at` being the first moment at which it may happen. One
/// that should have happened is for now: somebody must find out.
pub fn removal_urgency(at: Moment, now: Moment) -> Priority {
    if at <= now.plus(REMOVAL_NOW) {
        Priority::P1
    } else if at <= now.plus(REMOVAL_TODAY) {
        Priority::P2
    } else {
        Priority::P3
    }
}

impl Card {
    /// How soon somebody must act, as it stands at a moment.
    pub fn priority_at(&self, now: Moment) -> Priority {
        let removal = self.removal_at.map(|at| removal_urgency(at, now));
        removal.map_or(self.priority, |it| it.min(self.priority))
    }

    /// When [`Self::priority_at`] next says something else.
    pub fn changes_after(&self, now: Moment) -> Option<Moment> {
        let at = self.removal_at?;
        [REMOVAL_TODAY, REMOVAL_NOW]
            .map(|before| at.plus(-before))
            .into_iter()
            .find(|it| *it > now)
    }

    /// The words that search looks through are cut to this many bytes, so that every card fits its
    /// frame of 1 KiB.
    pub const SEARCH_BYTES: usize = 360;

    /// Adds words to what search looks through. Oldest words stay; what does not fit is left out.
    pub fn add_search(&mut self, words: &str) {
        for word in normalise(words).split_whitespace() {
            if self.search.split(' ').any(|known| known == word) {
                continue;
            }
            if self.search.len() + word.len() < Self::SEARCH_BYTES {
                if !self.search.is_empty() {
                    self.search.push(' ');
                }
                self.search.push_str(word);
            }
        }
    }
}

/// Lower case, without accents, words apart by one space: how names and queries are compared.
pub fn normalise(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removal_grows_urgent_by_the_clock() {
        let moment = |text: &str| text.parse::<Moment>().unwrap();
        let at = moment("2026-12-20T04:00:00Z");
        for (now, priority) in [
            ("2026-12-06T03:59:59Z", Priority::P3),
            ("2026-12-06T04:00:00Z", Priority::P2),
            ("2026-12-17T03:59:59Z", Priority::P2),
            ("2026-12-17T04:00:00Z", Priority::P1),
            ("2026-12-21T00:00:00Z", Priority::P1),
        ] {
            assert_eq!(removal_urgency(at, moment(now)), priority, "{now}");
        }
    }

    #[test]
    fn names_are_compared_without_accents_and_case() {
        assert_eq!(normalise("  José-María  ÑANDÚ "), "jose maria nandu");
    }
}
