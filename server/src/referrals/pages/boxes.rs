//! The two boxes: what was offered to us, and what we offered. Rows name nobody.

use actix_web::{get, web};
use amparo_store::{CaseId, Moment, RecordId, ReferralId};
use askama::Template;

use super::lines;
use crate::foundation::{Act, Refusal};
use crate::pages::{Frame, Page, PageDoor, Shown};
use crate::referrals::messages::{self, Talk};
use crate::referrals::{ReferralBox, ReferralView, State, lists, preview};
use crate::web::PageQuery;

/// Rows of one part of a page.
const ROWS: u32 = 50;

/// Waits for an answer.
const OFFERED: [State; 2] = [State::Sent, State::Viewed];

/// Accepted, and not ended.
const ACCEPTED: [State; 3] = [State::Accepted, State::Waitlisted, State::Started];

/// Not sent yet.
const UNSENT: [State; 1] = [State::Draft];

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
    /// Where the next page of what waits begins.
    more_offered: Option<String>,
    accepted: Vec<Row>,
    more_accepted: Option<String>,
}

#[derive(Template)]
#[template(path = "referrals/sent.html")]
struct SentPage {
    t: Frame,
    again: Vec<Row>,
    more_again: Option<String>,
    waiting: Vec<Row>,
    more_waiting: Option<String>,
    drafts: Vec<Row>,
    more_drafts: Option<String>,
    under_way: Vec<Row>,
    more_under_way: Option<String>,
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
    /// Nobody has written.
    fn is_silent(&self) -> bool {
        self.talk == Talk::Silent
    }

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

/// What was offered to us: what waits for an answer first, by the time it is due. Each part has
/// pages of its own, so that a full one hides nothing of the other.
#[get("/referrals")]
async fn inbox(door: PageDoor) -> Page {
    door.read(|act, t| {
        lists::noted(act)?;
        let offered = part(act, &t, ReferralBox::In, &OFFERED, "offered")?;
        let accepted = part(act, &t, ReferralBox::In, &ACCEPTED, "accepted")?;
        let (questions, new) = offered.rows.into_iter().partition(|row| !row.is_silent());
        Shown::page(&InboxPage {
            t,
            new,
            questions,
            more_offered: offered.more,
            accepted: accepted.rows,
            more_accepted: accepted.more,
        })
    })
    .await
}

/// What we offered, of the cases that one can open: what came to nothing first.
#[get("/referrals/sent")]
async fn outbox(door: PageDoor) -> Page {
    door.read(|act, t| {
        lists::noted(act)?;
        let again = in_vain(act, &t)?;
        let waiting = part(act, &t, ReferralBox::Out, &OFFERED, "waiting")?;
        let drafts = part(act, &t, ReferralBox::Out, &UNSENT, "drafts")?;
        let under_way = part(act, &t, ReferralBox::Out, &ACCEPTED, "under_way")?;
        Shown::page(&SentPage {
            t,
            again: again.rows,
            more_again: again.more,
            waiting: waiting.rows,
            more_waiting: waiting.more,
            drafts: drafts.rows,
            more_drafts: drafts.more,
            under_way: under_way.rows,
            more_under_way: under_way.more,
        })
    })
    .await
}

/// One part of a page, and the address of what comes after it.
struct Part {
    rows: Vec<Row>,
    more: Option<String>,
}

/// The rows in some states; `name` is the parameter that says where this part begins.
fn part(
    act: &mut Act<'_>,
    t: &Frame,
    which: ReferralBox,
    states: &[State],
    name: &str,
) -> Result<Part, Refusal> {
    let found = lists::part(act, which, states, &from(t, name))?;
    let mut rows = Vec::new();
    for view in &found.items {
        let talk = messages::talk(act, view.id)?;
        rows.push(row(t, act.now, view, talk));
    }
    let more = found.next.map(|next| more(name, &next));
    Ok(Part { rows, more })
}

/// What came to nothing and whose need still waits.
fn in_vain(act: &mut Act<'_>, t: &Frame) -> Result<Part, Refusal> {
    let found = lists::part(act, ReferralBox::Out, &IN_VAIN, &from(t, "again"))?;
    let mut rows = Vec::new();
    for view in &found.items {
        let again = preview::still_waits(act, view)?;
        if again.is_some() {
            let row = row(t, act.now, view, Talk::Silent);
            rows.push(Row { again, ..row });
        }
    }
    let more = found.next.map(|next| more("again", &next));
    Ok(Part { rows, more })
}

fn from(t: &Frame, name: &str) -> PageQuery {
    let after = Some(t.asked(name).to_owned()).filter(|after| !after.is_empty());
    PageQuery {
        limit: Some(ROWS),
        after,
    }
}

/// A cursor has no character that an address would have to encode but the colons of a time, which a
/// query may hold (RFC 3986, 3.4).
fn more(name: &str, next: &str) -> String {
    format!("?{name}={next}")
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
