//! The agenda: the next step of every open case, and done with one press.

use actix_web::{get, post, web};
use amparo_store::{CaseId, Moment};
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;

use super::agenda::{AgendaItem, AgendaQuery, agenda};
use super::records;
use crate::pages::{At, Form, Frame, Next, Page, PageDoor, Shown};

/// The next step is done, as the one who says so saw it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NextStepDone {
    /// When it was due.
    #[schema(value_type = String, format = DateTime)]
    pub due: Moment,
}

#[derive(Template)]
#[template(path = "tasks/agenda.html")]
struct AgendaPage {
    t: Frame,
    /// Each line, and whether it begins another day than the one before it.
    items: Vec<(bool, AgendaItem)>,
    next: Option<String>,
    all: bool,
}

impl AgendaPage {
    /// Where the next page is, of the same agenda.
    fn page_after(&self, next: &str) -> String {
        let whose = if self.all { "&whose=all" } else { "" };
        format!("{}?after={next}{whose}", self.t.to("/tasks"))
    }
}

/// Marks the first line of each day.
fn by_day(items: Vec<AgendaItem>) -> Vec<(bool, AgendaItem)> {
    let mut day = None;
    let mut begins = |item: &AgendaItem| day.replace(item.due.to_day()) != Some(item.due.to_day());
    items
        .into_iter()
        .map(|item| (begins(&item), item))
        .collect()
}

/// What must happen next, by when it is due.
#[get("/tasks")]
async fn own(door: PageDoor) -> Page {
    door.read(|act, t| {
        let all = t.asked("whose") == "all";
        let after = t.asked("after");
        let query = AgendaQuery {
            limit: None,
            after: (!after.is_empty()).then(|| after.to_owned()),
            before: None,
            mine: Some(!all),
        };
        let page = agenda(act, &query)?;
        Shown::page(&AgendaPage {
            t,
            items: by_day(page.items),
            next: page.next,
            all,
        })
    })
    .await
}

/// Done. Leads back to where the button was.
#[post("/cases/{id}/next/done")]
async fn done(door: PageDoor, id: At<CaseId>, form: Form<NextStepDone>) -> Page {
    let (id, then) = (*id, form.then().map(ToOwned::to_owned));
    door.form(form)
        .write(move |act, given| {
            records::finish_next(act, id, given.due)?;
            Ok(next(then.as_deref(), id))
        })
        .await
}

fn next(then: Option<&str>, id: CaseId) -> Next {
    match then {
        Some(path) if path.ends_with("/tasks") => Next::see("/tasks").said("done"),
        Some(path) if path.ends_with("/cases") => Next::see("/cases").said("done"),
        _ => Next::see(format!("/cases/{id}")).said("done"),
    }
}

/// The room's pages.
pub fn pages(config: &mut web::ServiceConfig) {
    config.service(own).service(done);
}
