//! The day's log: that somebody called and what became of it, never what was said.

use actix_web::{get, web};
use amparo_store::{IntakeId, Moment};
use askama::Template;

use super::offered::priority_word;
use super::typed::word;
use crate::intake::bodies::{ContactLine, ContactsToday};
use crate::intake::list::{self, IntakeQuery};
use crate::intake::model::IntakeState;
use crate::intake::today;
use crate::pages::{Frame, Page, PageDoor, Shown};

#[derive(Template)]
#[template(path = "intake/contacts.html")]
struct ContactsPage {
    t: Frame,
    log: ContactsToday,
    drafts: Vec<(IntakeId, Moment)>,
}

impl ContactsPage {
    fn in_all(&self) -> usize {
        self.log.waiting + self.log.taken + self.log.closed
    }

    fn outcome(&self, line: &ContactLine) -> String {
        match &line.outcome {
            Some(outcome) => self.t.word("outcome", word(outcome)),
            None => self.t.msg("intake-unverified"),
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn priority(&self, line: &ContactLine) -> &'static str {
        priority_word(line.priority)
    }

    fn language(&self, line: &ContactLine) -> String {
        line.language.as_ref().map_or_else(
            || self.t.msg("answer-unknown"),
            |it| self.t.tongue(it.as_str()),
        )
    }
}

/// What was logged today.
#[get("/contacts")]
async fn contacts(door: PageDoor) -> Page {
    door.read(|act, t| {
        let log = today::contacts(act)?;
        let query = IntakeQuery {
            state: Some(IntakeState::Draft),
            limit: Some(50),
            after: None,
        };
        let drafts = list::list(act, &query)?.items.into_iter();
        let drafts = drafts.map(|item| (item.id, item.since)).collect();
        Shown::page(&ContactsPage { t, log, drafts })
    })
    .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(contacts);
}
