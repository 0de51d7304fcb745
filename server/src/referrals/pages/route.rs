//! Whom to ask: suggestions with their reasons, what rules others out, and who was asked before.

use actix_web::{get, web};
use amparo_store::{CaseId, OrganisationId, RecordId, ReferralId};
use askama::Template;

use super::lines::{self, known};
use crate::cases::{Need, NeedStatus};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Frame, Page, PageDoor, Shown};
use crate::referrals::{ReferralView, State, look, preview};
use crate::routing::{
    self, Block, Contact, Suggestion, SuggestionRequest, Suggestions, Told, ToldOf, WEIGHTS,
};

#[derive(Template)]
#[template(path = "referrals/route.html")]
struct RoutePage {
    t: Frame,
    case: CaseId,
    need: RecordId,
    pseudonym: String,
    of: Need,
    help: String,
    place: String,
    urgency: String,
    consent: String,
    consented: bool,
    considered: String,
    askable: Vec<Choice>,
    callable: Vec<Choice>,
    blocked: Vec<Choice>,
    asked: Vec<Asked>,
    weights: Vec<(String, String)>,
}

/// One service as it is shown.
struct Choice {
    service: String,
    organisation: String,
    participant: Option<OrganisationId>,
    score: u32,
    points: Vec<(String, String)>,
    blocked: Option<String>,
    consent: String,
    consent_code: String,
    contact: Contact,
    /// How it ended when this need was offered to it before.
    tried: Option<String>,
}

/// Somebody who was asked about this need before.
struct Asked {
    id: ReferralId,
    whom: OrganisationId,
    name: String,
    state: String,
    why: Option<String>,
    draft: bool,
}

impl RoutePage {
    fn is_open(&self) -> bool {
        self.of.status == NeedStatus::Open
    }

    /// Where the referral to an organisation is written.
    fn write_path(&self, to: &OrganisationId) -> String {
        format!("/cases/{}/needs/{}/route/{to}", self.case, self.need)
    }
}

/// Who could meet a need, best first, each point with its sentence.
#[get("/cases/{case}/needs/{need}/route")]
async fn suggestions(door: PageDoor, at: At<(CaseId, RecordId)>) -> Page {
    let (case, need) = *at;
    door.steps(move |app, caller, t| {
        // What partners did meanwhile is taken into the case first: it may have freed the need.
        let before = look::of_case(app, caller, case)?;
        app.read(caller, |act| show(act, t, case, need, before))
    })
    .await
}

fn show(
    act: &mut Act<'_>,
    t: Frame,
    case: CaseId,
    need: RecordId,
    before: Vec<ReferralView>,
) -> Result<Shown, Refusal> {
    let asking = SuggestionRequest {
        limit: 10,
        include_blocked: true,
    };
    let found = routing::suggest(act, case, need, asking)?;
    let (pseudonym, of) = preview::need(act, case, need)?;
    let before = before.into_iter().filter(|one| one.need == Some(need));
    let asked: Vec<Asked> = before.map(|one| asked(&t, &one)).collect();
    let (askable, callable, blocked) = sorted(&t, &found, &asked);
    let place = of.country.as_ref().map(|it| t.country(it.as_str()));
    let side = known(&t, "side", &of.side);
    Shown::page(&RoutePage {
        case,
        need,
        pseudonym,
        help: known(&t, "need", &of.category),
        place: place.map_or_else(|| side.clone(), |place| format!("{place} ({side})")),
        urgency: lines::code(&of.urgency),
        consent: known(&t, "stand", &found.consent.state),
        consented: found.consent.state == routing::ConsentState::Covered,
        considered: t.msg1("route-considered", "count", found.considered),
        askable,
        callable,
        blocked,
        asked,
        weights: weights(&t),
        of,
        t,
    })
}

/// Those that can be asked here, those to be called, and those that something rules out.
fn sorted(
    t: &Frame,
    found: &Suggestions,
    before: &[Asked],
) -> (Vec<Choice>, Vec<Choice>, Vec<Choice>) {
    let (mut askable, mut callable, mut blocked) = (Vec::new(), Vec::new(), Vec::new());
    for item in &found.items {
        let place = match item.blocked.map(|it| it.code) {
            None => &mut askable,
            Some(Block::NotHere) => &mut callable,
            Some(_) => &mut blocked,
        };
        place.push(choice(t, item, before));
    }
    (askable, callable, blocked)
}

fn choice(t: &Frame, of: &Suggestion, before: &[Asked]) -> Choice {
    let mut before = before.iter().filter(|one| !one.draft);
    let tried = before.find(|one| Some(one.whom) == of.participant);
    let points = of.reasons.iter();
    let points = points
        .map(|one| (reason(t, &one.told), t.number(one.points)))
        .collect();
    let known_as = of.participant_name.as_ref();
    Choice {
        service: of.service_name.clone(),
        organisation: known_as.unwrap_or(&of.organisation_name).clone(),
        participant: of.participant,
        score: of.score,
        points,
        blocked: of.blocked.map(|it| known(t, "block", &it.code)),
        consent: known(t, "stand", &of.consent.state),
        consent_code: lines::code(&of.consent.state),
        contact: of.contact.clone(),
        tried: tried.map(|one| one.state.clone()),
    }
}

/// A reason in the page's language.
fn reason(t: &Frame, told: &Told) -> String {
    let id = format!("why-{}", told.id);
    match &told.of {
        ToldOf::Nothing => t.msg(id),
        ToldOf::Help(need) => t.msg1(id, "what", known(t, "need", need)),
        ToldOf::Language(code) => t.msg1(id, "what", t.tongue(code)),
        ToldOf::Country(code) => t.msg1(id, "what", t.country(code)),
        ToldOf::Count(count) => t.msg1(id, "count", *count),
    }
}

fn asked(t: &Frame, of: &ReferralView) -> Asked {
    let why = lines::timeline(t, of).pop().and_then(|last| last.why);
    Asked {
        id: of.id,
        whom: of.receiver.id,
        name: of.receiver.name.clone(),
        state: lines::state(t, of),
        why,
        draft: of.state == State::Draft,
    }
}

fn weights(t: &Frame) -> Vec<(String, String)> {
    let all = WEIGHTS.iter();
    all.map(|one| (known(t, "weight", &one.code), t.number(one.points)))
        .collect()
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(suggestions);
}
