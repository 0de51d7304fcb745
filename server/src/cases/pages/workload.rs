//! Who works how much, and handing over what a colleague worked.

use actix_web::{get, post, web};
use amparo_store::{AccountId, CaseId};
use askama::Template;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::cases::list::CaseRow;
use crate::cases::workload::{self, Workload};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::words::Priority;

#[derive(Template)]
#[template(path = "cases/workload.html")]
struct WorkloadPage {
    t: Frame,
    loads: Vec<Workload>,
    /// The largest weight, which fills the bar.
    most: usize,
}

#[derive(Template)]
#[template(path = "cases/worker.html")]
struct WorkerPage {
    t: Frame,
    form: Filled,
    who: AccountId,
    name: String,
    cases: Vec<CaseRow>,
    colleagues: Vec<(String, String)>,
}

impl WorkerPage {
    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn priority(&self, case: &CaseRow) -> &'static str {
        match case.priority {
            Priority::P1 => "P1",
            Priority::P2 => "P2",
            Priority::P3 => "P3",
            Priority::P4 => "P4",
        }
    }

    /// All of them at first, then what was chosen.
    fn is_chosen(&self, case: &CaseRow) -> bool {
        self.form.fields().is_empty() || self.form.is("cases[]", &case.id.to_string())
    }
}

/// Who works how much.
#[get("/workload")]
async fn loads(door: PageDoor) -> Page {
    door.read(|act, t| {
        let loads = workload::workload(act)?;
        let most = loads.iter().map(|load| load.weight).max().unwrap_or(0);
        let most = most.max(1);
        Shown::page(&WorkloadPage { t, loads, most })
    })
    .await
}

/// The cases of one colleague.
#[get("/workload/{account}")]
async fn worker(door: PageDoor, who: At<AccountId>) -> Page {
    door.read(move |act, t| show(act, t, *who, Filled::empty::<HandOver>()))
        .await
}

/// Cases that a colleague hands over, or leaves behind.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct HandOver {
    /// Which.
    #[schema(value_type = Vec<Uuid>, min_items = 1, max_items = 200)]
    cases: Vec<CaseId>,
    /// To whom. They are spread by load if nobody is named.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    account: Option<AccountId>,
    /// Why; goes into the ledger.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: Option<String>,
}

/// Hands them over.
#[post("/workload/{account}")]
async fn hand_over(door: PageDoor, who: At<AccountId>, form: Form<HandOver>) -> Page {
    let who = *who;
    door.form(form)
        .or_read(move |act, t, form| show(act, t, who, form))
        .write(move |act, given| {
            let to = workload::spread(act, &given.cases, who, given.account)?;
            workload::assign_all(act, &to, given.reason.as_deref())?;
            Ok(Next::see(format!("/workload/{who}")).said("cases-handed-over"))
        })
        .await
}

fn show(act: &mut Act<'_>, t: Frame, who: AccountId, form: Filled) -> Result<Shown, Refusal> {
    let (name, cases) = workload::of_worker(act, who)?;
    let colleagues = workload::workload(act)?
        .into_iter()
        .filter(|load| load.active && load.account != who)
        .map(|load| {
            let text = t.msg2(
                "worker-option",
                "name",
                load.name.as_str(),
                "open",
                load.open,
            );
            (load.account.to_string(), text)
        })
        .collect();
    Shown::page(&WorkerPage {
        t,
        form,
        who,
        name,
        cases,
        colleagues,
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(loads).service(worker).service(hand_over);
}
