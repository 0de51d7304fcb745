//! `/referrals/{id}/…`: the steps. Each needs the revision that was read; repeating one is answered
//! with the present state.

use actix_web::{post, web};
use amparo_store::ReferralId;

use crate::referrals::answer::{self, Answering, answer};
use crate::referrals::reasons::{
    ReferralCompletion, ReferralDecline, ReferralRecall, ReferralRemark, ReferralReturn, SendDraft,
};
use crate::referrals::{ReferralView, draft, end};
use crate::web::{Answer, Body, Door, Reply, Routes};

fn reply(view: &ReferralView) -> Result<Reply, crate::foundation::Refusal> {
    Ok(Reply::ok(view)?.tagged(view.revision))
}

/// Sends a draft to the receiver.
///
/// For the sender. Consent and receiver are looked at anew. Refusals as for `refer`.
#[utoipa::path(
    tag = "referrals",
    operation_id = "send_referral",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = SendDraft,
    responses((status = 200, body = ReferralView)),
)]
#[post("/referrals/{id}/send")]
async fn send_draft(door: Door, id: web::Path<ReferralId>, body: Body<SendDraft>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| reply(&draft::send_draft(act, *id, seen, &body)?))
        .await
}

/// Accepts a referral; the packet may be opened from now on.
///
/// For the receiver, in the states `sent` and `viewed`. The person sees in her receipt that a
/// packet could be read. 409 `wrong_state` in any other state. Doing it again changes nothing.
#[utoipa::path(
    tag = "referrals",
    operation_id = "accept_referral",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = ReferralRemark,
    responses((status = 200, body = ReferralView)),
)]
#[post("/referrals/{id}/accept")]
async fn accept(door: Door, id: web::Path<ReferralId>, body: Body<ReferralRemark>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let answering = Answering::accept(&body)?;
        reply(&answer(act, *id, seen, answering)?)
    })
    .await
}

/// Declines a referral, with a reason.
///
/// For the receiver, in the states `sent` and `viewed`. The packet is removed unopened, and the
/// need is open again for the sender. 409 `wrong_state` in any other state.
#[utoipa::path(
    tag = "referrals",
    operation_id = "decline_referral",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = ReferralDecline,
    responses((status = 200, body = ReferralView)),
)]
#[post("/referrals/{id}/decline")]
async fn decline(door: Door, id: web::Path<ReferralId>, body: Body<ReferralDecline>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let answering = Answering::decline(&body)?;
        reply(&answer(act, *id, seen, answering)?)
    })
    .await
}

/// Notes that the work on a referral begins.
///
/// For the receiver, in the states `accepted` and `waitlisted`. 409 `wrong_state` in any other
/// state.
#[utoipa::path(
    tag = "referrals",
    operation_id = "start_referral",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = ReferralRemark,
    responses((status = 200, body = ReferralView)),
)]
#[post("/referrals/{id}/start")]
async fn start(door: Door, id: web::Path<ReferralId>, body: Body<ReferralRemark>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let answering = Answering::start(&body)?;
        reply(&answer(act, *id, seen, answering)?)
    })
    .await
}

/// Notes that there is no room yet and the person is on the list.
///
/// For the receiver, in the states `accepted` and `started`. 409 `wrong_state` in any other state.
#[utoipa::path(
    tag = "referrals",
    operation_id = "waitlist_referral",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = ReferralRemark,
    responses((status = 200, body = ReferralView)),
)]
#[post("/referrals/{id}/waitlist")]
async fn waitlist(door: Door, id: web::Path<ReferralId>, body: Body<ReferralRemark>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let answering = Answering::waitlist(&body)?;
        reply(&answer(act, *id, seen, answering)?)
    })
    .await
}

/// Ends a referral whose work is done, with what became of it.
///
/// For the receiver, in the states `accepted`, `waitlisted` and `started`: work that nobody said
/// had begun begins with it. The packet is removed, and the sender's need follows the outcome. 409
/// `wrong_state` in any other state.
#[utoipa::path(
    tag = "referrals",
    operation_id = "complete_referral",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = ReferralCompletion,
    responses((status = 200, body = ReferralView)),
)]
#[post("/referrals/{id}/complete")]
async fn complete(door: Door, id: web::Path<ReferralId>, body: Body<ReferralCompletion>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| reply(&answer::complete(act, *id, seen, &body)?))
        .await
}

/// Gives a referral back after it was accepted, with a reason.
///
/// For the receiver, in the states `accepted`, `waitlisted` and `started`. The packet is removed,
/// and the need is open again for the sender. 409 `wrong_state` in any other state.
#[utoipa::path(
    tag = "referrals",
    operation_id = "return_referral",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = ReferralReturn,
    responses((status = 200, body = ReferralView)),
)]
#[post("/referrals/{id}/return")]
async fn give_back(door: Door, id: web::Path<ReferralId>, body: Body<ReferralReturn>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let answering = Answering::give_back(&body)?;
        reply(&answer(act, *id, seen, answering)?)
    })
    .await
}

/// Takes a referral back, with a reason that the receiver reads.
///
/// For the sender, while it is a draft or not ended. The packet is removed; what was read stays
/// read. 409 `wrong_state` once it has ended.
#[utoipa::path(
    tag = "referrals",
    operation_id = "recall_referral",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = ReferralRecall,
    responses((status = 200, body = ReferralView)),
)]
#[post("/referrals/{id}/recall")]
async fn recall(door: Door, id: web::Path<ReferralId>, body: Body<ReferralRecall>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| reply(&end::recall(act, *id, seen, &body)?))
        .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(send_draft)
        .service(accept)
        .service(decline)
        .service(start)
        .service(waitlist)
        .service(complete)
        .service(give_back)
        .service(recall);
}
