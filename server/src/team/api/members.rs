//! `/invitations`, `/members` and `/teams`.

use actix_web::{delete, get, post, put, web};
use amparo_store::{AccountId, GroupId, InvitationId};

use crate::foundation::Lane;
use crate::team::members::MemberView;
use crate::team::model::{
    Acceptance, Admission, InvitationPreview, InvitationView, NewInvitation, NewRoles, NewTeam,
    Reason, TeamJoin, TeamView, Welcome,
};
use crate::team::{admit, invite, members, remove as removing, teams};
use crate::web::{Answer, Body, Door, Listing, OpenBody, PageQuery, Reply, Routes};

/// Invites somebody to join the organisation.
///
/// Administrators. The code is in this answer and nowhere else: hand it over by a way that you
/// trust.
#[utoipa::path(
    tag = "members",
    operation_id = "invite",
    request_body = NewInvitation,
    responses((status = 201, body = InvitationView)),
)]
#[post("/invitations")]
async fn invite_one(door: Door, body: Body<NewInvitation>) -> Answer {
    door.write(move |act| {
        let made = invite::invite(act, &body)?;
        Reply::created(format!("/api/v1/invitations/{}", made.id), &made)
    })
    .await
}

/// Lists the invitations that can still be used, without their codes.
///
/// Administrators only. Invitations that were used or have lapsed are left out.
#[utoipa::path(
    tag = "members",
    operation_id = "list_invitations",
    responses((status = 200, body = Listing<InvitationView>)),
)]
#[get("/invitations")]
async fn list_invitations(door: Door) -> Answer {
    door.consult(|act| {
        Reply::ok(&Listing {
            items: invite::invitations(act)?,
            next: None,
        })
    })
    .await
}

/// Takes an invitation back, so that its code opens nothing any more.
///
/// Administrators only. The code that was handed over is worthless from then on.
#[utoipa::path(
    tag = "members",
    operation_id = "withdraw_invitation",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204)),
)]
#[delete("/invitations/{id}")]
async fn withdraw(door: Door, id: web::Path<InvitationId>) -> Answer {
    door.write(move |act| invite::withdraw(act, *id).map(|()| Reply::nothing()))
        .await
}

/// The code of an invitation. It is a secret, so it stands in the body and not in the path.
#[derive(serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationCode {
    /// The code that the administrator handed over.
    #[schema(min_length = 1, max_length = 200, format = "password")]
    pub code: String,
}

/// Shows what an invitation offers to whoever holds its code.
///
/// Nobody need be signed in. Compare the twelve words with whoever invited you before you accept.
#[utoipa::path(
    tag = "members",
    operation_id = "preview_invitation",
    request_body = InvitationCode,
    responses((status = 200, body = InvitationPreview)),
)]
#[post("/invitations/preview")]
async fn preview(door: Door, body: OpenBody<InvitationCode>) -> Answer {
    door.consult(move |act| Reply::ok(&invite::preview(act, &body.code)?))
        .await
}

/// A newcomer's account, with the code of the invitation.
#[derive(serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptanceWithCode {
    /// The code that the administrator handed over.
    #[schema(min_length = 1, max_length = 200, format = "password")]
    pub code: String,
    /// The account that the newcomer wants.
    pub member: Acceptance,
}

/// Accepts an invitation: makes an account with keys of its own.
///
/// Nobody need be signed in. The answer is shown once. The account can sign in, but opens nothing
/// until a key administrator admits it.
#[utoipa::path(
    tag = "members",
    operation_id = "accept_invitation",
    request_body = AcceptanceWithCode,
    responses((status = 201, body = Welcome)),
)]
#[post("/invitations/accept")]
async fn accept(door: Door, body: OpenBody<AcceptanceWithCode>) -> Answer {
    door.in_lane(Lane::Passphrases)
        .steps(move |app, _| {
            let AcceptanceWithCode { code, member } = body.0;
            Reply::created("/api/v1/me", &invite::accept(app, &code, member)?)
        })
        .await
}

/// Lists the members of the caller's organisation.
///
/// Administrators, supervisors and coordinators. Only administrators see login names.
#[utoipa::path(
    tag = "members",
    operation_id = "list_members",
    params(PageQuery),
    responses((status = 200, body = Listing<MemberView>)),
)]
#[get("/members")]
async fn list(door: Door, page: web::Query<PageQuery>) -> Answer {
    door.read(move |act| Reply::ok(&members::list(act, &page)?))
        .await
}

/// Shows one member of the caller's organisation.
///
/// Administrators, supervisors and coordinators. The `ETag` is the version, to be given with a
/// change of roles and an admission.
#[utoipa::path(
    tag = "members",
    operation_id = "member",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = MemberView)),
)]
#[get("/members/{id}")]
async fn one(door: Door, id: web::Path<AccountId>) -> Answer {
    door.read(move |act| {
        let member = members::one(act, *id)?;
        Ok(Reply::ok(&member)?.tagged(member.revision))
    })
    .await
}

/// Replaces what a member may be asked to do.
///
/// Administrators. It takes effect at the next request of the member. Administrators hold no keys,
/// so nobody can become one or stop being one by this (409 `wrong_state`): invite anew.
#[utoipa::path(
    tag = "members",
    operation_id = "change_roles",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = NewRoles,
    responses((status = 200, body = MemberView)),
)]
#[put("/members/{id}/roles")]
async fn roles(door: Door, id: web::Path<AccountId>, body: Body<NewRoles>) -> Answer {
    let seen = door.if_match()?;
    door.write(move |act| {
        let member = members::change_roles(act, *id, seen, &body)?;
        Ok(Reply::ok(&member)?.tagged(member.revision))
    })
    .await
}

/// Admits a newcomer: puts her in the register and sends her the keys of her groups.
///
/// Supervisors who are key administrators. Call the newcomer on a number that you already had, or
/// meet her: she reads you the six words of her keys, and you send what you heard. Other words than
/// the keys in her row have are refused (422 `other_words`) and put on record: then somebody may
/// have put other keys there. `If-Match` is the `ETag` of the member as she was seen. From then on
/// she can open what her groups can.
#[utoipa::path(
    tag = "members",
    operation_id = "admit_member",
    params(("id" = uuid::Uuid, Path), ("If-Match" = String, Header)),
    request_body = Admission,
    responses((status = 204)),
)]
#[post("/members/{id}/admit")]
async fn admit_one(door: Door, id: web::Path<AccountId>, body: Body<Admission>) -> Answer {
    let seen = door.if_match()?;
    let account = *id;
    door.write_with(
        move |app, caller| {
            admit::listen(app, caller, account, &body)?;
            Ok(body)
        },
        move |act, body| admit(act, account, seen, body).map(|()| Reply::nothing()),
    )
    .await
}

/// Removes a member: her sign-ins end, and she can open nothing more.
///
/// Administrators, and supervisors who are key administrators. Nobody removes herself, and a key
/// administrator is removed by another one (409 `wrong_state`). Her groups' keys must then be
/// changed: teams show it as `rotation_due`.
#[utoipa::path(
    tag = "members",
    operation_id = "remove_member",
    params(("id" = uuid::Uuid, Path)),
    request_body = Reason,
    responses((status = 204)),
)]
#[post("/members/{id}/remove")]
async fn remove(door: Door, id: web::Path<AccountId>, body: Body<Reason>) -> Answer {
    door.write(move |act| removing::remove(act, *id, &body.reason).map(|()| Reply::nothing()))
        .await
}

/// Ends the account of a member who lost everything; invite her anew afterwards.
///
/// Administrators. Her cases stay with her team: nothing is lost while one member of each group
/// remains.
#[utoipa::path(
    tag = "members",
    operation_id = "reset_member",
    params(("id" = uuid::Uuid, Path)),
    request_body = Reason,
    responses((status = 204)),
)]
#[post("/members/{id}/reset")]
async fn reset(door: Door, id: web::Path<AccountId>, body: Body<Reason>) -> Answer {
    door.write(move |act| removing::reset(act, *id, &body.reason).map(|()| Reply::nothing()))
        .await
}

/// Lists the teams and standing groups of the organisation.
///
/// Supervisors, coordinators and caseworkers.
#[utoipa::path(
    tag = "teams",
    operation_id = "list_teams",
    responses((status = 200, body = Listing<TeamView>)),
)]
#[get("/teams")]
async fn list_teams(door: Door) -> Answer {
    door.read(|act| {
        Reply::ok(&Listing {
            items: teams::list(act)?,
            next: None,
        })
    })
    .await
}

/// Shows one team or standing group.
///
/// Supervisors, coordinators and caseworkers.
#[utoipa::path(
    tag = "teams",
    operation_id = "team",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, body = TeamView)),
)]
#[get("/teams/{id}")]
async fn one_team(door: Door, id: web::Path<GroupId>) -> Answer {
    door.read(move |act| Reply::ok(&teams::one(act, *id)?))
        .await
}

/// Makes a team, with its maker as the first member.
///
/// Supervisors who are key administrators.
#[utoipa::path(
    tag = "teams",
    operation_id = "make_team",
    request_body = NewTeam,
    responses((status = 201, body = TeamView)),
)]
#[post("/teams")]
async fn make_team(door: Door, body: Body<NewTeam>) -> Answer {
    door.write(move |act| {
        let team = teams::make(act, &body)?;
        Reply::created(format!("/api/v1/teams/{}", team.id), &team)
    })
    .await
}

/// Lets a colleague into a team: she can open its cases from now on.
///
/// Supervisors who are key administrators and hold the team's key. The colleague's key arrives with
/// her next request, or about a second later.
#[utoipa::path(
    tag = "teams",
    operation_id = "join_team",
    params(("id" = uuid::Uuid, Path)),
    request_body = TeamJoin,
    responses((status = 204)),
)]
#[post("/teams/{id}/members")]
async fn join(door: Door, id: web::Path<GroupId>, body: Body<TeamJoin>) -> Answer {
    door.write(move |act| teams::join(act, *id, body.account).map(|()| Reply::nothing()))
        .await
}

pub(super) fn routes(api: &mut Routes<'_, '_>) {
    api.service(invite_one)
        .service(list_invitations)
        .service(preview)
        .service(accept)
        .service(withdraw)
        .service(list)
        .service(one)
        .service(roles)
        .service(admit_one)
        .service(remove)
        .service(reset)
        .service(list_teams)
        .service(one_team)
        .service(make_team)
        .service(join);
}
