//! What this room adds to the pages of a case: the referrals of the case, taking a consent back, and
//! objecting to an override. Both end the referrals that rest on it.

use actix_web::{get, post, web};
use amparo_store::{CaseId, RecordId};
use askama::Template;

use crate::casefile::{self, CaseAccess, File};
use crate::cases::{self, Panel, PanelRow};
use crate::consent::Consent;
use crate::foundation::{Act, App, Caller, Refusal};
use crate::ledger::{About, What};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::referrals::reasons::{ConsentWithdrawal, OverrideObjection};
use crate::referrals::{ReferralView, end, look};
use crate::rights::Right;

/// The referrals of a case, the newest first.
pub fn panel(act: &mut Act<'_>, case: &CaseAccess, t: &Frame) -> Result<Panel, Refusal> {
    let (views, behind) = look::all(act, case)?;
    Ok(Panel {
        id: "referrals",
        title: t.msg("case-referrals"),
        rows: views.iter().map(|view| row(view, t)).collect(),
        empty: t.msg("case-referrals-none"),
        behind,
    })
}

/// Takes into the case what receivers did meanwhile: a need that was declined is open again.
pub fn catch_up(app: &App, caller: &Caller, case: CaseId) -> Result<(), Refusal> {
    look::of_case(app, caller, case).map(|_| ())
}

fn row(view: &ReferralView, t: &Frame) -> PanelRow {
    let need = view
        .about
        .as_ref()
        .map(|about| t.coded("need", about.category));
    let about = if view.escalated {
        t.msg("case-referral-escalated")
    } else {
        let due = view.answer_by.filter(|_| view.state.waits());
        due.map_or_else(String::new, |due| {
            t.msg1("case-referral-answer", "when", t.when(&due))
        })
    };
    PanelRow {
        path: format!("/referrals/{}", view.id),
        title: match need {
            Some(need) => t.msg2(
                "case-referral-title",
                "help",
                need,
                "name",
                view.receiver.name.as_str(),
            ),
            None => view.receiver.name.clone(),
        },
        state: t.word("case-referral", view.state.as_str()),
        about,
    }
}

#[derive(Template)]
#[template(path = "cases/withdraw.html")]
struct WithdrawPage {
    t: Frame,
    case: CaseId,
    pseudonym: String,
    consent: Consent,
    form: Filled,
}

/// Asks before a consent is taken back.
#[get("/cases/{id}/consents/{record}/withdraw")]
async fn ask(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    let (case, record) = *at;
    door.read(move |act, t| show(act, t, case, record, None))
        .await
}

/// Takes it back: every live referral that rests on it ends, and the receivers are told.
#[post("/cases/{id}/consents/{record}/withdraw")]
async fn withdraw(
    door: PageDoor,
    at: At<(CaseId, RecordId)>,
    form: Form<ConsentWithdrawal>,
) -> Page {
    let (seen, (case, record)) = (form.revision(), *at);
    door.form(form)
        .or_read(move |act, t, form| show(act, t, case, record, Some(form)))
        .write(move |act, given| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            end::withdraw_consent(act, case, record, seen, &given.reason)?;
            Ok(Next::see(format!("/cases/{case}#consent")).said("consent-withdrawn"))
        })
        .await
}

/// Objects to what was shared without consent: what rests on it is taken back.
#[post("/overrides/{case}/{record}/object")]
async fn object(door: PageDoor, at: At<(CaseId, RecordId)>, form: Form<OverrideObjection>) -> Page {
    let (case, record) = *at;
    door.form(form)
        .or_read(move |act, t, form| cases::show_overrides(act, t, case, Some((record, form))))
        .write(move |act, objection| {
            end::object_to_override(act, case, record, objection)?;
            Ok(Next::see(format!("/overrides/{case}")).said("override-objected"))
        })
        .await
}

fn show(
    act: &mut Act<'_>,
    t: Frame,
    id: CaseId,
    record: RecordId,
    form: Option<Filled>,
) -> Result<Shown, Refusal> {
    let case = casefile::find(act, id, Right::Write)?;
    let kept = File::open(act, &case)?.one::<Consent>(record)?;
    case.note(act, What::CaseSeen, About::the(record.to_uuid()))?;
    let form = form.unwrap_or_else(|| Filled::empty::<ConsentWithdrawal>().at(kept.version));
    Shown::page(&WithdrawPage {
        t,
        case: id,
        pseudonym: case.card.pseudonym.clone(),
        consent: kept.body,
        form,
    })
}

/// The pages of a case that this room fills.
pub fn case_pages(config: &mut web::ServiceConfig) {
    config.service(ask).service(withdraw).service(object);
}
