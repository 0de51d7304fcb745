//! The steps of a referral that need words or a button: accept, decline, start, waiting list,
//! outcome, give back, take back, a case of one's own.

use actix_web::{get, post, web};
use amparo_store::ReferralId;
use askama::Template;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use super::lines::{self, known};
use super::one::show_refused;
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::referrals::answer::{self, Answering, answer};
use crate::referrals::reasons::{
    OpenOwnCase, ReferralCompletion, ReferralDecline, ReferralRecall, ReferralRemark,
    ReferralReturn,
};
use crate::referrals::{ReferralBox, ReferralView, Side, Step, end, look, next, open_case};

const DECLINE: [&str; 7] = [
    "no_capacity",
    "wrong_area",
    "conflict",
    "language",
    "not_our_mandate",
    "not_eligible",
    "other",
];
const RETURN: [&str; 7] = [
    "no_capacity",
    "could_not_reach",
    "person_declined",
    "conflict",
    "not_eligible",
    "not_our_mandate",
    "other",
];
const OUTCOME: [&str; 7] = [
    "served",
    "partly_served",
    "could_not_reach",
    "person_declined",
    "not_eligible",
    "no_capacity",
    "other",
];

/// The form of one step.
#[derive(Template)]
#[template(path = "referrals/step.html")]
struct StepPage {
    t: Frame,
    form: Filled,
    /// `decline`, `return`, `complete`, `waitlist`, `recall` or `open-case`.
    step: &'static str,
    id: ReferralId,
    help: String,
    party: String,
    state: String,
    options: Vec<(String, String)>,
}

impl StepPage {
    fn path(&self) -> String {
        format!("/referrals/{}", self.id)
    }

    fn say(&self, part: &str) -> String {
        self.t.msg(format!("step-{}-{part}", self.step))
    }
}

fn page(t: Frame, it: &ReferralView, step: &'static str, form: Filled) -> Result<Shown, Refusal> {
    let t = lines::placed(t, it);
    let options: (&str, &[&str]) = match step {
        "decline" => ("decline", &DECLINE),
        "return" => ("return", &RETURN),
        "complete" => ("outcome", &OUTCOME),
        _ => ("", &[]),
    };
    let about = it.about.as_ref();
    Shown::page(&StepPage {
        help: about.map_or_else(|| t.msg("row-closed"), |about| lines::help(&t, about)),
        party: lines::other(it).name.clone(),
        state: lines::state(&t, it),
        options: options
            .1
            .iter()
            .map(|word| ((*word).to_owned(), known(&t, options.0, word)))
            .collect(),
        id: it.id,
        t,
        form,
        step,
    })
}

/// Asks for the words of a step.
async fn ask<T>(door: PageDoor, id: ReferralId, step: &'static str) -> Page {
    door.steps(move |app, caller, t| {
        look::with(app, caller, id, |_, view| {
            must_fit(&view, step)?;
            let form = Filled::empty::<T>().at(view.revision);
            page(t.clone(), &view, step, form)
        })
    })
    .await
}

/// Whether the step can follow, so that nobody fills in a form for nothing.
fn must_fit(view: &ReferralView, step: &str) -> Result<(), Refusal> {
    let side = match view.direction {
        ReferralBox::In => Side::Receiver,
        ReferralBox::Out => Side::Sender,
    };
    match Step::parse(step) {
        Ok(Step::Complete) => next(view.state, side, Step::Complete)
            .or_else(|_| next(view.state, side, Step::Start))
            .map(|_| ()),
        Ok(step) => next(view.state, side, step).map(|_| ()),
        // A case of one's own is no step of the referral.
        Err(_) if side == Side::Receiver => Ok(()),
        Err(_) => Err(Refusal::NotFound),
    }
}

/// Takes a step that needs words; a form with faults comes back on its own page.
async fn take<T: DeserializeOwned + ToSchema + Send + 'static>(
    door: PageDoor,
    id: ReferralId,
    form: Form<T>,
    step: &'static str,
    said: &'static str,
    mut act: impl FnMut(&mut Act<'_>, i64, &T) -> Result<ReferralView, Refusal> + Send + 'static,
) -> Page {
    let seen = form.revision();
    door.form(form)
        .or_read(move |act, t, form| {
            let view = look::again(act, id)?;
            page(t, &view, step, form)
        })
        .write(move |it, given| {
            act(it, seen.ok_or(Refusal::MatchMissing)?, given)?;
            Ok(Next::see(format!("/referrals/{id}")).said(said))
        })
        .await
}

/// Takes a step that is one button on the page of the referral or in the inbox.
async fn press(
    door: PageDoor,
    id: ReferralId,
    form: Form<ReferralRemark>,
    said: &'static str,
    answering: fn(&ReferralRemark) -> Result<Answering, Refusal>,
) -> Page {
    let seen = form.revision();
    door.form(form)
        .or_read(move |act, t, form| show_refused(act, t, id, form))
        .write(move |act, remark| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            answer(act, id, seen, answering(remark)?)?;
            Ok(Next::see(format!("/referrals/{id}")).said(said))
        })
        .await
}

/// Takes it. The packet may be opened from now on.
#[post("/referrals/{id}/accept")]
async fn accept(door: PageDoor, id: At<ReferralId>, form: Form<ReferralRemark>) -> Page {
    press(door, *id, form, "referral-accepted", Answering::accept).await
}

/// The work begins.
#[post("/referrals/{id}/start")]
async fn start(door: PageDoor, id: At<ReferralId>, form: Form<ReferralRemark>) -> Page {
    press(door, *id, form, "referral-started", Answering::start).await
}

/// Why it is not taken.
#[get("/referrals/{id}/decline")]
async fn ask_decline(door: PageDoor, id: At<ReferralId>) -> Page {
    ask::<ReferralDecline>(door, *id, "decline").await
}

/// Does not take it. The need goes back to routing.
#[post("/referrals/{id}/decline")]
async fn decline(door: PageDoor, id: At<ReferralId>, form: Form<ReferralDecline>) -> Page {
    let (step, said) = ("decline", "referral-declined");
    take(door, *id, form, step, said, move |act, seen, given| {
        answer(act, *id, seen, Answering::decline(given)?)
    })
    .await
}

/// What the sender should know about the waiting list.
#[get("/referrals/{id}/waitlist")]
async fn ask_waitlist(door: PageDoor, id: At<ReferralId>) -> Page {
    ask::<ReferralRemark>(door, *id, "waitlist").await
}

/// There is no room yet.
#[post("/referrals/{id}/waitlist")]
async fn waitlist(door: PageDoor, id: At<ReferralId>, form: Form<ReferralRemark>) -> Page {
    let (step, said) = ("waitlist", "referral-waitlisted");
    take(door, *id, form, step, said, move |act, seen, given| {
        answer(act, *id, seen, Answering::waitlist(given)?)
    })
    .await
}

/// Why it is given back.
#[get("/referrals/{id}/return")]
async fn ask_return(door: PageDoor, id: At<ReferralId>) -> Page {
    ask::<ReferralReturn>(door, *id, "return").await
}

/// Gives it back. The need goes back to routing.
#[post("/referrals/{id}/return")]
async fn give_back(door: PageDoor, id: At<ReferralId>, form: Form<ReferralReturn>) -> Page {
    let (step, said) = ("return", "referral-returned");
    take(door, *id, form, step, said, move |act, seen, given| {
        answer(act, *id, seen, Answering::give_back(given)?)
    })
    .await
}

/// What became of it.
#[get("/referrals/{id}/complete")]
async fn ask_complete(door: PageDoor, id: At<ReferralId>) -> Page {
    ask::<ReferralCompletion>(door, *id, "complete").await
}

/// The work is done. Work that nobody said had begun begins with it.
#[post("/referrals/{id}/complete")]
async fn complete(door: PageDoor, id: At<ReferralId>, form: Form<ReferralCompletion>) -> Page {
    let (step, said) = ("complete", "referral-completed");
    take(door, *id, form, step, said, move |act, seen, given| {
        answer::complete(act, *id, seen, given)
    })
    .await
}

/// Why it is taken back.
#[get("/referrals/{id}/recall")]
async fn ask_recall(door: PageDoor, id: At<ReferralId>) -> Page {
    ask::<ReferralRecall>(door, *id, "recall").await
}

/// The sender takes it back. What was read stays read.
#[post("/referrals/{id}/recall")]
async fn recall(door: PageDoor, id: At<ReferralId>, form: Form<ReferralRecall>) -> Page {
    let (step, said) = ("recall", "referral-recalled");
    take(door, *id, form, step, said, move |act, seen, given| {
        end::recall(act, *id, seen, given)
    })
    .await
}

/// Whether anybody looked for a conflict.
#[get("/referrals/{id}/open-case")]
async fn ask_open_case(door: PageDoor, id: At<ReferralId>) -> Page {
    ask::<OpenOwnCase>(door, *id, "open-case").await
}

/// Opens a case of one's own from the packet.
#[post("/referrals/{id}/open-case")]
async fn open_own_case(door: PageDoor, id: At<ReferralId>, form: Form<OpenOwnCase>) -> Page {
    door.form(form)
        .or_read(move |act, t, form| {
            let view = look::again(act, *id)?;
            page(t, &view, "open-case", form)
        })
        .write(move |act, given| {
            let opened = open_case::open_case(act, *id, given)?;
            Ok(Next::see(format!("/cases/{}", opened.case)).said("referral-case-opened"))
        })
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(accept)
        .service(start)
        .service(ask_decline)
        .service(decline)
        .service(ask_waitlist)
        .service(waitlist)
        .service(ask_return)
        .service(give_back)
        .service(ask_complete)
        .service(complete)
        .service(ask_recall)
        .service(recall)
        .service(ask_open_case)
        .service(open_own_case);
}
