//! Tasks and deadlines of a case: adding, changing, and done with one press.

use actix_web::{get, post, web};
use amparo_store::{AccountId, CaseId, Day, Moment, RecordId};
use chrono::{NaiveTime, TimeZone};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::form::Fields;
use super::record_form::RecordForm;
use super::records;
use super::removals::zone_of;
use crate::casefile::File;
use crate::cases::Sheet;
use crate::foundation::{Act, Refusal};
use crate::pages::{self, At, Filled, Form, Names, Next, Nothing, Page, PageDoor, ascii_digits};
use crate::tasks::{self, Done, Task, TaskKind};
use crate::web::Changes;

/// A task, as it is typed: the day and the time on the clock of a place.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskForm {
    /// What, in a few words.
    #[schema(min_length = 1, max_length = 300)]
    pub what: String,
    /// What it is.
    pub kind: TaskKind,
    /// The day it is due.
    #[schema(value_type = String, format = Date)]
    pub day: Day,
    /// The time of day; the end of the day if not said.
    #[serde(default)]
    #[schema(max_length = 8)]
    pub time: Option<String>,
    /// The clock on which it was said, as the IANA names it.
    #[schema(min_length = 1, max_length = 64)]
    pub time_zone: String,
    /// Why it must happen.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub reason: String,
    /// Who does it: carried on.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub owner: Option<AccountId>,
}

impl RecordForm for Task {
    type Form = TaskForm;
    const FIELDS: Fields = Fields::Task;
    const PLACE: &'static str = "tasks";
    const LEFT_ALONE: &'static [&'static str] = &["done"];

    fn typed(&self, _: Names) -> TaskForm {
        let zone = self.time_zone.parse().unwrap_or(chrono_tz::UTC);
        let there = self.due.to_utc().with_timezone(&zone);
        TaskForm {
            what: self.what.clone(),
            kind: self.kind,
            day: there.date_naive().into(),
            time: Some(there.format("%H:%M").to_string()),
            time_zone: self.time_zone.clone(),
            reason: self.reason.clone(),
            owner: self.owner,
        }
    }

    fn read(form: &TaskForm) -> Result<Self, Refusal> {
        let mut typed = pages::TypedReader::default();
        let due = due(form, &mut typed);
        typed.done(()).map(|()| Self {
            what: form.what.clone(),
            kind: form.kind,
            due,
            time_zone: form.time_zone.trim().to_owned(),
            owner: form.owner,
            reason: form.reason.clone(),
            done: None,
        })
    }

    fn add(act: &mut Act<'_>, case: CaseId, body: &Self) -> Result<(), Refusal> {
        tasks::add_one(act, case, body).map(|_| ())
    }

    fn change(
        act: &mut Act<'_>,
        case: CaseId,
        record: RecordId,
        seen: i64,
        changes: &Changes<Self>,
    ) -> Result<(), Refusal> {
        tasks::change(act, case, record, seen, changes).map(|_| ())
    }

    fn blank(_: &Act<'_>, file: &File, _: Names) -> Result<Filled, Refusal> {
        blank_task(file)
    }
}

/// An empty form on the clock of the last task, else of the country the person is in.
pub(super) fn blank_task(file: &File) -> Result<Filled, Refusal> {
    let last = file.all::<Task>()?.pop();
    let here = file.only::<Sheet>()?.body.country;
    let here = here.and_then(|country| zone_of(country.as_str()));
    let zone = match last {
        Some(task) => task.body.time_zone,
        None => here.unwrap_or("UTC").to_owned(),
    };
    Ok(Filled::empty::<TaskForm>().with("time_zone", zone))
}

/// The moment that the day and the time are on that clock. An hour that the clock leaps over is
/// the hour after it; one that comes twice is the first.
fn due(form: &TaskForm, typed: &mut pages::TypedReader) -> Moment {
    let zone = form.time_zone.trim().parse::<chrono_tz::Tz>();
    if zone.is_err() {
        typed.fault("/time_zone", "unknown_time_zone");
    }
    let text = form.time.as_deref().map_or("", str::trim);
    let time = if text.is_empty() {
        NaiveTime::from_hms_opt(23, 59, 0)
    } else {
        NaiveTime::parse_from_str(&ascii_digits(text), "%H:%M").ok()
    };
    if time.is_none() {
        typed.fault("/time", "no_time");
    }
    let local = form.day.to_date().and_time(time.unwrap_or_default());
    let zone = zone.unwrap_or(chrono_tz::UTC);
    let after = local + chrono::TimeDelta::hours(1);
    let there = zone.from_local_datetime(&local).earliest();
    let there = there.or_else(|| zone.from_local_datetime(&after).earliest());
    there.map_or_else(
        || form.day.start(),
        |there| Moment::from_utc(there.to_utc()),
    )
}

/// Done, with one press. Whoever was quicker has done it already.
#[post("/cases/{id}/tasks/{record}/done")]
async fn mark_done(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<Nothing>) -> Page {
    let (id, record) = *at;
    let then = form.then().map(ToOwned::to_owned);
    door.form(form)
        .write(move |act, _| {
            let task = tasks::one(act, id, record)?;
            if task.body.done.is_none() {
                let done = Done {
                    at: act.now,
                    note: String::new(),
                };
                let changes = serde_json::from_value(json!({ "done": done }))?;
                tasks::change(act, id, record, task.version, &changes)?;
            }
            Ok(match &then {
                Some(path) => Next::see_exactly(path),
                None => Next::see(format!("/cases/{id}#tasks")).said("done"),
            })
        })
        .await
}

/// Not done after all.
#[post("/cases/{id}/tasks/{record}/undone")]
async fn undone(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<Nothing>) -> Page {
    let (id, record) = *at;
    door.form(form)
        .write(move |act, _| {
            let task = tasks::one(act, id, record)?;
            let changes = serde_json::from_value(json!({ "done": null }))?;
            tasks::change(act, id, record, task.version, &changes)?;
            Ok(Next::see(format!("/cases/{id}#tasks")).said("changed"))
        })
        .await
}

#[get("/cases/{id}/tasks/new")]
async fn blank(door: PageDoor, id: At<CaseId>) -> Page {
    records::blank::<Task>(door, *id).await
}

#[post("/cases/{id}/tasks/new")]
async fn add(door: PageDoor, id: At<CaseId>, form: Form<TaskForm>) -> Page {
    records::add::<Task>(door, *id, form).await
}

#[get("/cases/{id}/tasks/{record}")]
async fn kept(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    records::kept::<Task>(door, at.0.0, at.0.1).await
}

#[post("/cases/{id}/tasks/{record}")]
async fn change(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<TaskForm>) -> Page {
    let (case, record) = *at;
    records::change::<Task>(door, case, record, form).await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(blank)
        .service(add)
        .service(kept)
        .service(change)
        .service(mark_done)
        .service(undone);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(day: &str, time: &str, zone: &str) -> TaskForm {
        serde_json::from_value(json!({
            "what": "hearing", "kind": "hearing", "day": day, "time": time, "time_zone": zone,
        }))
        .unwrap()
    }

    #[test]
    fn a_time_is_meant_on_the_clock_of_its_place() {
        let task = Task::read(&form("2026-11-26", "17:00", "Europe/Athens")).unwrap();
        assert_eq!(task.due, "2026-11-26T15:00:00Z".parse().unwrap());
        assert_eq!(task.typed(Names::ENGLISH).time.as_deref(), Some("17:00"));
        // Digits of any script.
        let task = Task::read(&form("2026-11-26", "١٧:٠٠", "Europe/Athens")).unwrap();
        assert_eq!(task.due, "2026-11-26T15:00:00Z".parse().unwrap());
        // Without a time, the day counts to its end.
        let task = Task::read(&form("2026-11-26", "", "UTC")).unwrap();
        assert_eq!(task.due, "2026-11-26T23:59:00Z".parse().unwrap());
        // The hour that summer time leaps over.
        assert!(Task::read(&form("2026-03-29", "03:30", "Europe/Athens")).is_ok());
        assert!(Task::read(&form("2026-11-26", "noon", "UTC")).is_err());
        assert!(Task::read(&form("2026-11-26", "12:00", "Nowhere")).is_err());
    }
}
