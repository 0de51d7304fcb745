//! The two boxes: what was offered to us, and what we offered. Rows name nobody.

use actix_web::{get, web};
use amparo_store::{CaseId, Moment, RecordId, ReferralId};
use askama::Template;

use super::lines;
use crate::foundation::{Act, Refusal};
use crate::pages::{Frame, Page, PageDoor, Shown};
use crate::referrals::messages::{self, Talk};
use crate::referrals::{ReferralBox, ReferralView, State, lists, preview, sender};
use crate::web::PageQuery;

/// As many as one page of a list may have: more that waits is more than a day can hold.
const MOST: u32 = 200;

/// Offered to us, and not ended.
const LIVE: [State; 5] = [
    State::Sent,
    State::Viewed,
    State::Accepted,
    State::Waitlisted,
    State::Started,
];

/// Offered by us and under way, or not sent yet.
const OURS: [State; 6] = [
    State::Draft,
    State::Sent,
    State::Viewed,
    State::Accepted,
    State::Waitlisted,
    State::Started,
];

/// Ended without help: somebody else may have to be asked.
const IN_VAIN: [State; 3] = [State::Declined, State::Expired, State::Returned];

/// Ended in one way or another.
const ENDED: [State; 6] = [
    State::Completed,
    State::Declined,
    State::Expired,
    State::Returned,
    State::Recalled,
    State::EndedByPerson,
];

/// A referral as a row.
struct Row {
    id: ReferralId,
    revision: i64,
    urgency: Option<String>,
    help: String,
    place: String,
    about: String,
    /// The other organisation.
    party: String,
    pseudonym: Option<String>,
    state: String,
    /// Until when an answer is expected, while one is.
    due: Option<Moment>,
    due_soon: bool,
    talk: Talk,
    /// The need that must go to somebody else.
    again: Option<(CaseId, RecordId)>,
}

#[derive(Template)]
#[template(path = "referrals/inbox.html")]
struct InboxPage {
    t: Frame,
    new: Vec<Row>,
    questions: Vec<Row>,
    accepted: Vec<Row>,
}

#[derive(Template)]
#[template(path = "referrals/sent.html")]
struct SentPage {
    t: Frame,
    again: Vec<Row>,
    waiting: Vec<Row>,
    drafts: Vec<Row>,
    under_way: Vec<Row>,
}

#[derive(Template)]
#[template(path = "referrals/ended.html")]
struct EndedPage {
    t: Frame,
    incoming: bool,
    rows: Vec<Row>,
    next: Option<String>,
}

impl Row {
    /// The other side wrote last.
    fn is_our_turn(&self) -> bool {
        self.talk == Talk::Ours
    }

    /// We wrote last.
    fn is_their_turn(&self) -> bool {
        self.talk == Talk::Theirs
    }

    fn choose_path(&self) -> Option<String> {
        let (case, need) = self.again?;
        Some(format!("/cases/{case}/needs/{need}/route"))
    }
}

/// What was offered to us: what waits for an answer first, by the time it is due.
#[get("/referrals")]
async fn inbox(door: PageDoor) -> Page {
    door.read(|act, t| {
        let all = lists::in_states(act, ReferralBox::In, &LIVE, &whole())?.items;
        let mut page = InboxPage {
            t,
            new: Vec::new(),
            questions: Vec::new(),
            accepted: Vec::new(),
        };
        for view in all {
            let talk = messages::talk(act, view.id)?;
            let place = match (view.state.waits(), talk) {
                (true, Talk::Silent) => &mut page.new,
                (true, _) => &mut page.questions,
                (false, _) => &mut page.accepted,
            };
            place.push(row(&page.t, act.now, &view, talk));
        }
        Shown::page(&page)
    })
    .await
}

/// What we offered, of the cases that one can open: what came to nothing first.
#[get("/referrals/sent")]
async fn outbox(door: PageDoor) -> Page {
    door.read(|act, t| {
        // Asked apart, so that years of refusals push nothing living off the page.
        let mut all = lists::in_states(act, ReferralBox::Out, &OURS, &whole())?.items;
        all.extend(lists::in_states(act, ReferralBox::Out, &IN_VAIN, &whole())?.items);
        let mut page = SentPage {
            t,
            again: Vec::new(),
            waiting: Vec::new(),
            drafts: Vec::new(),
            under_way: Vec::new(),
        };
        for view in all {
            sort_in(act, &mut page, &view)?;
        }
        Shown::page(&page)
    })
    .await
}

fn sort_in(act: &mut Act<'_>, page: &mut SentPage, view: &ReferralView) -> Result<(), Refusal> {
    if sender::came_to_nothing(view.state) {
        let again = preview::still_waits(act, view)?;
        if again.is_some() {
            let row = row(&page.t, act.now, view, Talk::Silent);
            page.again.push(Row { again, ..row });
        }
        return Ok(());
    }
    let talk = messages::talk(act, view.id)?;
    let row = row(&page.t, act.now, view, talk);
    match view.state {
        State::Draft => page.drafts.push(row),
        state if state.waits() => page.waiting.push(row),
        _ => page.under_way.push(row),
    }
    Ok(())
}

/// What was offered to us and has ended.
#[get("/referrals/ended")]
async fn ended_in(door: PageDoor) -> Page {
    door.read(|act, t| show_ended(act, t, ReferralBox::In))
        .await
}

/// What we offered and has ended.
#[get("/referrals/sent/ended")]
async fn ended_out(door: PageDoor) -> Page {
    door.read(|act, t| show_ended(act, t, ReferralBox::Out))
        .await
}

fn show_ended(act: &mut Act<'_>, t: Frame, which: ReferralBox) -> Result<Shown, Refusal> {
    let after = Some(t.asked("after").to_owned()).filter(|after| !after.is_empty());
    let page = PageQuery { limit: None, after };
    let found = lists::in_states(act, which, &ENDED, &page)?;
    let rows = found.items.iter();
    let rows = rows
        .map(|view| row(&t, act.now, view, Talk::Silent))
        .collect();
    Shown::page(&EndedPage {
        t,
        incoming: which == ReferralBox::In,
        rows,
        next: found.next,
    })
}

fn whole() -> PageQuery {
    PageQuery {
        limit: Some(MOST),
        after: None,
    }
}

fn row(t: &Frame, now: Moment, view: &ReferralView, talk: Talk) -> Row {
    let about = view.about.as_ref();
    let languages = about.map(|about| t.tongues(&about.languages));
    let age = about.map(|about| lines::known(t, "age", &about.age_band));
    let due = view.answer_by.filter(|_| view.state.waits());
    let said = [languages, age].into_iter().flatten();
    let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
    Row {
        id: view.id,
        revision: view.revision,
        urgency: about.map(|about| lines::code(&about.urgency)),
        help: about.map_or_else(|| t.msg("row-closed"), |about| lines::help(t, about)),
        place: about
            .map(|about| lines::place(t, about))
            .unwrap_or_default(),
        about: said.join(" · "),
        party: lines::other(view).name.clone(),
        pseudonym: view.pseudonym.clone(),
        state: lines::state(t, view),
        due,
        due_soon: due.is_some_and(|due| due.to_utc() - now.to_utc() < chrono::TimeDelta::hours(1)),
        talk,
        again: None,
    }
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(inbox)
        .service(outbox)
        .service(ended_in)
        .service(ended_out);
}
