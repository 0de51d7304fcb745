//! The room's pages, for auditors: lines, newest first, and whether the chain holds.

use actix_web::{get, web};
use askama::Template;

use super::model::{Actor, LineView, Verdict, What};
use super::of_organisation;
use crate::pages::{Frame, Page, PageDoor, Shown};
use crate::web::PageQuery;

#[derive(Template)]
#[template(path = "ledger/lines.html")]
struct LinesPage {
    t: Frame,
    lines: Vec<Line>,
    next: Option<String>,
}

struct Line {
    position: String,
    /// Exact, and for programs; nothing if the line cannot be read.
    at: Option<(String, String)>,
    who: String,
    /// The name is a person's, not ours.
    is_name: bool,
    what: String,
    unreadable: bool,
    case: Option<String>,
    subject: Option<String>,
    reason: Option<String>,
}

impl Line {
    fn new(t: &Frame, it: &LineView) -> Self {
        let (who, is_name) = match &it.actor {
            // A sign-in on its way knows the account and no name.
            Actor::Member { account, name } if name.is_empty() => {
                let id = short(&account.to_string());
                (t.msg1("ledger-account", "id", id), false)
            }
            Actor::Member { name, .. } => (name.clone(), true),
            Actor::Person => (t.msg("ledger-person"), false),
            Actor::Nobody => (t.msg("ledger-nobody"), false),
        };
        Self {
            position: it.position.map(|at| t.number(at)).unwrap_or_default(),
            at: it.at.as_ref().map(|at| (t.moment(at), t.machine_time(at))),
            who,
            is_name,
            what: t.word("what", word_of(it.what)),
            unreadable: it.what == What::LineUnreadable,
            case: it.case.map(|id| short(&id.to_string())),
            subject: it.subject.map(|id| short(&id.to_string())),
            reason: it.reason.clone(),
        }
    }
}

/// The beginning of an id: enough to see that two lines are about the same thing.
fn short(id: &str) -> String {
    id.chars().take(8).collect()
}

/// The word that the API uses.
fn word_of(what: What) -> String {
    let word = serde_json::to_value(what).ok();
    let word = word.as_ref().and_then(serde_json::Value::as_str);
    word.unwrap_or_default().to_owned()
}

#[derive(Template)]
#[template(path = "ledger/verdict.html")]
struct VerdictPage {
    t: Frame,
    it: Verdict,
}

/// Who saw or did what in the organisation, newest first.
#[get("/ledger")]
async fn list(door: PageDoor) -> Page {
    door.read(|act, t| {
        let after = t.asked("after").to_owned();
        let page = PageQuery {
            limit: None,
            after: (!after.is_empty()).then_some(after),
        };
        let found = of_organisation(act, &page)?;
        Shown::page(&LinesPage {
            lines: found.items.iter().map(|it| Line::new(&t, it)).collect(),
            next: found.next,
            t,
        })
    })
    .await
}

/// Computes the chain anew and says whether it holds.
#[get("/ledger/verdict")]
async fn verdict(door: PageDoor) -> Page {
    door.read(|act, t| {
        let it = super::read::verdict(act)?;
        Shown::page(&VerdictPage { t, it })
    })
    .await
}

/// The room's pages.
pub fn pages(config: &mut web::ServiceConfig) {
    config.service(list).service(verdict);
}

#[cfg(test)]
mod tests {
    use utoipa::PartialSchema as _;

    use super::*;
    use crate::languages::english;

    #[test]
    fn everything_that_is_written_down_has_words() {
        let schema = serde_json::to_value(What::schema()).unwrap();
        let words = schema["enum"].as_array().unwrap();
        assert!(words.len() > 50);
        for word in words {
            let id = format!("what-{}", word.as_str().unwrap());
            assert!(english().shows(&id), "{id}");
        }
    }
}
