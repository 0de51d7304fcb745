//! `/sessions` and `/me`.

use actix_web::{delete, get, post, put, web};
use amparo_store::SessionId;

use crate::foundation::Lane;
use crate::team::model::{
    Confirmation, Me, NewPassphrase, NewRecoveryCode, NewSecondFactor, OwnMail, SecondFactor,
    SessionView, SignIn, SignedIn,
};
use crate::team::own::{self, Recovery};
use crate::team::strong::{self, OfferedPassphrase};
use crate::team::{sessions, sign_in, telling};
use crate::web::{Answer, Body, Door, Listing, OpenBody, Reply, Routes};

/// Signs in with login name and passphrase; the second factor comes next.
///
/// Nobody need be signed in. The token in the answer is good for `give_second_factor` only. 401
/// `wrong_credentials` without saying what was wrong; 429 after too many tries.
#[utoipa::path(
    tag = "sessions",
    operation_id = "sign_in",
    request_body = SignIn,
    responses((status = 201, body = SignedIn)),
)]
#[post("/sessions")]
async fn create(door: Door, body: OpenBody<SignIn>) -> Answer {
    door.in_lane(Lane::Passphrases)
        .steps(move |app, _| {
            let signed_in = sign_in::sign_in(app, body.0)?;
            Reply::created("/api/v1/sessions/current", &signed_in)
        })
        .await
}

/// Gives the code of the second factor, and completes the sign-in.
///
/// The answer has a new token; the old one is gone. A code counts once: whoever signs in twice
/// within 30 seconds waits for the next one. 401 `wrong_credentials` if it is not right.
#[utoipa::path(
    tag = "sessions",
    operation_id = "give_second_factor",
    request_body = SecondFactor,
    responses((status = 200, body = SignedIn)),
)]
#[post("/sessions/current/second-factor")]
async fn second_factor(door: Door, body: Body<SecondFactor>) -> Answer {
    door.steps(move |app, caller| Reply::ok(&sign_in::second_factor(app, caller, &body)?))
        .await
}

/// Replaces a forgotten passphrase with the recovery code, and signs in.
///
/// Nobody need be signed in. The recovery code is used up: make a new one after the second factor.
/// 401 `wrong_credentials` without saying what was wrong.
#[utoipa::path(
    tag = "sessions",
    operation_id = "recover",
    request_body = Recovery,
    responses((status = 201, body = SignedIn)),
)]
#[post("/sessions/recovery")]
async fn recover(door: Door, body: OpenBody<Recovery>) -> Answer {
    door.in_lane(Lane::Passphrases)
        .steps(move |app, _| {
            Reply::created("/api/v1/sessions/current", &own::recover(app, body.0)?)
        })
        .await
}

/// Draws a passphrase: six random words.
///
/// Nobody need be signed in. Another six each time; they are stored nowhere. Show them to the member
/// and take them over unless she wants her own.
#[utoipa::path(
    tag = "sessions",
    operation_id = "offer_passphrase",
    responses((status = 200, body = OfferedPassphrase)),
)]
#[get("/passphrase-offer")]
async fn offer_passphrase(door: Door) -> Answer {
    door.consult(|act| Reply::ok(&strong::offer(act.rng())))
        .await
}

/// Lists the caller's own sign-ins.
///
/// Every member, for herself alone.
#[utoipa::path(
    tag = "sessions",
    operation_id = "list_sessions",
    responses((status = 200, body = Listing<SessionView>)),
)]
#[get("/sessions")]
async fn list(door: Door) -> Answer {
    door.consult(|act| {
        Reply::ok(&Listing {
            items: sessions::own(act)?,
            next: None,
        })
    })
    .await
}

/// Ends the sign-in that asks.
///
/// Every member. The token is good for nothing afterwards.
#[utoipa::path(
    tag = "sessions",
    operation_id = "sign_out",
    responses((status = 204)),
)]
#[delete("/sessions/current")]
async fn sign_out(door: Door) -> Answer {
    door.write(|act| sessions::sign_out(act).map(|()| Reply::nothing()))
        .await
}

/// Ends one of the caller's own sign-ins.
///
/// Every member, for herself alone. Use it for a device that was lost.
#[utoipa::path(
    tag = "sessions",
    operation_id = "end_session",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204)),
)]
#[delete("/sessions/{id}")]
async fn end(door: Door, id: web::Path<SessionId>) -> Answer {
    door.write(move |act| sessions::end(act, *id).map(|()| Reply::nothing()))
        .await
}

/// Shows the caller: organisation, roles, the groups whose keys she holds.
///
/// Every member, for herself alone.
#[utoipa::path(tag = "me", operation_id = "me", responses((status = 200, body = Me)))]
#[get("/me")]
async fn me(door: Door) -> Answer {
    door.consult(|act| Reply::ok(&own::me(act)?)).await
}

/// Changes the caller's passphrase, and ends all her other sign-ins.
///
/// Every member, for herself alone. 401 `wrong_credentials` if the present passphrase is not right.
#[utoipa::path(
    tag = "me",
    operation_id = "change_passphrase",
    request_body = NewPassphrase,
    responses((status = 200, body = NewRecoveryCode)),
)]
#[put("/me/passphrase")]
async fn passphrase(door: Door, body: Body<NewPassphrase>) -> Answer {
    door.in_lane(Lane::Passphrases)
        .steps(move |app, caller| Reply::ok(&own::change_passphrase(app, caller, body.0)?))
        .await
}

/// Makes a new second factor; the old one is gone at once.
///
/// Every member, for herself alone, with her passphrase. The answer is shown once.
#[utoipa::path(
    tag = "me",
    operation_id = "change_second_factor",
    request_body = Confirmation,
    responses((status = 200, body = NewSecondFactor)),
)]
#[put("/me/second-factor")]
async fn new_second_factor(door: Door, body: Body<Confirmation>) -> Answer {
    door.in_lane(Lane::Passphrases)
        .steps(move |app, caller| Reply::ok(&own::change_second_factor(app, caller, body.0)?))
        .await
}

/// Makes a new recovery code; the old one is gone at once.
///
/// Every member, for herself alone, with her passphrase. The answer is shown once.
#[utoipa::path(
    tag = "me",
    operation_id = "new_recovery_code",
    request_body = Confirmation,
    responses((status = 200, body = NewRecoveryCode)),
)]
#[put("/me/recovery-code")]
async fn recovery_code(door: Door, body: Body<Confirmation>) -> Answer {
    door.in_lane(Lane::Passphrases)
        .steps(move |app, caller| Reply::ok(&own::new_recovery_code(app, caller, body.0)?))
        .await
}

/// Shows the address where the caller is told that something waits.
///
/// Every member, for herself alone.
#[utoipa::path(tag = "me", operation_id = "own_mail", responses((status = 200, body = OwnMail)))]
#[get("/me/mail")]
async fn own_mail(door: Door) -> Answer {
    door.consult(|act| Reply::ok(&telling::own_mail(act)?))
        .await
}

/// Sets or takes away the address where the caller is told that something waits.
///
/// Every member, for herself alone. A mail says only that something waits, never what.
#[utoipa::path(
    tag = "me",
    operation_id = "set_own_mail",
    request_body = OwnMail,
    responses((status = 204)),
)]
#[put("/me/mail")]
async fn set_own_mail(door: Door, body: Body<OwnMail>) -> Answer {
    door.write(move |act| telling::set_own_mail(act, &body).map(|()| Reply::nothing()))
        .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(create)
        .service(second_factor)
        .service(recover)
        .service(offer_passphrase)
        .service(list)
        .service(sign_out)
        .service(end)
        .service(me)
        .service(passphrase)
        .service(new_second_factor)
        .service(recovery_code)
        .service(own_mail)
        .service(set_own_mail);
}
