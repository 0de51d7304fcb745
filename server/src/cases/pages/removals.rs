//! Removals: what is known of when and how somebody is to be taken out of the country.

use actix_web::{get, post, web};
use amparo_store::{CaseId, Day, RecordId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::form::Fields;
use super::record_form::RecordForm;
use super::records;
use crate::casefile::File;
use crate::cases::{self, Sheet};
use crate::foundation::{Act, Refusal};
use crate::pages::{self, At, Filled, Form, Names, Page, PageDoor, ascii_digits};
use crate::tasks::{Removal, RemovalState, RemovalStop, RemovalWay};
use crate::web::Changes;
use crate::words::reference;

/// A removal, as it is typed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemovalForm {
    /// How it stands.
    #[serde(default)]
    pub state: RemovalState,
    /// The day.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub day: Option<Day>,
    /// The time of day, where it starts.
    #[serde(default)]
    #[schema(max_length = 8)]
    pub time: Option<String>,
    /// The clock of the place it starts from, as the IANA names it.
    #[serde(default)]
    #[schema(max_length = 64)]
    pub time_zone: Option<String>,
    /// The way.
    #[serde(default)]
    pub way: RemovalWay,
    /// The airline, the flight, the ship.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub carrier: Option<String>,
    /// Where it starts.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub from: Option<String>,
    /// The country it leads to: a name or a code.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub to: Option<String>,
    /// Who said so.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub source: Option<String>,
    /// The day it was last confirmed.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub confirmed_on: Option<Day>,
    /// What stopped it.
    #[serde(default)]
    pub stopped_by: Option<RemovalStop>,
}

impl RecordForm for Removal {
    type Form = RemovalForm;
    const FIELDS: Fields = Fields::Removal;
    const PLACE: &'static str = "custody";

    fn typed(&self, names: Names) -> RemovalForm {
        let it = self.clone();
        RemovalForm {
            state: it.state,
            day: it.day,
            time: it.time,
            time_zone: it.time_zone,
            way: it.way,
            carrier: it.carrier,
            from: it.from,
            to: it.to.as_ref().map(|it| names.country_as_typed(it)),
            source: it.source,
            confirmed_on: it.confirmed_on,
            stopped_by: it.stopped_by,
        }
    }

    fn read(form: &RemovalForm) -> Result<Self, Refusal> {
        let mut typed = pages::TypedReader::default();
        let to = typed.country(form.to.as_deref(), "/to");
        let time = form
            .time
            .as_deref()
            .map(str::trim)
            .filter(|it| !it.is_empty());
        let time = time.map(ascii_digits).map(|time| {
            let read = chrono::NaiveTime::parse_from_str(&time, "%H:%M");
            match read {
                Ok(time) => time.format("%H:%M").to_string(),
                Err(_) => {
                    typed.fault("/time", "no_time");
                    time
                }
            }
        });
        let zone = form.time_zone.as_deref().map(str::trim);
        let zone = zone.filter(|it| !it.is_empty());
        if zone.is_some_and(|it| it.parse::<chrono_tz::Tz>().is_err()) {
            typed.fault("/time_zone", "unknown_time_zone");
        }
        typed.done(Self {
            state: form.state,
            day: form.day,
            time,
            time_zone: zone.map(ToOwned::to_owned),
            way: form.way,
            carrier: form.carrier.clone(),
            from: form.from.clone(),
            to,
            source: form.source.clone(),
            confirmed_on: form.confirmed_on,
            // What stopped it before says nothing when it is on again.
            stopped_by: form
                .stopped_by
                .filter(|_| form.state == RemovalState::Stopped),
        })
    }

    fn add(act: &mut Act<'_>, case: CaseId, body: &Self) -> Result<(), Refusal> {
        cases::records::add(act, case, body).map(|_| ())
    }

    fn change(
        act: &mut Act<'_>,
        case: CaseId,
        record: RecordId,
        seen: i64,
        changes: &Changes<Self>,
    ) -> Result<(), Refusal> {
        cases::records::change(act, case, record, seen, changes).map(|_| ())
    }

    /// On the clock of the country the person is in.
    fn blank(_: &Act<'_>, file: &File, _: Names) -> Result<Filled, Refusal> {
        let sheet = file.only::<Sheet>()?.body;
        let zone = sheet.country.as_ref().and_then(|it| zone_of(it.as_str()));
        let form = Filled::empty::<RemovalForm>().with("state", "announced");
        Ok(form.with("time_zone", zone.unwrap_or_default()))
    }
}

/// The clock of a country, if it has but one, else the one that most people use there.
pub(super) fn zone_of(country: &str) -> Option<&'static str> {
    reference::zones(country).first().map(|zone| zone.name())
}

#[get("/cases/{id}/removals/new")]
async fn blank(door: PageDoor, id: At<CaseId>) -> Page {
    records::blank::<Removal>(door, *id).await
}

#[post("/cases/{id}/removals/new")]
async fn add(door: PageDoor, id: At<CaseId>, form: Form<RemovalForm>) -> Page {
    records::add::<Removal>(door, *id, form).await
}

#[get("/cases/{id}/removals/{record}")]
async fn kept(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    records::kept::<Removal>(door, at.0.0, at.0.1).await
}

#[post("/cases/{id}/removals/{record}")]
async fn change(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<RemovalForm>) -> Page {
    let (case, record) = *at;
    records::change::<Removal>(door, case, record, form).await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(blank)
        .service(add)
        .service(kept)
        .service(change);
}
