//! The timeline: adding a line, and correcting one.

use actix_web::{get, post, web};
use amparo_store::{CaseId, RecordId};

use super::form::Fields;
use super::record_form::RecordForm;
use super::records;
use crate::cases;
use crate::cases::Entry;
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Form, Names, Page, PageDoor};
use crate::web::Changes;

impl RecordForm for Entry {
    type Form = Self;
    const FIELDS: Fields = Fields::Entry;
    const PLACE: &'static str = "timeline";

    fn typed(&self, _: Names) -> Self {
        self.clone()
    }

    fn read(form: &Self) -> Result<Self, Refusal> {
        Ok(form.clone())
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
}

#[get("/cases/{id}/entries/new")]
async fn blank(door: PageDoor, id: At<CaseId>) -> Page {
    records::blank::<Entry>(door, *id).await
}

#[post("/cases/{id}/entries/new")]
async fn add(door: PageDoor, id: At<CaseId>, form: Form<Entry>) -> Page {
    records::add::<Entry>(door, *id, form).await
}

#[get("/cases/{id}/entries/{record}")]
async fn kept(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    records::kept::<Entry>(door, at.0.0, at.0.1).await
}

#[post("/cases/{id}/entries/{record}")]
async fn change(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<Entry>) -> Page {
    let (case, record) = *at;
    records::change::<Entry>(door, case, record, form).await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(blank)
        .service(add)
        .service(kept)
        .service(change);
}
