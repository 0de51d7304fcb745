//! `/referrals` and the referrals and withdrawals of a case.

use actix_web::{get, post, web};
use amparo_store::{CaseId, RecordId, ReferralId};

use crate::casefile::RecordView;
use crate::consent::{Consent, Override};
use crate::referrals::lists::{self, ReferralQuery};
use crate::referrals::messages::{self, ReferralMessageView};
use crate::referrals::open_case::{self, OpenedCase};
use crate::referrals::packet::{self, PacketView};
use crate::referrals::reasons::{
    ConsentWithdrawal, NewReferral, NewReferralMessage, OpenOwnCase, OverrideObjection,
};
use crate::referrals::{ReferralView, draft, end, look};
use crate::web::{Answer, Body, Door, Listing, PageQuery, Reply, Routes};

mod steps;

/// Lists the referrals of a case, newest first.
///
/// Caseworkers and supervisors who can open the case.
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

/// Offers one need to one partner, or keeps the offer as a draft.
///
/// Caseworkers and supervisors who can open the case. The partner gets a notice without a name at
/// once; the packet waits, sealed to the partner, until it accepts. The person sees in her receipt
/// that a kind of organisation was shown something.
///
/// 409 `no_consent` if no consent covers every section, for this need; 409 `blocked` if a rule stands against it,
/// such as an authority, a conflict or a key that was never compared; 409 `wrong_state` if the need
/// is not open; 409 `case_closed`.
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

/// Takes a consent back, and ends what rests on it.
///
/// Caseworkers and supervisors who can open the case. Every live referral that rests on the consent
/// ends, its packet is removed here, and the receivers are told that it ended, not why. What they
/// read cannot be called back.
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

/// Objects to what was shared without consent, and takes back what rests on it.
///
/// Supervisors who can open the case, instead of signing it off. The referral that rests on the
/// override is recalled and its packet removed here; the receiver is told that it was taken back,
/// not why. What was read cannot be called back. 409 `wrong_state` if somebody has looked at the
/// override, or if it is one's own.
#[utoipa::path(
    tag = "consents",
    operation_id = "object_to_override",
    params(("id" = uuid::Uuid, Path), ("record" = uuid::Uuid, Path)),
    request_body = OverrideObjection,
    responses((status = 200, body = RecordView<Override>)),
)]
#[post("/cases/{id}/overrides/{record}/object")]
async fn object(
    door: Door,
    path: web::Path<(CaseId, RecordId)>,
    body: Body<OverrideObjection>,
) -> Answer {
    let (case, record) = path.into_inner();
    door.write(move |act| {
        let kept = end::object_to_override(act, case, record, &body)?;
        RecordView::from(kept).reply()
    })
    .await
}

/// Lists the referrals offered to us, or by us: what waits for an answer first.
///
/// Caseworkers and supervisors. With `box=in` everything in the inbox of the organisation; with
/// `box=out` only the referrals of cases that the caller can open.
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

/// Shows one referral, from the side of the caller.
///
/// Caseworkers and supervisors of the two organisations; for the sender only those who can open the
/// case. The receiver's first look is a step of its own (`viewed`), and the sender sees it. The
/// `ETag` is the version, to be given with a step.
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

/// Opens the packet: what the person agreed to share.
///
/// For the receiver, caseworkers and supervisors, after acceptance and until the work is done; 409
/// `wrong_state` before, afterwards, and once the consent has ended. For the sender as long as the
/// case can be opened. Every look is on record. Show `handling` and the rule for contact before
/// anything else.
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

/// Lists the questions and answers about a referral, oldest first.
///
/// Caseworkers and supervisors of the two organisations.
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

/// Asks or answers about a referral without accepting it.
///
/// Caseworkers and supervisors of the two organisations. It is sealed to both sides. 409
/// `wrong_state` for a draft, and after a recall or the end of sharing.
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
///
/// For the receiver, caseworkers and supervisors. It works once: afterwards 409 `already_exists`.
/// 422 if the conflict check is not confirmed.
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
        .service(object)
        .service(list)
        .service(one)
        .service(open_packet)
        .service(list_messages)
        .service(write_message)
        .service(open_own_case);
    steps::routes(api);
}
