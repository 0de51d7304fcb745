//! The queue: what waits, most urgent first; and for supervisors the cases that nobody works yet.

use std::collections::BTreeSet;

use actix_web::{get, post, web};
use amparo_store::{AccountId, CaseId};
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;

use super::offered::{self, priority_word};
use crate::cases::{self, Unassigned};
use crate::foundation::{Act, Refusal};
use crate::intake::bodies::IntakeItem;
use crate::intake::list::{self, IntakeQuery};
use crate::intake::model::IntakeState;
use crate::intake::priority::LOOK_WITHIN;
use crate::pages::{Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::rights::{Object, Right};
use crate::words::NeedCategory;

/// Cases given away at once, at most.
const MOST: usize = 200;

#[derive(Template)]
#[template(path = "intake/queue.html")]
struct QueuePage {
    t: Frame,
    items: Vec<IntakeItem>,
    next: Option<String>,
    form: Filled,
    chosen: BTreeSet<String>,
    /// None: it is no supervisor who looks.
    unassigned: Option<Vec<Unassigned>>,
    colleagues: Vec<(String, String)>,
}

impl QueuePage {
    /// That what is for now waits too long, said on top.
    fn late(&self) -> Option<String> {
        let late = self.items.iter().filter(|item| item.late).count();
        let said = || {
            self.t
                .msg2("queue-late", "count", late, "minutes", LOOK_WITHIN)
        };
        (late > 0).then(said)
    }

    fn waiting(&self) -> usize {
        let waits = |item: &&IntakeItem| item.state == IntakeState::Waiting;
        self.items.iter().filter(waits).count()
    }

    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn limit(&self) -> i64 {
        LOOK_WITHIN
    }

    fn what(&self, item: &IntakeItem) -> String {
        if item.verified {
            self.needs(&item.needs)
        } else {
            self.t.msg("intake-unverified")
        }
    }

    fn needs(&self, needs: &[NeedCategory]) -> String {
        if needs.is_empty() {
            return self.t.msg("needs-not-said");
        }
        let words: Vec<String> = needs
            .iter()
            .map(|need| self.t.word("need", need.as_str()))
            .collect();
        words.join(" · ")
    }

    fn why(&self, item: &IntakeItem) -> Option<String> {
        let first = item.reasons.first()?;
        Some(offered::reason(&self.t, first))
    }

    fn place(&self, item: &IntakeItem) -> String {
        item.now_in.as_ref().map_or_else(
            || self.t.msg("answer-unknown"),
            |it| self.t.country(it.as_str()),
        )
    }

    fn language(&self, item: &IntakeItem) -> String {
        item.language.as_ref().map_or_else(
            || self.t.msg("answer-unknown"),
            |it| self.t.tongue(it.as_str()),
        )
    }

    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn priority(&self, item: &IntakeItem) -> &'static str {
        priority_word(item.priority)
    }

    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn case_priority(&self, one: &Unassigned) -> &'static str {
        priority_word(one.case.priority)
    }

    /// Whether a case was ticked when the form came: by its id, because the list may have moved
    /// since, and a tick must not.
    fn is_chosen(&self, case: &CaseId) -> bool {
        self.chosen.contains(&case.to_string())
    }

    /// A field of one row of the form.
    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn row(&self, place: usize, field: &str) -> String {
        row(place, field)
    }
}

fn row(place: usize, field: &str) -> String {
    format!("rows[{place}].{field}")
}

/// The cases that are ticked in a form.
fn chosen(form: &Filled) -> BTreeSet<String> {
    (0..MOST)
        .filter(|place| form.is(&row(*place, "chosen"), "true"))
        .map(|place| form.value(&row(place, "case")).to_owned())
        .collect()
}

/// The queue.
#[get("/queue")]
async fn queue(door: PageDoor) -> Page {
    door.read(|act, t| show(act, t, Filled::empty::<CasesToAssign>()))
        .await
}

/// Cases that nobody works, to be given away.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CasesToAssign {
    /// Every case of the list, with who was suggested.
    #[serde(default)]
    #[schema(max_items = 200)]
    rows: Vec<CaseToAssign>,
    /// To whom the chosen ones are given; to whoever was suggested if nobody is named.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    account: Option<AccountId>,
}

/// A case of the list.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CaseToAssign {
    /// Which.
    #[schema(value_type = Uuid)]
    case: CaseId,
    /// Who was suggested.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    suggested: Option<AccountId>,
    /// It is one of those that are meant.
    chosen: bool,
}

impl CasesToAssign {
    fn given(&self) -> Result<Vec<(CaseId, AccountId)>, Refusal> {
        let chosen = self.rows.iter().filter(|row| row.chosen);
        let given = chosen.map(|row| {
            let to = self.account.or(row.suggested);
            to.map(|to| (row.case, to))
                .ok_or_else(|| Refusal::fault("/account", "missing", "say to whom"))
        });
        given.collect()
    }
}

/// Gives the chosen cases away, all of them or none.
#[post("/queue/assign")]
async fn assign(door: PageDoor, form: Form<CasesToAssign>) -> Page {
    door.form(form)
        .or_read(show)
        .write(|act, asked| {
            cases::assign_all(act, &asked.given()?, None)?;
            Ok(Next::see("/queue").said("cases-assigned"))
        })
        .await
}

fn show(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    let member = act.needs(Right::Read, Object::Intake)?;
    let query = IntakeQuery {
        state: None,
        limit: Some(100),
        after: Some(t.asked("after").to_owned()).filter(|after| !after.is_empty()),
    };
    let page = list::list(act, &query)?;
    let mut items = page.items;
    // One's own drafts stand beside the call.
    items.retain(|item| item.state != IntakeState::Draft);
    let (unassigned, colleagues) = if member.may(Right::Assign, Object::Case) {
        let (unassigned, loads) = cases::unassigned(act)?;
        let loads = loads.into_iter().rev().filter(|load| load.active);
        let options = loads.map(|load| {
            let text = t.msg2(
                "worker-option",
                "name",
                load.name.as_str(),
                "open",
                load.open,
            );
            (load.account.to_string(), text)
        });
        (Some(unassigned), options.collect())
    } else {
        (None, Vec::new())
    };
    Shown::page(&QueuePage {
        t,
        items,
        next: page.next,
        chosen: chosen(&form),
        form,
        unassigned,
        colleagues,
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(queue).service(assign);
}
