//! `/teams`: who belongs to which team, and letting colleagues in. Taking somebody out changes the
//! keys of cases too, so that page stands in the room of cases.

use actix_web::{get, post, web};
use amparo_store::GroupId;
use askama::Template;

use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::team::model::{AccountState, NewTeam, TeamJoin, TeamView};
use crate::team::{members, teams};
use crate::web::PageQuery;

#[derive(Template)]
#[template(path = "team/teams.html")]
struct TeamsPage {
    t: Frame,
    form: Filled,
    /// The reader signs the register: she may make teams and let others in.
    signs: bool,
    teams: Vec<TeamLine>,
    standing: Vec<TeamLine>,
}

struct TeamLine {
    href: String,
    name: String,
    members: usize,
    held: bool,
    rotation_due: bool,
}

#[derive(Template)]
#[template(path = "team/team.html")]
struct TeamPage {
    t: Frame,
    form: Filled,
    it: TeamView,
    name: String,
    /// Everybody belongs to one group, and leaves it only with the account.
    may_leave: bool,
    members: Vec<(String, String)>,
    /// Colleagues who may be let in.
    others: Vec<(String, String)>,
    signs: bool,
    rotation: String,
}

/// What a team is called: standing groups by what they are for.
fn name_of(t: &Frame, it: &TeamView) -> String {
    match it.purpose.as_str() {
        "team" => it.label.clone(),
        purpose => t.word("group", purpose),
    }
}

/// Every team and standing group.
#[get("/teams")]
async fn list(door: PageDoor) -> Page {
    door.read(|act, t| show_list(act, t, Filled::empty::<NewTeam>()))
        .await
}

fn show_list(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    let all = teams::list(act)?;
    let (own, standing): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.purpose == "team");
    let line = |it: &&TeamView| TeamLine {
        href: t.to(format!("/teams/{}", it.id)),
        name: name_of(&t, it),
        members: it.members.len(),
        held: it.held,
        rotation_due: it.rotation_due,
    };
    Shown::page(&TeamsPage {
        signs: act.member()?.certificate.is_some(),
        teams: own.iter().map(line).collect(),
        standing: standing.iter().map(line).collect(),
        form,
        t,
    })
}

/// Makes a team, with its maker as the first member.
#[post("/teams")]
async fn make(door: PageDoor, form: Form<NewTeam>) -> Page {
    door.form(form)
        .or_read(show_list)
        .write(|act, given| {
            let made = teams::make(act, given)?;
            Ok(Next::see(format!("/teams/{}", made.id)).said("team-made"))
        })
        .await
}

/// One team.
#[get("/teams/{id}")]
async fn team(door: PageDoor, id: At<GroupId>) -> Page {
    door.read(move |act, t| show(act, t, Filled::empty::<TeamJoin>(), *id))
        .await
}

fn show(act: &mut Act<'_>, t: Frame, form: Filled, id: GroupId) -> Result<Shown, Refusal> {
    let it = teams::one(act, id)?;
    let signs = act.member()?.certificate.is_some() && it.held;
    let mut others = Vec::new();
    if signs {
        let page = PageQuery {
            limit: Some(200),
            after: None,
        };
        let here = |id| it.members.iter().any(|member| member.account == id);
        others = members::list(act, &page)?
            .items
            .into_iter()
            .filter(|one| one.state == AccountState::Active && !here(one.id))
            .filter(|one| one.roles.0.iter().any(|role| role.holds_keys()))
            .map(|one| (one.id.to_string(), one.display_name))
            .collect();
    }
    let leave = |account| t.to(format!("/teams/{id}/members/{account}/leave"));
    let members = it.members.iter();
    Shown::page(&TeamPage {
        name: name_of(&t, &it),
        members: members
            .map(|one| (one.name.clone(), leave(one.account)))
            .collect(),
        rotation: t.to(format!("/teams/{id}/rotation")),
        may_leave: signs && it.purpose != "everyone",
        others,
        signs,
        form,
        it,
        t,
    })
}

/// Lets a colleague in.
#[post("/teams/{id}")]
async fn join(door: PageDoor, id: At<GroupId>, form: Form<TeamJoin>) -> Page {
    door.form(form)
        .or_read(move |act, t, form| show(act, t, form, *id))
        .write(move |act, given| {
            teams::join(act, *id, given.account)?;
            Ok(Next::see(format!("/teams/{}", *id)).said("team-joined"))
        })
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(list)
        .service(make)
        .service(team)
        .service(join);
}
