//! Writing a referral: what is asked, what is shared, whom to ask next. It becomes a draft, and the
//! next page shows exactly what the draft would tell.

use actix_web::{get, post, web};
use amparo_store::{CaseId, OrganisationId, RecordId, ReferralId};
use askama::Template;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::lines::{self, known};
use crate::consent::SharedSection;
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::referrals::preview::{self, Offer};
use crate::referrals::reasons::{NewReferral, ReferralRecall};
use crate::referrals::{draft, end};
use crate::routing::{self, SuggestionRequest};

/// The need and the organisation that it may be offered to.
#[derive(Clone, Copy, Debug, Deserialize)]
struct NeedAndReceiver {
    case: CaseId,
    need: RecordId,
    receiver: OrganisationId,
}

/// A referral as it is written: need and receiver stand in the address.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferralForm {
    /// What the receiver is asked to do. Read before acceptance.
    #[schema(min_length = 1, max_length = 1000)]
    pub question: String,
    /// No finer than a region or a large town.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub region: Option<String>,
    /// What is told after acceptance.
    #[schema(max_items = 12)]
    pub sections: Vec<SharedSection>,
    /// Whom to ask next.
    #[serde(default)]
    #[schema(max_items = 5, value_type = Vec<Uuid>)]
    pub alternates: Vec<OrganisationId>,
    /// The draft that this one takes the place of.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub replaces: Option<ReferralId>,
}

impl ReferralForm {
    fn into_draft(self, to: NeedAndReceiver) -> NewReferral {
        NewReferral {
            need: to.need,
            receiver: to.receiver,
            sections: self.sections,
            confirmed_now: false,
            question: self.question,
            region: self.region,
            vital_interest: None,
            alternates: self.alternates,
            draft: true,
        }
    }
}

#[derive(Template)]
#[template(path = "referrals/write.html")]
struct WritePage {
    t: Frame,
    form: Filled,
    place: NeedAndReceiver,
    offer: Offer,
    help: String,
    sections: Vec<Tick>,
    others: Vec<(String, String)>,
}

/// A section that may be ticked.
struct Tick {
    code: String,
    title: String,
    /// The consent names it.
    agreed: bool,
}

impl WritePage {
    fn route_path(&self) -> String {
        format!("/cases/{}/needs/{}/route", self.place.case, self.place.need)
    }

    fn own_path(&self) -> String {
        format!("{}/{}", self.route_path(), self.place.receiver)
    }
}

/// The form, empty or with a draft that is to be changed.
#[get("/cases/{case}/needs/{need}/route/{receiver}")]
async fn write(door: PageDoor, at: At<NeedAndReceiver>) -> Page {
    let place = *at;
    door.read(move |act, t| {
        let offer = preview::offer(act, place.case, place.need, place.receiver)?;
        let form = match t.asked("draft").parse::<ReferralId>() {
            Ok(id) => form_of_draft(act, place.case, place.need, id)?,
            Err(_) => Filled::of::<ReferralForm>(&fresh(&offer))?,
        };
        show(act, t, place, offer, form)
    })
    .await
}

fn fresh(offer: &Offer) -> ReferralForm {
    ReferralForm {
        question: String::new(),
        region: None,
        sections: offer.usual.clone(),
        alternates: Vec::new(),
        replaces: None,
    }
}

fn form_of_draft(
    act: &mut Act<'_>,
    case: CaseId,
    need: RecordId,
    id: ReferralId,
) -> Result<Filled, Refusal> {
    let draft = preview::draft_of(act, case, need, id)?;
    let about = draft.view.about.as_ref().ok_or(Refusal::NotFound)?;
    let form = ReferralForm {
        question: about.question.clone(),
        region: about.region.clone(),
        sections: draft.view.sections.clone().unwrap_or_default(),
        alternates: draft.alternates.iter().map(|one| one.id).collect(),
        replaces: Some(id),
    };
    Ok(Filled::of::<ReferralForm>(&form)?.at(draft.view.revision))
}

/// Keeps the draft, in place of the one that was changed.
#[post("/cases/{case}/needs/{need}/route/{receiver}")]
async fn keep(door: PageDoor, at: At<NeedAndReceiver>, form: Form<ReferralForm>) -> Page {
    let place = *at;
    let seen = form.revision();
    door.form(form)
        .or_read(move |act, t, form| {
            let offer = preview::offer(act, place.case, place.need, place.receiver)?;
            show(act, t, place, offer, form)
        })
        .write(move |act, written| {
            if let Some(old) = written.replaces {
                let reason = "written anew before it was sent".to_owned();
                let seen = seen.ok_or(Refusal::MatchMissing)?;
                end::recall(act, old, seen, &ReferralRecall { reason })?;
            }
            let draft = draft::create(act, place.case, &written.clone().into_draft(place))?;
            Ok(Next::see(format!("/referrals/{}/check", draft.id)))
        })
        .await
}

fn show(
    act: &mut Act<'_>,
    t: Frame,
    place: NeedAndReceiver,
    offer: Offer,
    form: Filled,
) -> Result<Shown, Refusal> {
    let others = others(act, place)?;
    let agreed = |one: &SharedSection| {
        let consent = offer.agreed.as_ref();
        consent.is_some_and(|consent| consent.sections.contains(one))
    };
    let sections = SharedSection::ALL
        .iter()
        .map(|one| Tick {
            code: lines::code(one),
            title: lines::section(&t, *one),
            agreed: agreed(one),
        })
        .collect();
    Shown::page(&WritePage {
        help: known(&t, "need", &offer.need.category),
        t,
        form,
        place,
        offer,
        sections,
        others,
    })
}

/// The next best that could be asked as well, each organisation once.
fn others(act: &mut Act<'_>, first: NeedAndReceiver) -> Result<Vec<(String, String)>, Refusal> {
    let asking = SuggestionRequest {
        limit: 6,
        include_blocked: false,
    };
    let mut others: Vec<(String, String)> = Vec::new();
    for item in routing::suggest(act, first.case, first.need, asking)?.items {
        let (Some(id), Some(name)) = (item.participant, item.participant_name) else {
            continue;
        };
        let value = id.to_string();
        if id != first.receiver && others.iter().all(|(known, _)| *known != value) {
            others.push((value, name));
        }
    }
    others.truncate(3);
    Ok(others)
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(write).service(keep);
}
