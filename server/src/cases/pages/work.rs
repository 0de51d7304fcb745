//! Who works a case and who can open it, closing and reopening, its history and its ledger.

use actix_web::{get, post, web};
use amparo_store::{AccountId, CaseId, GroupId};
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;

use super::form::{CaseHeader, Fields, FormPage};
use super::records;
use crate::casefile::Version;
use crate::cases::access::{AccessView, access};
use crate::cases::assign::{Assignee, Assignment, assign_one, assignees};
use crate::cases::close::{self, Close};
use crate::cases::history::{history, ledger_of};
use crate::cases::view;
use crate::foundation::{Act, Refusal};
use crate::ledger::{Actor, LineView};
use crate::pages::{At, Filled, Form, Frame, Next, Nothing, Page, PageDoor, Shown, word_of};
use crate::register;
use crate::rights::{Object, Right};
use crate::team::Reason;
use crate::web::PageQuery;

/// To whom a case is given, as it is typed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignForm {
    /// Who works it from now on.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub account: Option<AccountId>,
    /// The team that can open it.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub team: Option<GroupId>,
    /// Why; goes into the ledger.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: Option<String>,
}

/// Somebody has looked at what came by a call.
#[post("/cases/{id}/news/seen")]
async fn news_seen(door: PageDoor, id: At<CaseId>, form: Form<Nothing>) -> Page {
    let id = *id;
    door.form(form)
        .write(move |act, _| {
            view::news_seen(act, id)?;
            Ok(Next::see(format!("/cases/{id}")).said("news-seen"))
        })
        .await
}

#[derive(Template)]
#[template(path = "cases/assign.html")]
struct AssignPage {
    t: Frame,
    head: CaseHeader,
    form: Filled,
    assignees: Vec<Assignee>,
    teams: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "cases/access.html")]
struct AccessPage {
    t: Frame,
    head: CaseHeader,
    groups: Vec<AccessView>,
    may_assign: bool,
}

#[derive(Template)]
#[template(path = "cases/trail.html")]
struct TrailPage {
    t: Frame,
    head: CaseHeader,
    lines: Vec<LineView>,
    next: Option<String>,
}

impl TrailPage {
    fn who(&self, actor: &Actor) -> String {
        match actor {
            Actor::Member { name, .. } => name.clone(),
            Actor::Person => self.t.msg("actor-person"),
            Actor::Nobody => self.t.msg("actor-nobody"),
        }
    }
}

#[derive(Template)]
#[template(path = "cases/history.html")]
struct HistoryPage {
    t: Frame,
    head: CaseHeader,
    versions: Vec<Version>,
    next: Option<String>,
}

impl HistoryPage {
    /// What a version says, as lines of field and text.
    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn lines(&self, version: &Version) -> Vec<(String, String)> {
        let mut lines = Vec::new();
        spread(&version.body, "", &mut lines);
        lines
    }
}

fn spread(value: &serde_json::Value, name: &str, lines: &mut Vec<(String, String)>) {
    use serde_json::Value;
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            for (field, inner) in fields {
                let dot = if name.is_empty() { "" } else { " · " };
                spread(
                    inner,
                    &format!("{name}{dot}{}", field.replace('_', " ")),
                    lines,
                );
            }
        }
        Value::Array(items) => items.iter().for_each(|item| spread(item, name, lines)),
        Value::String(text) if text.is_empty() => {}
        other => lines.push((name.to_owned(), word_of(other))),
    }
}

/// Takes a case that nobody works.
#[post("/cases/{id}/take")]
async fn take(door: PageDoor, id: At<CaseId>, form: Form<Nothing>) -> Page {
    let id = *id;
    door.form(form)
        .write(move |act, _| {
            let own = Assignment {
                account: Some(act.member()?.account),
                team: None,
                reason: None,
            };
            assign_one(act, id, &own)?;
            Ok(Next::see(format!("/cases/{id}")).said("taken"))
        })
        .await
}

/// Who could work the case, least loaded first.
#[get("/cases/{id}/assign")]
async fn ask_assign(door: PageDoor, id: At<CaseId>) -> Page {
    door.read(move |act, t| show_assign(act, t, *id, Filled::empty::<AssignForm>()))
        .await
}

/// Gives it to somebody. Who gives a case away may have lost sight of it.
#[post("/cases/{id}/assign")]
async fn give(door: PageDoor, id: At<CaseId>, form: Form<AssignForm>) -> Page {
    let id = *id;
    door.form(form)
        .or_read(move |act, t, form| show_assign(act, t, id, form))
        .write(move |act, typed| {
            let given = Assignment {
                account: typed.account,
                team: typed.team,
                reason: typed.reason.clone(),
            };
            assign_one(act, id, &given)?;
            Ok(Next::see(format!("/cases/{id}")).said("assigned"))
        })
        .await
}

fn show_assign(act: &mut Act<'_>, t: Frame, id: CaseId, form: Filled) -> Result<Shown, Refusal> {
    let assignees = assignees(act, id)?;
    let (case, _) = records::open(act, id)?;
    let teams = register::groups(act)?
        .into_iter()
        .filter_map(|(id, entry)| team(&entry).map(|label| (id.to_string(), label)))
        .collect();
    Shown::page(&AssignPage {
        t,
        head: CaseHeader::of(&case),
        form,
        assignees,
        teams,
    })
}

fn team(entry: &amparo_vault::Entry) -> Option<String> {
    match entry {
        amparo_vault::Entry::Group { purpose, label, .. }
            if *purpose == amparo_vault::GroupPurpose::Team =>
        {
            Some(label.clone())
        }
        _ => None,
    }
}

/// Who can open the case.
#[get("/cases/{id}/access")]
async fn who(door: PageDoor, id: At<CaseId>) -> Page {
    door.read(move |act, t| {
        let groups = access(act, *id)?;
        let case = crate::casefile::find(act, *id, Right::Read)?;
        let may_assign = act.member()?.may(Right::Assign, Object::Case);
        Shown::page(&AccessPage {
            t,
            head: CaseHeader::of(&case),
            groups,
            may_assign,
        })
    })
    .await
}

/// Who saw or did what with it.
#[get("/cases/{id}/ledger")]
async fn trail(door: PageDoor, id: At<CaseId>) -> Page {
    door.read(move |act, t| {
        let page = ledger_of(act, *id, &asked_page(&t))?;
        let case = crate::casefile::find(act, *id, Right::Read)?;
        Shown::page(&TrailPage {
            t,
            head: CaseHeader::of(&case),
            lines: page.items,
            next: page.next,
        })
    })
    .await
}

/// Every version of everything in it.
#[get("/cases/{id}/history")]
async fn versions(door: PageDoor, id: At<CaseId>) -> Page {
    door.read(move |act, t| {
        let page = history(act, *id, &asked_page(&t))?;
        let case = crate::casefile::find(act, *id, Right::Read)?;
        Shown::page(&HistoryPage {
            t,
            head: CaseHeader::of(&case),
            versions: page.items,
            next: page.next,
        })
    })
    .await
}

/// The page that the address asks for.
pub(super) fn asked_page(t: &Frame) -> PageQuery {
    let after = t.asked("after");
    PageQuery {
        limit: Some(40),
        after: (!after.is_empty()).then(|| after.to_owned()),
    }
}

/// Asks how the case ended.
#[get("/cases/{id}/close")]
async fn ask_close(door: PageDoor, id: At<CaseId>) -> Page {
    door.read(move |act, t| ending(act, t, *id, Fields::Close, Filled::empty::<Close>()))
        .await
}

/// Closes it.
#[post("/cases/{id}/close")]
async fn shut(door: PageDoor, id: At<CaseId>, form: Form<Close>) -> Page {
    let id = *id;
    door.form(form)
        .or_read(move |act, t, form| ending(act, t, id, Fields::Close, form))
        .write(move |act, typed| {
            close::close(act, id, typed)?;
            Ok(Next::see(format!("/cases/{id}")).said("case-closed"))
        })
        .await
}

/// Asks why it is opened again.
#[get("/cases/{id}/reopen")]
async fn ask_reopen(door: PageDoor, id: At<CaseId>) -> Page {
    door.read(move |act, t| ending(act, t, *id, Fields::Reopen, Filled::empty::<Reason>()))
        .await
}

/// Opens it again.
#[post("/cases/{id}/reopen")]
async fn reopen(door: PageDoor, id: At<CaseId>, form: Form<Reason>) -> Page {
    let id = *id;
    door.form(form)
        .or_read(move |act, t, form| ending(act, t, id, Fields::Reopen, form))
        .write(move |act, typed| {
            close::reopen(act, id, &typed.reason)?;
            Ok(Next::see(format!("/cases/{id}")).said("case-reopened"))
        })
        .await
}

fn ending(
    act: &mut Act<'_>,
    t: Frame,
    id: CaseId,
    fields: Fields,
    form: Filled,
) -> Result<Shown, Refusal> {
    let (case, _) = records::open(act, id)?;
    FormPage {
        t,
        head: CaseHeader::of(&case),
        form,
        fields,
        place: "summary",
        choices: Vec::new(),
        people: Vec::new(),
    }
    .show()
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(take)
        .service(news_seen)
        .service(ask_assign)
        .service(give)
        .service(who)
        .service(trail)
        .service(versions)
        .service(ask_close)
        .service(shut)
        .service(ask_reopen)
        .service(reopen);
}
