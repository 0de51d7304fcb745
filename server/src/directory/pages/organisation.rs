//! `/directory/organisations/…`: one organisation, its services and places; writing its entry.

use actix_web::{get, post, web};
use amparo_store::DirectoryOrganisationId;
use askama::Template;

use super::forms::OrganisationForm;
use super::places::PlaceLine;
use super::{Options, ServiceLine, in_form_of, keeps, kind_options, pointing};
use crate::directory::lists;
use crate::directory::model::{ListedOrganisation, OWN};
use crate::directory::queries::{PlacesQuery, ServicesQuery};
use crate::directory::{change, import};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::rights::{Object, Right};
use crate::web::Changes;

#[derive(Template)]
#[template(path = "directory/organisation.html")]
struct OrganisationPage {
    t: Frame,
    it: ListedOrganisation,
    kind: String,
    country: Option<String>,
    /// The name of another publisher, or nothing.
    publisher: Option<String>,
    phones: Vec<import::Phone>,
    services: Vec<ServiceLine>,
    places: Vec<PlaceLine>,
    keeps: bool,
    may_offer: bool,
}

impl OrganisationPage {
    fn path(&self, end: &str) -> String {
        self.t
            .to(format!("/directory/organisations/{}{end}", self.it.id))
    }
}

#[derive(Template)]
#[template(path = "directory/organisation_form.html")]
struct OrganisationFormPage {
    t: Frame,
    form: Filled,
    title: &'static str,
    back: String,
    imported: bool,
    /// Whether the entry is free, or the own organisation's: then it can be linked.
    may_link: bool,
    kinds: Options,
    countries: Options,
}

/// One organisation.
#[get("/directory/organisations/{id}")]
async fn organisation(door: PageDoor, id: At<DirectoryOrganisationId>) -> Page {
    door.consult(move |act, t| show(act, t, *id)).await
}

fn show(act: &mut Act<'_>, t: Frame, id: DirectoryOrganisationId) -> Result<Shown, Refusal> {
    let it = lists::organisation(act, id)?;
    let services = lists::services(
        act,
        &ServicesQuery {
            organisation: Some(id),
            all: Some(true),
            limit: Some(200),
            ..ServicesQuery::default()
        },
    )?;
    let places = lists::places(
        act,
        &PlacesQuery {
            organisation: Some(id),
            all: Some(true),
            limit: Some(200),
            ..PlacesQuery::default()
        },
    )?;
    Shown::page(&OrganisationPage {
        kind: t.word("organisation-kind", it.kind),
        country: it.country.as_deref().map(|code| t.country(code)),
        publisher: (it.publisher != OWN).then(|| it.publisher.clone()),
        phones: it.phones.clone(),
        services: services
            .items
            .iter()
            .map(|one| ServiceLine::new(&t, one))
            .collect(),
        places: places
            .items
            .iter()
            .map(|one| PlaceLine::new(&t, one))
            .collect(),
        keeps: keeps(act)? && change::may_change_services_of(act, id)?,
        may_offer: change::may_change_services_of(act, id)?,
        it,
        t,
    })
}

/// A new one.
#[get("/directory/organisations/new")]
async fn new(door: PageDoor) -> Page {
    let form = || Filled::empty::<OrganisationForm>().with("active", "true");
    door.consult(move |act, t| show_new(act, t, form())).await
}

/// Puts it in the directory.
#[post("/directory/organisations/new")]
async fn add(door: PageDoor, form: Form<OrganisationForm>) -> Page {
    door.form(form)
        .or_show(show_new)
        .write(|act, given| {
            let own = act.member()?.organisation;
            let made = change::add_organisation(act, &given.clone().entry(None, own)?)
                .map_err(|refusal| pointing(refusal, "/participant", "/own"))?;
            Ok(Next::see(format!("/directory/organisations/{}", made.id)).said("entry-added"))
        })
        .await
}

fn show_new(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    act.needs(Right::Write, Object::Directory)?;
    Shown::page(&OrganisationFormPage {
        form,
        title: "organisation-new",
        back: t.to("/directory"),
        imported: false,
        may_link: true,
        kinds: kind_options(&t),
        countries: t.country_options(),
        t,
    })
}

/// Its entry, to be changed.
#[get("/directory/organisations/{id}/edit")]
async fn edit(door: PageDoor, id: At<DirectoryOrganisationId>) -> Page {
    door.consult(move |act, t| {
        let it = lists::organisation(act, *id)?;
        let saved = OrganisationForm::of(&it, act.member()?.organisation);
        let form = Filled::of::<OrganisationForm>(&saved)?.at(it.revision);
        show_edit(act, t, form, *id)
    })
    .await
}

/// Changes it.
#[post("/directory/organisations/{id}/edit")]
async fn change_entry(
    door: PageDoor,
    id: At<DirectoryOrganisationId>,
    form: Form<OrganisationForm>,
) -> Page {
    let seen = form.revision();
    door.form(form)
        .or_show(move |act, t, form| show_edit(act, t, form, *id))
        .write(move |act, given| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            let own = act.needs(Right::Write, Object::Directory)?.organisation;
            let present = lists::organisation(act, *id)?;
            let entry = given.clone().entry(Some(&present), own)?;
            change::change_organisation(act, *id, seen, &Changes::all_of(&entry)?)
                .map_err(|refusal| pointing(refusal, "/participant", "/own"))
                .map_err(|refusal| in_form_of(refusal, OrganisationForm::of(&present, own)))?;
            Ok(Next::see(format!("/directory/organisations/{}", *id)).said("entry-changed"))
        })
        .await
}

fn show_edit(
    act: &mut Act<'_>,
    t: Frame,
    form: Filled,
    id: DirectoryOrganisationId,
) -> Result<Shown, Refusal> {
    let own = act.needs(Right::Write, Object::Directory)?.organisation;
    let it = lists::organisation(act, id)?;
    Shown::page(&OrganisationFormPage {
        form,
        title: "organisation-edit",
        back: t.to(format!("/directory/organisations/{id}")),
        imported: it.publisher != OWN,
        may_link: it.participant.is_none_or(|other| other == own),
        kinds: kind_options(&t),
        countries: t.country_options(),
        t,
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    // `new` before any id.
    config
        .service(new)
        .service(add)
        .service(organisation)
        .service(edit)
        .service(change_entry);
}
