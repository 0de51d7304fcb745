//! `/members`: who works here, what each may be asked to do, and the end of an account.

use actix_web::{get, post, web};
use amparo_store::AccountId;
use askama::Template;

use super::{key_role_options, role_names, word_of};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::rights::{Object, Right};
use crate::team::members::{self, MemberView};
use crate::team::model::{AccountState, NewRoles, Reason};
use crate::team::{remove, rotate};
use crate::web::PageQuery;

#[derive(Template)]
#[template(path = "team/members.html")]
struct MembersPage {
    t: Frame,
    administers: bool,
    /// What the server gave up, if anything.
    undone: Option<String>,
    /// Somebody left, and groups of hers still have the key that she knew.
    removal_due: bool,
    members: Vec<MemberLine>,
    next: Option<String>,
}

struct MemberLine {
    href: String,
    name: String,
    login: String,
    roles: String,
    state: String,
    key_administrator: bool,
}

#[derive(Template)]
#[template(path = "team/member.html")]
struct MemberPage {
    t: Frame,
    form: Filled,
    it: MemberView,
    roles: String,
    state: String,
    options: Vec<(String, String)>,
    /// The roles can be changed by this reader: who runs accounts never held a key.
    may_change: bool,
    may_remove: bool,
    may_reset: bool,
}

impl MemberPage {
    fn path(&self, end: &str) -> String {
        self.t.to(format!("/members/{}{end}", self.it.id))
    }
}

#[derive(Template)]
#[template(path = "team/member_end.html")]
struct EndPage {
    t: Frame,
    form: Filled,
    name: String,
    back: String,
    /// `remove` or `reset`: the beginning of its messages.
    what: &'static str,
}

impl EndPage {
    fn id(&self, part: &str) -> String {
        format!("member-{}-{part}", self.what)
    }
}

/// The members of one's organisation.
#[get("/members")]
async fn list(door: PageDoor) -> Page {
    door.read(|act, t| {
        let after = t.asked("after").to_owned();
        let page = PageQuery {
            limit: None,
            after: (!after.is_empty()).then_some(after),
        };
        let mut found = members::list(act, &page)?;
        found
            .items
            .sort_by_cached_key(|it| crate::words::reference::fold(&it.display_name));
        let administers = act.member()?.may(Right::Write, Object::Member);
        let undone = if administers {
            crate::undone::notice(act, &t)?
        } else {
            None
        };
        let rekeys = act.member()?.may(Right::Rekey, Object::Team);
        let removal_due = rekeys && !rotate::due(act)?.is_empty();
        Shown::page(&MembersPage {
            administers,
            undone,
            removal_due,
            members: found.items.iter().map(|it| line(&t, it)).collect(),
            next: found.next,
            t,
        })
    })
    .await
}

fn line(t: &Frame, it: &MemberView) -> MemberLine {
    MemberLine {
        href: t.to(format!("/members/{}", it.id)),
        name: it.display_name.clone(),
        login: it.login.clone().unwrap_or_default(),
        roles: t.listed(role_names(t, &it.roles)),
        state: t.word("account-state", it.state),
        key_administrator: it.key_administrator,
    }
}

/// One of them.
#[get("/members/{id}")]
async fn member(door: PageDoor, id: At<AccountId>) -> Page {
    door.read(move |act, t| {
        let it = members::one(act, *id)?;
        let roles = it.roles.0.iter().map(|role| word_of(*role));
        let form = roles.fold(Filled::empty::<NewRoles>(), |form, role| {
            form.and("roles[]", role)
        });
        let form = form.at(it.revision);
        page(act, t, form, it)
    })
    .await
}

fn show(act: &mut Act<'_>, t: Frame, form: Filled, id: AccountId) -> Result<Shown, Refusal> {
    let it = members::one(act, id)?;
    page(act, t, form, it)
}

fn page(act: &Act<'_>, t: Frame, form: Filled, it: MemberView) -> Result<Shown, Refusal> {
    let reader = act.member()?;
    let administers = reader.may(Right::Write, Object::Member);
    let resets = reader.may(Right::Reset, Object::Member);
    let is_here = it.state != AccountState::Removed;
    let runs_accounts = it.roles.may(Right::Write, Object::Member);
    // A supervisor who signs the register removes anybody; an administrator cannot sign it.
    let signs = reader.certificate.is_some();
    let other = it.id != reader.account;
    Shown::page(&MemberPage {
        roles: t.listed(role_names(&t, &it.roles)),
        state: t.word("account-state", it.state),
        options: key_role_options(&t),
        may_change: administers && is_here && !runs_accounts,
        may_remove: is_here && other && (signs || administers && !it.key_administrator),
        may_reset: is_here && other && resets && !it.key_administrator,
        form,
        it,
        t,
    })
}

/// Changes what a member may be asked to do.
#[post("/members/{id}/roles")]
async fn change_roles(door: PageDoor, id: At<AccountId>, form: Form<NewRoles>) -> Page {
    let seen = form.revision();
    door.form(form)
        .or_read(move |act, t, form| show(act, t, form, *id))
        .write(move |act, given| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            members::change_roles(act, *id, seen, given).map_err(named)?;
            Ok(Next::see(format!("/members/{}", *id)).said("roles-changed"))
        })
        .await
}

/// What is saved now is a bare list; the form calls it `roles`.
fn named(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::StaleRevision {
            current_tag,
            current,
            sent,
        } => Refusal::StaleRevision {
            current_tag,
            current: serde_json::json!({ "roles": current }),
            sent,
        },
        other => other,
    }
}

/// Asks why a member is removed.
#[get("/members/{id}/remove")]
async fn ask_remove(door: PageDoor, id: At<AccountId>) -> Page {
    let form = Filled::empty::<Reason>();
    door.read(move |act, t| show_end(act, t, form, *id, "remove"))
        .await
}

/// Removes her.
#[post("/members/{id}/remove")]
async fn remove_one(door: PageDoor, id: At<AccountId>, form: Form<Reason>) -> Page {
    door.form(form)
        .or_read(move |act, t, form| show_end(act, t, form, *id, "remove"))
        .write(move |act, given| {
            remove::remove(act, *id, &given.reason)?;
            // Who can go on with the keys is led there at once.
            let rekeys = act.member()?.may(Right::Rekey, Object::Team);
            let next = if rekeys { "/removal" } else { "/members" };
            Ok(Next::see(next).said("member-removed"))
        })
        .await
}

/// Asks why an account is reset.
#[get("/members/{id}/reset")]
async fn ask_reset(door: PageDoor, id: At<AccountId>) -> Page {
    let form = Filled::empty::<Reason>();
    door.read(move |act, t| show_end(act, t, form, *id, "reset"))
        .await
}

/// Ends the account of somebody who lost everything; she is invited anew.
#[post("/members/{id}/reset")]
async fn reset_one(door: PageDoor, id: At<AccountId>, form: Form<Reason>) -> Page {
    door.form(form)
        .or_read(move |act, t, form| show_end(act, t, form, *id, "reset"))
        .write(move |act, given| {
            remove::reset(act, *id, &given.reason)?;
            Ok(Next::see("/invitations").said("member-reset"))
        })
        .await
}

fn show_end(
    act: &mut Act<'_>,
    t: Frame,
    form: Filled,
    id: AccountId,
    what: &'static str,
) -> Result<Shown, Refusal> {
    let right = if what == "reset" {
        Right::Reset
    } else {
        Right::Remove
    };
    act.needs(right, Object::Member)?;
    let it = members::one(act, id)?;
    Shown::page(&EndPage {
        form,
        name: it.display_name,
        back: t.to(format!("/members/{id}")),
        what,
        t,
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(list)
        .service(member)
        .service(change_roles)
        .service(ask_remove)
        .service(remove_one)
        .service(ask_reset)
        .service(reset_one);
}
