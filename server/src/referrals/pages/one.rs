//! One referral, the same page for both sides: how it stands, what may be done next, what happened,
//! and the messages.

use actix_web::{get, post, web};
use amparo_store::{CaseId, Moment, ReferralId};
use askama::Template;

use super::lines::{self, Happened, Line};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::referrals::messages::{self, ReferralMessageView};
use crate::referrals::reasons::NewReferralMessage;
use crate::referrals::seal::Signature;
use crate::referrals::{
    PartyView, ReferralBox, ReferralView, State, Step, look, next, open_case, preview,
};

#[derive(Template)]
#[template(path = "referrals/one.html")]
struct OnePage {
    t: Frame,
    /// What was refused a moment ago, if it was not the message.
    trouble: Filled,
    form: Filled,
    it: ReferralView,
    help: String,
    state: String,
    question: Option<String>,
    notice: Vec<Line>,
    sections: Vec<String>,
    steps: Vec<Happened>,
    messages: Vec<Said>,
    own_case: Option<CaseId>,
    /// What somebody vouched for without a consent.
    vital: Option<String>,
    signed_off: bool,
    /// A supervisor objected to it.
    objected: bool,
}

/// A message as it is shown.
struct Said {
    by: String,
    at: Moment,
    text: String,
    ours: bool,
}

impl OnePage {
    fn is_ours(&self) -> bool {
        self.it.direction == ReferralBox::Out
    }

    fn other(&self) -> &PartyView {
        lines::other(&self.it)
    }

    /// Whether this side may take a step now: the one function that decides it says so.
    fn may(&self, step: &str) -> bool {
        Step::parse(step).is_ok_and(|step| {
            let mine = (step.side() == crate::referrals::Side::Sender) == self.is_ours();
            let after = next(self.it.state, step.side(), step);
            mine && after.is_ok_and(|after| after != self.it.state)
        })
    }

    fn has_packet(&self) -> bool {
        !self.is_ours() && self.it.state.hands_out_packet()
    }

    fn may_write(&self) -> bool {
        !matches!(
            self.it.state,
            State::Draft | State::Recalled | State::EndedByPerson
        )
    }

    fn is_draft(&self) -> bool {
        self.it.state == State::Draft
    }

    fn waits(&self) -> bool {
        self.it.state.waits()
    }

    /// Nobody compared the words of whoever asks.
    fn is_unproved(&self) -> bool {
        self.it.signature == Some(Signature::NotCompared)
    }

    fn path(&self) -> String {
        format!("/referrals/{}", self.it.id)
    }

    fn route_path(&self) -> Option<String> {
        let (case, need) = (self.it.case?, self.it.need?);
        Some(format!("/cases/{case}/needs/{need}/route"))
    }
}

/// One referral. The receiver's first look is a step; the sender's case takes in what is new.
#[get("/referrals/{id}")]
async fn referral(door: PageDoor, id: At<ReferralId>) -> Page {
    door.steps(move |app, caller, t| {
        look::with(app, caller, *id, |act, view| {
            let (trouble, form) = (Filled::default(), Filled::empty::<NewReferralMessage>());
            show(act, t.clone(), view, trouble, form)
        })
    })
    .await
}

/// Asks or answers without accepting.
#[post("/referrals/{id}")]
async fn write_message(door: PageDoor, id: At<ReferralId>, form: Form<NewReferralMessage>) -> Page {
    door.form(form)
        .or_read(move |act, t, form| {
            let view = look::again(act, *id)?;
            show(act, t, view, Filled::default(), form)
        })
        .write(move |act, text| {
            messages::write(act, *id, text)?;
            Ok(Next::see(format!("/referrals/{}#messages", *id)).said("referral-message"))
        })
        .await
}

/// The page again, after a step that was refused.
pub(super) fn show_refused(
    act: &mut Act<'_>,
    t: Frame,
    id: ReferralId,
    trouble: Filled,
) -> Result<Shown, Refusal> {
    let view = look::again(act, id)?;
    let form = Filled::empty::<NewReferralMessage>();
    show(act, t, view, trouble, form)
}

fn show(
    act: &mut Act<'_>,
    t: Frame,
    it: ReferralView,
    trouble: Filled,
    form: Filled,
) -> Result<Shown, Refusal> {
    let t = lines::placed(t, &it);
    let own_case = match it.direction {
        ReferralBox::In => open_case::own_case(act, it.id)?,
        ReferralBox::Out => None,
    };
    let vital = preview::rests_on_override(act, &it)?;
    let own = act.member()?.organisation;
    let messages = messages::all(act, it.id)?.into_iter();
    let messages = messages
        .map(|one| said(&t, &it, one.organisation == Some(own), one))
        .collect();
    let about = it.about.as_ref();
    let sections = it.sections.iter().flatten();
    Shown::page(&OnePage {
        help: about.map_or_else(|| t.msg("row-closed"), |about| lines::help(&t, about)),
        state: lines::state(&t, &it),
        question: about.map(|about| about.question.clone()),
        notice: about
            .map(|about| lines::notice(&t, about))
            .unwrap_or_default(),
        sections: sections.map(|one| lines::section(&t, *one)).collect(),
        steps: lines::timeline(&t, &it),
        messages,
        own_case,
        objected: vital.as_ref().is_some_and(|one| one.objected.is_some()),
        signed_off: vital.as_ref().is_some_and(|one| one.signed_off.is_some()),
        vital: vital.map(|one| one.reason),
        trouble,
        form,
        it,
        t,
    })
}

fn said(t: &Frame, it: &ReferralView, ours: bool, one: ReferralMessageView) -> Said {
    let parties = [&it.sender, &it.receiver];
    let party = parties
        .into_iter()
        .find(|party| Some(party.id) == one.organisation)
        .map(|party| party.name.clone());
    let by = [one.by, party].into_iter().flatten();
    Said {
        by: t.listed(by),
        at: one.at,
        text: one.text,
        ours,
    }
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(referral).service(write_message);
}
