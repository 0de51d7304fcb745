//! A removal: that somebody is to be taken out of the country, or was, and what is known of when and
//! how.
//!
//! What must stay true: while it may still happen it is a deadline, on the clock of the place it
//! starts from; where the hour is not known, from the first minute of the day. What was moved or
//! stopped keeps its history, as every record does.

use amparo_store::{Day, Moment};
use chrono::{LocalResult, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casefile::{NextKind, NextStep, Section};
use crate::foundation::{Fault, Refusal};
use crate::words::Country;

/// How far ahead a removal may be noted; what lies further ahead is a date in another calendar.
const FURTHEST: TimeDelta = TimeDelta::days(2 * 366);
/// How far back one may lie that is still said to be ahead.
const LATEST: TimeDelta = TimeDelta::days(366);

/// That somebody is to be deported, returned or pushed back, or was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Removal {
    /// The day of it (ISO 8601). Absent if it is not known. At most two years ahead.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub day: Option<Day>,
    /// The time of that day, `HH:MM`. Absent if it is not known: then it may happen from the first
    /// minute of the day.
    #[serde(default)]
    #[schema(
        pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$",
        min_length = 5,
        max_length = 5
    )]
    pub time: Option<String>,
    /// The clock of the place it starts from, as the IANA names it: `Europe/Athens`. UTC if absent.
    #[serde(default)]
    #[schema(max_length = 64)]
    pub time_zone: Option<String>,
    /// In which way it is to happen, or happened.
    #[serde(default)]
    pub way: RemovalWay,
    /// The airline, the number of the flight, the ship. At most 100 characters.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub carrier: Option<String>,
    /// The airport, port or crossing it starts from. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub from: Option<String>,
    /// The country it leads to, ISO 3166-1 alpha-2.
    #[serde(default)]
    pub to: Option<Country>,
    /// Who said so. At most 200 characters.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub source: Option<String>,
    /// The day on which it was last confirmed (ISO 8601).
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub confirmed_on: Option<Day>,
    /// Whether it may still happen, and how far it is.
    #[serde(default)]
    pub state: RemovalState,
    /// What stopped it. Only beside `stopped`.
    #[serde(default)]
    pub stopped_by: Option<RemovalStop>,
}

impl Section for Removal {
    const KIND: &'static str = "removal";
}

/// The way of a removal. `charter`: a flight for removals alone. `commercial`: among other
/// passengers. `pushback`: across a border without any procedure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RemovalWay {
    /// A flight for removals alone.
    Charter,
    /// Among other passengers.
    Commercial,
    /// By land.
    Land,
    /// By sea.
    Sea,
    /// Across a border without any procedure.
    Pushback,
    /// Not known.
    #[default]
    Unknown,
}

/// How a removal stands. `rumoured`: feared, or heard of. `announced`: told by an authority or on a
/// paper. `boarded`: under way. `failed`: it was tried and did not happen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RemovalState {
    /// Feared, or heard of.
    #[default]
    Rumoured,
    /// Told by an authority, or on a paper.
    Announced,
    /// Under way.
    Boarded,
    /// It happened.
    CarriedOut,
    /// Something stopped it.
    Stopped,
    /// It was tried and did not happen.
    Failed,
}

/// What stopped a removal. `order`: a court or an authority. `medical`: not fit to travel.
/// `no_document`: no paper to travel with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RemovalStop {
    /// A court or an authority.
    Order,
    /// Not fit to travel.
    Medical,
    /// No paper to travel with.
    NoDocument,
    /// Something else.
    Other,
}

impl Removal {
    /// Whether it may still happen.
    pub fn is_ahead(&self) -> bool {
        matches!(
            self.state,
            RemovalState::Rumoured | RemovalState::Announced | RemovalState::Boarded
        )
    }

    /// The first moment at which it may happen, if a day is known and it may still happen.
    pub fn at(&self) -> Option<Moment> {
        let day = self.day.filter(|_| self.is_ahead())?.to_date();
        let time = self.time.as_deref().and_then(clock).unwrap_or_default();
        Some(match self.zone().from_local_datetime(&day.and_time(time)) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.to_utc().into(),
            // The clock jumps over it: an hour before is early enough.
            LocalResult::None => (day.and_time(time).and_utc() - TimeDelta::hours(1)).into(),
        })
    }

    /// The clock of the place it starts from.
    pub fn zone(&self) -> Tz {
        let named = self.time_zone.as_deref().and_then(|it| it.parse().ok());
        named.unwrap_or(Tz::UTC)
    }

    /// Refuses what cannot be, with every fault at once. `place` is where it stands in what was sent.
    pub fn check(&self, place: &str, today: Day) -> Result<(), Refusal> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, code: &str, detail: &str| {
            faults.push(Fault::at(format!("{place}/{field}"), code, detail));
        };
        let zone = self.time_zone.as_deref();
        if zone.is_some_and(|zone| zone.parse::<Tz>().is_err()) {
            let detail = "is not a time zone of the IANA, such as Europe/Athens";
            fault("time_zone", "unknown", detail);
        }
        if self.time.is_some() && self.day.is_none() {
            fault("day", "missing", "a time needs its day");
        }
        let (first, last) = (today.to_date() - LATEST, today.to_date() + FURTHEST);
        let day = self.day.map(Day::to_date);
        if day.is_some_and(|day| day > last || day < first && self.is_ahead()) {
            let detail = "lies far from today: is it in another calendar?";
            fault("day", "too_far", detail);
        }
        if self.confirmed_on.is_some_and(|day| day > today) {
            fault(
                "confirmed_on",
                "in_the_future",
                "nobody has confirmed it yet",
            );
        }
        if self.stopped_by.is_some() != (self.state == RemovalState::Stopped) {
            let (code, detail) = match self.stopped_by {
                Some(_) => (
                    "not_here",
                    "only a stopped removal was stopped by something",
                ),
                None => ("missing", "say what stopped it"),
            };
            fault("stopped_by", code, detail);
        }
        match faults.is_empty() {
            true => Ok(()),
            false => Err(Refusal::Invalid(faults)),
        }
    }
}

fn clock(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

/// The removal that comes first, as a step that lists show. It has no words of its own.
pub(super) fn next_removal<'a>(
    removals: impl IntoIterator<Item = &'a Removal>,
) -> Option<NextStep> {
    let dated = removals.into_iter().filter_map(|it| Some((it.at()?, it)));
    let (due, first) = dated.min_by_key(|(due, _)| *due)?;
    Some(NextStep {
        due,
        what: String::new(),
        kind: NextKind::Removal,
        time_zone: Some(first.zone().name().to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn removal(body: serde_json::Value) -> Removal {
        serde_json::from_value(body).unwrap()
    }

    fn at(body: serde_json::Value) -> Option<String> {
        removal(body).at().map(|at| at.to_string())
    }

    #[test]
    fn it_is_due_on_the_clock_of_the_place() {
        let day = "2026-11-29";
        for (body, due) in [
            (
                serde_json::json!({ "day": day, "time": "04:00", "time_zone": "Europe/Athens" }),
                Some("2026-11-29T02:00:00Z"),
            ),
            // Where the hour is not known, the day begins at its first minute.
            (
                serde_json::json!({ "day": day, "time_zone": "Asia/Manila" }),
                Some("2026-11-28T16:00:00Z"),
            ),
            (
                serde_json::json!({ "day": day, "time": "04:00" }),
                Some("2026-11-29T04:00:00Z"),
            ),
            (serde_json::json!({ "time_zone": "Europe/Athens" }), None),
            // An hour that the clock jumps over.
            (
                serde_json::json!({ "day": "2026-03-29", "time": "03:30", "time_zone": "Europe/Athens" }),
                Some("2026-03-29T02:30:00Z"),
            ),
            // What was stopped, failed or carried out is no deadline.
            (serde_json::json!({ "day": day, "state": "failed" }), None),
        ] {
            let shown = at(body.clone()).map(|at| at.parse::<Moment>().unwrap());
            assert_eq!(shown, due.map(|due| due.parse().unwrap()), "{body}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused_whole() {
        let today: Day = "2026-11-24".parse().unwrap();
        let faults = |body| match removal(body).check("/removals/0", today) {
            Err(Refusal::Invalid(faults)) => faults.into_iter().map(|it| it.pointer).collect(),
            _ => Vec::new(),
        };
        let wrong = serde_json::json!({
            "time": "04:00", "time_zone": "Europe/Atlantis", "confirmed_on": "2026-11-25",
            "state": "stopped",
        });
        let each = ["time_zone", "day", "confirmed_on", "stopped_by"];
        assert_eq!(faults(wrong), each.map(|it| format!("/removals/0/{it}")));
        // A day of the Buddhist calendar.
        let far = faults(serde_json::json!({ "day": "2569-11-30" }));
        assert_eq!(far, ["/removals/0/day"]);
        // One of the Persian calendar; what happened long ago may be noted.
        let past = |state: &str| serde_json::json!({ "day": "1405-09-08", "state": state });
        assert_eq!(faults(past("announced")), ["/removals/0/day"]);
        assert!(faults(past("carried_out")).is_empty());
        assert!(faults(serde_json::json!({})).is_empty());
    }
}
