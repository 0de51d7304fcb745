//! Inviting, and accepting an invitation.

use amparo_store::{Day, InvitationId, OrganisationId, Sealed};
use amparo_vault::{Context, Kind, NewcomerWords, Padding, Passphrase};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::enrol::{NewMember, keep, prepare};
use super::limiter::Limiter;
use super::model::{
    Acceptance, AccountState, InvitationPreview, InvitationView, NewInvitation, Welcome, roles_fit,
};
use super::rows;
use super::strong::{must_be_strong, own_words};
use crate::foundation::{Act, App, Caller, Reason, Refusal, Role, Roles};
use crate::ledger::{self, About, What};
use crate::register;
use crate::rights::{Object, Right};

/// Tries to join with one invitation within 15 minutes: each shows whether a login name is taken.
const TRIES: u32 = 10;

#[derive(Serialize, Deserialize)]
struct Content {
    roles: Roles,
    note: Option<String>,
}

fn context(organisation: OrganisationId, id: InvitationId) -> Context {
    Context::of(Kind::Invitation, organisation.as_bytes(), id.as_bytes())
}

/// Makes an invitation. Its code is in the answer and nowhere else.
pub(super) fn invite(act: &mut Act<'_>, new: &NewInvitation) -> Result<InvitationView, Refusal> {
    let organisation = act.needs(Right::Write, Object::Invitation)?.organisation;
    let roles = roles_fit(&new.roles)?;
    let id = InvitationId::from_uuid(act.fresh_id());
    let code = Passphrase::generate(8, act.rng())
        .reveal()
        .replace(' ', "-");
    let content = Content {
        roles: roles.clone(),
        note: new.note.clone(),
    };
    let plain = serde_json::to_vec(&content)?;
    let app = act.app();
    let sealed = app.instance.seal(
        &context(organisation, id),
        &plain,
        Padding::Record,
        act.rng(),
    )?;
    let days = i64::from(new.days.unwrap_or(7));
    let expires_on = act.now.plus(TimeDelta::days(days)).to_day();
    let tag = app.instance.lookup_tag("invitation", &code);
    rows::insert_invitation(
        act.db(),
        id,
        organisation,
        tag.into(),
        Sealed::new(sealed)?,
        expires_on,
    )?;
    if let Some(to) = &new.mail {
        crate::mail::queue_invitation(act, organisation, to, &code)?;
    }
    ledger::note(act, What::Invited, About::the(id.to_uuid()))?;
    Ok(InvitationView {
        id,
        roles,
        note: new.note.clone(),
        expires_on,
        code: Some(code),
    })
}

/// The invitations that can still be used.
pub(super) fn invitations(act: &mut Act<'_>) -> Result<Vec<InvitationView>, Refusal> {
    let organisation = act.needs(Right::Read, Object::Invitation)?.organisation;
    let today = act.now.to_day();
    let rows = rows::invitations(act.db(), organisation, today)?;
    rows.into_iter()
        .map(|(id, sealed, expires_on)| {
            let Content { roles, note } = open(act, organisation, id, &sealed)?;
            Ok(InvitationView {
                id,
                roles,
                note,
                expires_on,
                code: None,
            })
        })
        .collect()
}

/// Takes an invitation back.
pub(super) fn withdraw(act: &mut Act<'_>, id: InvitationId) -> Result<(), Refusal> {
    let organisation = act.needs(Right::Write, Object::Invitation)?.organisation;
    if rows::delete_invitation(act.db(), organisation, id)? == 0 {
        return Err(Refusal::NotFound);
    }
    ledger::note(act, What::InvitationWithdrawn, About::the(id.to_uuid()))
}

fn open(
    act: &Act<'_>,
    organisation: OrganisationId,
    id: InvitationId,
    sealed: &Sealed,
) -> Result<Content, Refusal> {
    let plain = act
        .app()
        .instance
        .open(&context(organisation, id), sealed.as_slice())?;
    Ok(serde_json::from_slice(plain.expose())?)
}

struct Found {
    id: InvitationId,
    organisation: register::Organisation,
    roles: Roles,
}

fn find(act: &mut Act<'_>, code: &str) -> Result<Found, Refusal> {
    let tag = act.app().instance.lookup_tag("invitation", code.trim());
    let today: Day = act.now.to_day();
    let (id, organisation, sealed) =
        rows::invitation(act.db(), tag.into(), today)?.ok_or(Refusal::NotFound)?;
    let content = open(act, organisation, id, &sealed)?;
    let organisation = register::organisation(act, organisation)?;
    Ok(Found {
        id,
        organisation,
        roles: content.roles,
    })
}

/// What an invitation shows to whoever holds its code.
pub(super) fn preview(act: &mut Act<'_>, code: &str) -> Result<InvitationPreview, Refusal> {
    let found = find(act, code)?;
    Ok(InvitationPreview {
        fingerprint: words(&found.organisation),
        organisation_name: found.organisation.profile.name,
        roles: found.roles,
    })
}

fn words(organisation: &register::Organisation) -> Vec<String> {
    organisation
        .root()
        .fingerprint()
        .map(ToOwned::to_owned)
        .to_vec()
}

/// A newcomer joins: her keys are born here. Nobody has admitted her yet.
pub(super) fn accept(app: &App, code: &str, new: Acceptance) -> Result<Welcome, Refusal> {
    let (found, mut known) = app.consult(&Caller::Visitor, |act| {
        let found = find(act, code)?;
        let known = own_words(act, found.organisation.id)?;
        Ok((found, known))
    })?;
    let tries = app
        .instance
        .lookup_tag("invitation tries", &found.id.to_string());
    let limiter = app.memory::<Limiter>();
    limiter.attempt(tries, app.clock.now(), TRIES)?;
    let passphrase = Passphrase::new(new.passphrase);
    known.extend([new.login.clone(), new.display_name.clone()]);
    must_be_strong(&passphrase, &known, "/passphrase")?;
    let member = NewMember {
        login: new.login,
        display_name: new.display_name.trim().to_owned(),
        roles: found.roles.clone(),
    };
    let root = found.organisation.root().clone();
    let (mut enrolment, handout) = prepare(app, found.organisation.id, root, &member, &passphrase)?;
    // An administrator holds no key, so there is nothing that a team could let her into.
    if !found.roles.has(Role::Administrator) {
        enrolment.profile.state = AccountState::Waiting;
        enrolment.profile.personal = Some(enrolment.personal.clone());
    }
    let own_words = enrolment.profile.personal.as_ref().map(|personal| {
        NewcomerWords::of(
            enrolment.id.as_bytes(),
            &enrolment.identity.public(),
            personal,
        )
        .list()
        .map(ToOwned::to_owned)
        .to_vec()
    });
    app.write(&Caller::Visitor, |act| {
        if rows::delete_invitation(act.db(), found.organisation.id, found.id)? == 0 {
            return Err(Refusal::NotFound);
        }
        keep(act, &enrolment).map_err(|refusal| match refusal {
            Refusal::Because(Reason::Exists) => {
                Refusal::fault("/login", "taken", "is taken: choose another login name")
            }
            other => other,
        })?;
        let about = About::the(enrolment.id.to_uuid());
        ledger::note_in(act, found.organisation.id, What::Joined, about)
    })?;
    limiter.succeeded(tries);
    Ok(Welcome {
        account: handout.account,
        totp_secret: handout.totp_secret,
        otpauth_url: handout.otpauth_url,
        recovery_code: handout.recovery_code,
        fingerprint: words(&found.organisation),
        own_words,
    })
}
