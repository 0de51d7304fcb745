//! `/flow`: how far referrals come, for coordinators and supervisors. Tables first; a bar is only a
//! second way to read a number.

use actix_web::{get, web};
use askama::Template;

use crate::pages::{Frame, Page, PageDoor, Shown};
use crate::referrals::flow::{self, Cell, FEWEST, Stages};

#[derive(Template)]
#[template(path = "referrals/flow.html")]
struct FlowPage {
    t: Frame,
    is_empty: bool,
    held_back: usize,
    rates: Vec<Rate>,
    all: Vec<String>,
    lines: Vec<(String, Vec<String>)>,
}

/// A share of what was sent.
struct Rate {
    label: String,
    /// Nothing if it may not be said.
    percent: Option<u32>,
}

/// How far referrals come.
#[get("/flow")]
async fn show(door: PageDoor) -> Page {
    door.consult(|act, t| {
        let it = flow::flow(act)?;
        let [sent, acknowledged, accepted, known] = it.all;
        let rate = |id, part: Cell| Rate {
            label: t.msg(id),
            percent: part.percent_of(sent),
        };
        Shown::page(&FlowPage {
            is_empty: it.by_receiver.is_empty(),
            held_back: it.held_back,
            rates: vec![
                rate("flow-rate-acknowledged", acknowledged),
                rate("flow-rate-accepted", accepted),
                rate("flow-rate-known", known),
            ],
            all: cells(&t, &it.all),
            lines: it
                .by_receiver
                .iter()
                .map(|(name, stages)| (name.clone(), cells(&t, stages)))
                .collect(),
            t,
        })
    })
    .await
}

fn cells(t: &Frame, stages: &Stages) -> Vec<String> {
    let said = |cell: &Cell| match cell {
        Cell::Few => format!("<{}", t.number(FEWEST)),
        Cell::Held => t.msg("flow-held"),
        Cell::About(count) => t.number(*count),
    };
    stages.iter().map(said).collect()
}

/// The page.
pub fn flow_pages(config: &mut web::ServiceConfig) {
    config.service(show);
}
