//! One's own account: who one is, passphrase, second factor, recovery code, sign-ins.

use actix_web::{get, post, web};
use amparo_store::SessionId;
use askama::Template;

use serde::Deserialize;
use utoipa::ToSchema;

use super::{ANOTHER, about_own, chosen, offer, role_names};
use crate::foundation::{Act, Lane, Refusal};
use crate::pages::{self, At, Filled, Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::team::model::{Confirmation, Me, NewPassphrase, OwnMail, SessionView};
use crate::team::{own, sessions, telling};

#[derive(Template)]
#[template(path = "team/me.html")]
struct MePage {
    t: Frame,
    me: Me,
    roles: Vec<String>,
    groups: Vec<String>,
}

#[derive(Template)]
#[template(path = "team/passphrase.html")]
struct PassphrasePage {
    t: Frame,
    form: Filled,
    offer: String,
}

/// The passphrase as it is, and the words that were drawn or the member's own.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangingPassphrase {
    #[schema(min_length = 1, max_length = 1024, format = "password")]
    current: String,
    #[schema(min_length = 12, max_length = 200)]
    offered: String,
    #[schema(min_length = 12, max_length = 1024, format = "password")]
    own: Option<String>,
}

/// Asks for the passphrase before something that an intruder would want.
#[derive(Template)]
#[template(path = "team/confirm.html")]
struct ConfirmPage {
    t: Frame,
    form: Filled,
    title: &'static str,
    lead: &'static str,
    button: &'static str,
}

#[derive(Template)]
#[template(path = "team/new_factor.html")]
struct NewFactorPage {
    t: Frame,
    qr: String,
    secret: String,
}

/// The recovery code. A new passphrase brings one along.
#[derive(Template)]
#[template(path = "team/new_recovery.html")]
struct NewRecoveryPage {
    t: Frame,
    code: String,
    title: &'static str,
    lead: &'static str,
}

#[derive(Template)]
#[template(path = "team/mail.html")]
struct MailPage {
    t: Frame,
    form: Filled,
    sends: bool,
}

#[derive(Template)]
#[template(path = "team/sessions.html")]
struct SessionsPage {
    t: Frame,
    sessions: Vec<SessionView>,
}

impl SessionsPage {
    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn end_path(&self, session: &SessionView) -> String {
        format!("/me/sessions/{}/end", session.id)
    }
}

/// Oneself.
#[get("/me")]
async fn me(door: PageDoor) -> Page {
    door.consult(|act, t| {
        let me = own::me(act)?;
        let roles = role_names(&t, &me.roles);
        let groups = me.groups.iter();
        let groups = groups
            .map(|group| match group.purpose.as_str() {
                "team" => group.label.clone(),
                purpose => t.word("group", purpose),
            })
            .collect();
        Shown::page(&MePage {
            t,
            me,
            roles,
            groups,
        })
    })
    .await
}

/// A new passphrase.
#[get("/me/passphrase")]
async fn passphrase(door: PageDoor) -> Page {
    door.consult(|act, t| show_passphrase(act, t, Filled::empty::<ChangingPassphrase>()))
        .await
}

/// Changes it.
#[post("/me/passphrase")]
async fn change_passphrase(door: PageDoor, form: Form<ChangingPassphrase>) -> Page {
    let t = door.frame();
    if form.button() == ANOTHER {
        let form = form.typed().without("offered");
        return door.consult(|act, t| show_passphrase(act, t, form)).await;
    }
    door.in_lane(Lane::Passphrases)
        .form(form)
        .or_show(show_passphrase)
        .steps(move |app, caller, given| {
            let given = NewPassphrase {
                current: given.current,
                new: chosen(given.offered, given.own),
            };
            let code = own::change_passphrase(app, caller, given)
                .map_err(|refusal| about_own(refusal, "/new"))?
                .recovery_code;
            Shown::page(&NewRecoveryPage {
                t,
                code,
                title: "passphrase-changed",
                lead: "passphrase-changed-lead",
            })
            .map(Next::show)
        })
        .await
}

fn show_passphrase(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    act.member()?;
    let offer = offer(act, &form);
    Shown::page(&PassphrasePage { t, form, offer })
}

/// A new second factor.
#[get("/me/second-factor")]
async fn second_factor(door: PageDoor) -> Page {
    door.consult(|act, t| confirm_factor(act, t, Filled::empty::<Confirmation>()))
        .await
}

/// Makes it; it is shown once.
#[post("/me/second-factor")]
async fn change_second_factor(door: PageDoor, form: Form<Confirmation>) -> Page {
    let t = door.frame();
    door.in_lane(Lane::Passphrases)
        .form(form)
        .or_show(confirm_factor)
        .steps(move |app, caller, given| {
            let made = own::change_second_factor(app, caller, given)?;
            let qr = pages::png_data_uri(&made.otpauth_url)?;
            let secret = made.totp_secret;
            Shown::page(&NewFactorPage { t, qr, secret }).map(Next::show)
        })
        .await
}

fn confirm_factor(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    act.member()?;
    Shown::page(&ConfirmPage {
        t,
        form,
        title: "new-factor-title",
        lead: "new-factor-lead",
        button: "new-factor-button",
    })
}

/// A new recovery code.
#[get("/me/recovery-code")]
async fn recovery_code(door: PageDoor) -> Page {
    door.consult(|act, t| confirm_recovery(act, t, Filled::empty::<Confirmation>()))
        .await
}

/// Makes it; it is shown once.
#[post("/me/recovery-code")]
async fn new_recovery_code(door: PageDoor, form: Form<Confirmation>) -> Page {
    let t = door.frame();
    door.in_lane(Lane::Passphrases)
        .form(form)
        .or_show(confirm_recovery)
        .steps(move |app, caller, given| {
            let code = own::new_recovery_code(app, caller, given)?.recovery_code;
            Shown::page(&NewRecoveryPage {
                t,
                code,
                title: "new-recovery-done",
                lead: "shown-once",
            })
            .map(Next::show)
        })
        .await
}

fn confirm_recovery(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    act.member()?;
    Shown::page(&ConfirmPage {
        t,
        form,
        title: "new-recovery-title",
        lead: "new-recovery-lead",
        button: "new-recovery-button",
    })
}

/// Where one is told that something waits.
#[get("/me/mail")]
async fn mail(door: PageDoor) -> Page {
    door.consult(|act, t| {
        let form = Filled::of::<OwnMail>(&telling::own_mail(act)?)?;
        show_mail(act, t, form)
    })
    .await
}

/// Sets it, or takes it away.
#[post("/me/mail")]
async fn change_mail(door: PageDoor, form: Form<OwnMail>) -> Page {
    door.form(form)
        .or_show(show_mail)
        .write(|act, given| {
            telling::set_own_mail(act, given)?;
            Ok(Next::see("/me").said("mail-changed"))
        })
        .await
}

fn show_mail(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    act.member()?;
    Shown::page(&MailPage {
        sends: crate::mail::is_on(act),
        t,
        form,
    })
}

/// One's own sign-ins.
#[get("/me/sessions")]
async fn list_sessions(door: PageDoor) -> Page {
    door.consult(|act, t| {
        let sessions = sessions::own(act)?;
        Shown::page(&SessionsPage { t, sessions })
    })
    .await
}

/// Ends another of them.
#[post("/me/sessions/{id}/end")]
async fn end_session(door: PageDoor, id: At<SessionId>, form: Form<Nothing>) -> Page {
    door.form(form)
        .write(move |act, _| {
            sessions::end(act, *id)?;
            Ok(Next::see("/me/sessions").said("session-ended"))
        })
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(me)
        .service(passphrase)
        .service(change_passphrase)
        .service(second_factor)
        .service(change_second_factor)
        .service(recovery_code)
        .service(new_recovery_code)
        .service(mail)
        .service(change_mail)
        .service(list_sessions)
        .service(end_session);
}
