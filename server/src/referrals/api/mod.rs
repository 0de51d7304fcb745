//! `/referrals` and the referrals and withdrawals of a case.

use actix_web::{get, post, web};
use amparo_store::{CaseId, RecordId, ReferralId};

use crate::casefile::RecordView;
use crate::consent::Consent;
use crate::referrals::lists::{self, ReferralQuery};
use crate::referrals::messages::{self, ReferralMessageView};
use crate::referrals::open_case::{self, OpenedCase};
use crate::referrals::packet::{self, PacketView};
use crate::referrals::reasons::{ConsentWithdrawal, NewReferral, NewReferralMessage, OpenOwnCase};
use crate::referrals::{ReferralView, draft, end, look};
use crate::web::{Answer, Body, Door, Listing, PageQuery, Reply, Routes};

mod steps;

/// The referrals of a case, the newest first.
#[utoipa::path(
    tag = "referrals",
    operation_id = "list_case_referrals",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = Listing<ReferralView>)),
)]
#[get("/cases/{id}/referrals")]
async fn of_case(door: Door, id: web::Path<CaseId>) -> Answer {
    door.steps(move |app, caller| {
        let items = look::of_case(app, caller, *id)?;
        Reply::ok(&Listing { items, next: None })
    })
    .await
}

/// Offers a need to a partner: a notice without names goes out, the packet waits for acceptance.
#[utoipa::path(
    tag = "referrals",
    operation_id = "refer",
    params(("id" = uuid::Uuid, Path)),
    request_body = NewReferral,
    responses((status = 201, body = ReferralView)),
)]
#[post("/cases/{id}/referrals")]
async fn refer(door: Door, id: web::Path<CaseId>, body: Body<NewReferral>) -> Answer {
    door.write(move |act| {
        let view = draft::create(act, *id, &body)?;
        let place = format!("/api/v1/referrals/{}", view.id);
        Ok(Reply::created(place, &view)?.tagged(view.revision))
    })
    .await
}

/// Takes a consent back. Every live referral that rests on it ends, its packet is removed here,
/// and the receivers are told. What they read cannot be called back.
#[utoipa::path(
    tag = "consents",
    operation_id = "withdraw_consent",
    params(
        ("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path), ("If-Match" = String, Header),
    ),
    request_body = ConsentWithdrawal,
    responses((status = 200, body = RecordView<Consent>)),
)]
#[post("/cases/{id}/consents/{record}/withdraw")]
async fn withdraw(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<ConsentWithdrawal>,
) -> Answer {
    let seen = door.if_match()?;
    let (case, record) = path.into_inner();
    door.write(move |act| {
        let kept = end::withdraw_consent(act, case, record, seen, &body.reason)?;
        let version = kept.version;
        Ok(Reply::ok(&RecordView::from(kept))?.tagged(version))
    })
    .await
}

/// What was offered to us, or by us: what waits for an answer first, by the time it is due.
#[utoipa::path(
    tag = "referrals",
    operation_id = "list_referrals",
    params(ReferralQuery),
    responses((status = 200, body = Listing<ReferralView>)),
)]
#[get("/referrals")]
async fn list(door: Door, query: web::Query<ReferralQuery>) -> Answer {
    door.read(move |act| Reply::ok(&lists::list(act, &query)?))
        .await
}

/// One referral. The receiver's first look is a step; the sender's case takes in what is new.
#[utoipa::path(
    tag = "referrals",
    operation_id = "referral",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = ReferralView)),
)]
#[get("/referrals/{id}")]
async fn one(door: Door, id: web::Path<ReferralId>) -> Answer {
    door.steps(move |app, caller| {
        let view = look::one(app, caller, *id)?;
        Ok(Reply::ok(&view)?.tagged(view.revision))
    })
    .await
}

/// What was shared. For the receiver, after acceptance and until the work is done.
#[utoipa::path(
    tag = "referrals",
    operation_id = "referral_packet",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = PacketView)),
)]
#[get("/referrals/{id}/packet")]
async fn open_packet(door: Door, id: web::Path<ReferralId>) -> Answer {
    door.read(move |act| Reply::ok(&packet::open(act, *id)?))
        .await
}

/// Questions and answers about a referral, oldest first.
#[utoipa::path(
    tag = "referrals",
    operation_id = "list_referral_messages",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<ReferralMessageView>)),
)]
#[get("/referrals/{id}/messages")]
async fn list_messages(
    door: Door,
    id: web::Path<ReferralId>,
    page: web::Query<PageQuery>,
) -> Answer {
    door.read(move |act| Reply::ok(&messages::list(act, *id, &page)?))
        .await
}

/// Asks or answers without accepting. Sealed to both sides.
#[utoipa::path(
    tag = "referrals",
    operation_id = "write_referral_message",
    params(("id" = uuid::Uuid, Path)),
    request_body = NewReferralMessage,
    responses((status = 201, body = ReferralMessageView)),
)]
#[post("/referrals/{id}/messages")]
async fn write_message(
    door: Door,
    id: web::Path<ReferralId>,
    body: Body<NewReferralMessage>,
) -> Answer {
    door.write(move |act| {
        let message = messages::write(act, *id, &body)?;
        Reply::created(format!("/api/v1/referrals/{}/messages", *id), &message)
    })
    .await
}

/// Opens a case of one's own from an accepted packet, after a conflict check.
#[utoipa::path(
    tag = "referrals",
    operation_id = "open_case_from_referral",
    params(("id" = uuid::Uuid, Path)),
    request_body = OpenOwnCase,
    responses((status = 201, body = OpenedCase)),
)]
#[post("/referrals/{id}/open-case")]
async fn open_own_case(door: Door, id: web::Path<ReferralId>, body: Body<OpenOwnCase>) -> Answer {
    door.write(move |act| {
        let opened = open_case::open_case(act, *id, &body)?;
        Reply::created(format!("/api/v1/cases/{}", opened.case), &opened)
    })
    .await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(of_case)
        .service(refer)
        .service(withdraw)
        .service(list)
        .service(one)
        .service(open_packet)
        .service(list_messages)
        .service(write_message)
        .service(open_own_case);
    steps::routes(api);
}
