//! `/receipts`, and the letters of a case under `/cases/{id}`.

use actix_web::{delete, get, post, put, web};
use amparo_store::CaseId;

use super::bodies::{
    ErasureAnswer, ErasureWish, Letter, NewLetter, NewPersonStatus, PersonLetter, PersonLooks,
    PersonStatusView, ReceiptSession, ReceiptSignIn, ReceiptView,
};
use super::{helpers, letters, looks, person, sessions};
use crate::foundation::Lane;
use crate::web::{Answer, Body, Door, Listing, OpenBody, PageQuery, Reply, Routes};

/// Signs the person in with the digits of her receipt.
///
/// Nobody need be signed in. The digits stand in the body, never in an address. 401
/// `wrong_credentials` if they are not right; 429 after too many tries.
#[utoipa::path(
    tag = "receipts",
    operation_id = "use_receipt",
    request_body = ReceiptSignIn,
    responses((status = 201, body = ReceiptSession)),
)]
#[post("/receipts/sessions")]
async fn sign_in(door: Door, body: OpenBody<ReceiptSignIn>) -> Answer {
    door.in_lane(Lane::Receipts)
        .steps(move |app, _| {
            Reply::created("/api/v1/receipts/current", &sessions::sign_in(app, &body)?)
        })
        .await
}

/// Ends the sign-in with a receipt.
///
/// For the person. The receipt itself stays good.
#[utoipa::path(tag = "receipts", operation_id = "leave_receipt", responses((status = 204)))]
#[delete("/receipts/sessions/current")]
async fn sign_out(door: Door) -> Answer {
    door.write(|act| sessions::sign_out(act).map(|()| Reply::nothing()))
        .await
}

/// Shows the person what happens next, and whether letters wait.
///
/// For the person, signed in with the receipt.
#[utoipa::path(
    tag = "receipts",
    operation_id = "receipt",
    responses((status = 200, body = ReceiptView)),
)]
#[get("/receipts/current")]
async fn current(door: Door) -> Answer {
    door.read(|act| Reply::ok(&person::current(act)?)).await
}

/// Lists the person's letters, both ways, oldest first.
///
/// For the person, signed in with the receipt. Letters in the answer count as read.
#[utoipa::path(
    tag = "receipts",
    operation_id = "own_letters",
    params(PageQuery),
    responses((status = 200, body = Listing<PersonLetter>)),
)]
#[get("/receipts/current/messages")]
async fn own_letters(door: Door, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| Reply::ok(&letters::own(act, &page)?))
        .await
}

/// Sends a letter from the person to the helpers.
///
/// For the person, signed in with the receipt.
#[utoipa::path(
    tag = "receipts",
    operation_id = "write_back",
    request_body = NewLetter,
    responses((status = 201, body = PersonLetter)),
)]
#[post("/receipts/current/messages")]
async fn write_back(door: Door, body: Body<NewLetter>) -> Answer {
    door.write(move |act| {
        let letter = letters::write_back(act, &body)?;
        Reply::created("/api/v1/receipts/current/messages", &letter)
    })
    .await
}

/// Lists which kinds of organisation have seen the file, what of it, and on which day.
///
/// For the person, signed in with the receipt.
#[utoipa::path(
    tag = "receipts",
    operation_id = "who_has_seen",
    responses((status = 200, body = PersonLooks)),
)]
#[get("/receipts/current/looks")]
async fn who_has_seen(door: Door) -> Answer {
    door.read(|act| Reply::ok(&looks::own(act)?)).await
}

/// Stops all sharing of the person's file, at once.
///
/// For the person, signed in with the receipt. Live referrals end, their packets are removed, and
/// nothing can be sent any more. What partners read cannot be called back.
#[utoipa::path(tag = "receipts", operation_id = "stop_sharing", responses((status = 204)))]
#[delete("/receipts/current/consents")]
async fn stop_sharing(door: Door) -> Answer {
    door.write(|act| person::stop_sharing(act).map(|()| Reply::nothing()))
        .await
}

/// Lets the sharing of the person's file go on again.
///
/// For the person, signed in with the receipt. Only what she agreed to before, or agrees to later,
/// may be shared. Referrals that ended stay ended.
#[utoipa::path(tag = "receipts", operation_id = "share_again", responses((status = 204)))]
#[post("/receipts/current/share-again")]
async fn share_again(door: Door) -> Answer {
    door.write(|act| person::share_again(act).map(|()| Reply::nothing()))
        .await
}

/// Stops all contact with the person outside this page, at once.
///
/// For the person, signed in with the receipt. Every list and page of the helpers says so, numbers
/// are shown only against a reason that is on record, and partners who have anything of hers see it.
#[utoipa::path(tag = "receipts", operation_id = "stop_contact", responses((status = 204)))]
#[post("/receipts/current/no-contact")]
async fn stop_contact(door: Door) -> Answer {
    door.write(|act| person::stop_contact(act).map(|()| Reply::nothing()))
        .await
}

/// Lets the person be contacted again, as the rule in the file says.
///
/// For the person, signed in with the receipt.
#[utoipa::path(tag = "receipts", operation_id = "contact_again", responses((status = 204)))]
#[post("/receipts/current/contact-again")]
async fn contact_again(door: Door) -> Answer {
    door.write(|act| person::contact_again(act).map(|()| Reply::nothing()))
        .await
}

/// Asks that everything about the person be deleted.
///
/// For the person, signed in with the receipt. A report that is no case yet is deleted at once,
/// with the letters and the receipt. In a case a caseworker must confirm; until then nothing is
/// shared.
#[utoipa::path(
    tag = "receipts",
    operation_id = "ask_erasure",
    request_body = ErasureWish,
    responses((status = 200, body = ErasureAnswer)),
)]
#[post("/receipts/current/erase")]
async fn erase(door: Door, body: Body<ErasureWish>) -> Answer {
    door.write(move |act| Reply::ok(&person::erase(act, &body)?))
        .await
}

/// Lists the letters between the person of a case and the helpers, oldest first.
///
/// Caseworkers and supervisors who can open the case. Letters in the answer count as read, and the
/// person sees that.
#[utoipa::path(
    tag = "cases",
    operation_id = "case_letters",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses((status = 200, body = Listing<Letter>)),
)]
#[get("/cases/{id}/messages")]
async fn case_letters(door: Door, id: web::Path<CaseId>, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| Reply::ok(&helpers::of_case(act, *id, &page)?))
        .await
}

/// Sends a letter to the person of a case.
///
/// Caseworkers and supervisors who can open the case. She reads it when she comes back with her
/// receipt: nobody calls or writes to her. 404 if the case has no receipt.
#[utoipa::path(
    tag = "cases",
    operation_id = "write_letter",
    params(("id" = uuid::Uuid, Path)),
    request_body = NewLetter,
    responses((status = 201, body = Letter)),
)]
#[post("/cases/{id}/messages")]
async fn write_letter(door: Door, id: web::Path<CaseId>, body: Body<NewLetter>) -> Answer {
    door.write(move |act| {
        let letter = helpers::write(act, *id, &body)?;
        Reply::created(format!("/api/v1/cases/{id}/messages"), &letter)
    })
    .await
}

/// Shows what the person of a case was told last.
///
/// Caseworkers and supervisors who can open the case. The `ETag` is the version, to be given with a
/// change.
#[utoipa::path(
    tag = "cases",
    operation_id = "person_status",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = PersonStatusView)),
)]
#[get("/cases/{id}/status")]
async fn status(door: Door, id: web::Path<CaseId>) -> Answer {
    door.read(move |act| {
        let (view, version) = helpers::status(act, *id)?;
        Ok(Reply::ok(&view)?.tagged(version))
    })
    .await
}

/// Tells the person of a case what happens next.
///
/// Caseworkers and supervisors who can open the case. It replaces what she was told before. Write
/// no names. 404 if the case has no receipt.
#[utoipa::path(
    tag = "cases",
    operation_id = "tell_status",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = NewPersonStatus,
    responses((status = 200, body = PersonStatusView)),
)]
#[put("/cases/{id}/status")]
async fn tell(door: Door, id: web::Path<CaseId>, body: Body<NewPersonStatus>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let (view, version) = helpers::tell(act, *id, seen, &body)?;
        Ok(Reply::ok(&view)?.tagged(version))
    })
    .await
}

/// The room's part of the API.
pub fn routes(api: &mut Routes<'_, '_>) {
    api.service(sign_in)
        .service(sign_out)
        .service(current)
        .service(own_letters)
        .service(write_back)
        .service(who_has_seen)
        .service(stop_sharing)
        .service(stop_contact)
        .service(contact_again)
        .service(share_again)
        .service(erase)
        .service(case_letters)
        .service(write_letter)
        .service(status)
        .service(tell);
}
