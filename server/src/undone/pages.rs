//! `/undone`: what was given up, why, and what to do about it.

use actix_web::{get, post, web};
use amparo_store::JobId;
use askama::Template;

use super::UndoneJob;
use crate::foundation::jobs::Runners;
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Form, Frame, Next, Nothing, Page, PageDoor, Shown};

#[derive(Template)]
#[template(path = "undone/list.html")]
struct UndonePage {
    t: Frame,
    lines: Vec<UndoneLine>,
}

struct UndoneLine {
    kind: String,
    /// Why, and what to do.
    why: String,
    todo: String,
    attempts: String,
    last: String,
    /// Where the button to try again leads.
    again: Option<String>,
    /// Where the button to discard leads.
    away: Option<String>,
}

/// What the administrator's first page says of it; nothing if nothing was given up.
pub fn notice(act: &mut Act<'_>, t: &Frame) -> Result<Option<String>, Refusal> {
    let undone = super::summary(act)?;
    Ok(undone.map(|(count, last)| t.msg2("undone-notice", "count", count, "day", t.day(&last))))
}

/// Everything that was given up.
#[get("/undone")]
async fn list(door: PageDoor, runners: web::Data<Runners>) -> Page {
    door.consult(move |act, t| {
        let t = t.under("/members");
        let undone = super::list(act, &runners)?;
        Shown::page(&UndonePage {
            lines: undone.iter().map(|it| line(&t, it)).collect(),
            t,
        })
    })
    .await
}

fn line(t: &Frame, it: &UndoneJob) -> UndoneLine {
    let act =
        |possible: bool, what: &str| possible.then(|| t.to(format!("/undone/{}/{what}", it.id)));
    let why = serde_json::to_value(it.failure).unwrap_or_default();
    let why = why.as_str().unwrap_or_default();
    UndoneLine {
        kind: t.word("undone-kind", &it.kind),
        why: t.word("undone-why", why),
        todo: t.word("undone-todo", why),
        attempts: t.number(it.attempts),
        last: t.day(&it.last_tried_on),
        again: act(it.can_be_tried_again, "retry"),
        away: act(it.can_be_discarded, "discard"),
    }
}

/// Tries one again.
#[post("/undone/{id}/retry")]
async fn retry(door: PageDoor, id: At<JobId>, form: Form<Nothing>) -> Page {
    door.form(form)
        .write(move |act, _| {
            super::try_again(act, *id)?;
            Ok(Next::see("/undone").said("undone-tried"))
        })
        .await
}

/// Discards one.
#[post("/undone/{id}/discard")]
async fn discard(
    door: PageDoor,
    id: At<JobId>,
    runners: web::Data<Runners>,
    form: Form<Nothing>,
) -> Page {
    door.form(form)
        .write(move |act, _| {
            super::discard(act, &runners, *id)?;
            Ok(Next::see("/undone").said("undone-discarded"))
        })
        .await
}

/// The room's pages.
pub fn pages(config: &mut web::ServiceConfig) {
    config.service(list).service(retry).service(discard);
}
