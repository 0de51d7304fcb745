//! The last look before sending: exactly what will be told, before and after acceptance, and what
//! it rests on.

use actix_web::{get, post, web};
use amparo_store::ReferralId;
use askama::Template;

use super::lines::{self, Line};
use super::packet_lines::{self, PacketPart};
use crate::foundation::{Act, Reason, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::referrals::notice::NoticeFacts;
use crate::referrals::preview::{self, Preview, Rescue, Stand};
use crate::referrals::reasons::{ReferralRecall, SendDraft};
use crate::referrals::{draft, end};

#[derive(Template)]
#[template(path = "referrals/check.html")]
struct CheckPage {
    t: Frame,
    form: Filled,
    id: ReferralId,
    preview: Preview,
    about: NoticeFacts,
    notice: Vec<Line>,
    parts: Vec<PacketPart>,
    uncovered: Vec<String>,
    revision: i64,
}

impl CheckPage {
    fn route_path(&self) -> String {
        let view = &self.preview.view;
        match (view.case, view.need) {
            (Some(case), Some(need)) => format!("/cases/{case}/needs/{need}/route"),
            _ => "/referrals/sent".to_owned(),
        }
    }

    fn change_path(&self) -> String {
        let receiver = self.preview.view.receiver.id;
        format!("{}/{receiver}", self.route_path())
    }

    fn must_ask(&self) -> bool {
        self.preview.stand == Stand::Ask
    }

    /// Why no consent covers it, if none does.
    fn missing(&self) -> Option<String> {
        match self.preview.stand {
            Stand::Missing(reason) => Some(self.t.msg(reason.message())),
            _ => None,
        }
    }

    /// Why it cannot go out without consent either, if so.
    fn no_rescue(&self) -> Option<&'static str> {
        match self.preview.rescue {
            Rescue::Possible => None,
            Rescue::NotThese => Some("check-vital-not-these"),
            Rescue::NotThere => Some("check-vital-not-there"),
        }
    }

    fn until(&self) -> Option<String> {
        match &self.preview.stand {
            Stand::Covered(Some(day)) => Some(self.t.day(day)),
            _ => None,
        }
    }
}

/// What the draft would tell.
#[get("/referrals/{id}/check")]
async fn check(door: PageDoor, id: At<ReferralId>) -> Page {
    door.read(move |act, t| show(act, t, *id, Filled::empty::<SendDraft>()))
        .await
}

/// Sends it.
#[post("/referrals/{id}/check")]
async fn send(door: PageDoor, id: At<ReferralId>, form: Form<SendDraft>) -> Page {
    let seen = form.revision();
    door.form(form)
        .or_read(move |act, t, form| show(act, t, *id, form))
        .write(move |act, body| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            draft::send_draft(act, *id, seen, body).map_err(at_its_field)?;
            Ok(Next::see(format!("/referrals/{}", *id)).said("referral-sent"))
        })
        .await
}

/// That she was not asked is a fault of the box that says she was.
fn at_its_field(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Because(Reason::AskEachTime) => {
            Refusal::fault("/confirmed_now", Reason::AskEachTime.code(), "")
        }
        other => other,
    }
}

/// Throws the draft away.
#[post("/referrals/{id}/discard")]
async fn discard(door: PageDoor, id: At<ReferralId>, form: Form<Nothing>) -> Page {
    let seen = form.revision();
    door.form(form)
        .write(move |act, _| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            let reason = "thrown away before it was sent".to_owned();
            end::recall(act, *id, seen, &ReferralRecall { reason })?;
            Ok(Next::see("/referrals/sent").said("referral-discarded"))
        })
        .await
}

fn show(act: &mut Act<'_>, t: Frame, id: ReferralId, form: Filled) -> Result<Shown, Refusal> {
    let preview = preview::preview(act, id)?;
    let t = lines::placed(t, &preview.view);
    let about = preview.view.about.clone().ok_or(Refusal::NotFound)?;
    let revision = preview.view.revision;
    let uncovered = preview.uncovered.iter();
    let uncovered = uncovered.map(|one| lines::section(&t, *one)).collect();
    Shown::page(&CheckPage {
        notice: lines::notice(&t, &about),
        parts: packet_lines::parts(&t, &preview.content),
        form: form.at(revision),
        t,
        id,
        preview,
        about,
        uncovered,
        revision,
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(check).service(send).service(discard);
}
