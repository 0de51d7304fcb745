//! `/directory/services/…`: one service; writing its entry; saying that it was checked.

use actix_web::{get, post, web};
use amparo_store::{DirectoryOrganisationId, PlaceId, ServiceId};
use askama::Template;
use serde_json::json;

use super::forms::ServiceForm;
use super::places::PlaceLine;
use super::{Options, in_form_of, need_options, needs_line, pointing, status_word};
use crate::directory::import::{Gender, Phone, ServiceStatus};
use crate::directory::lists;
use crate::directory::model::{ListedService, OWN};
use crate::directory::queries::PlacesQuery;
use crate::directory::{ServiceEntry, change};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::web::Changes;

#[derive(Template)]
#[template(path = "directory/service.html")]
struct ServicePage {
    t: Frame,
    form: Filled,
    it: ListedService,
    status: String,
    is_open: bool,
    needs: String,
    countries: String,
    languages: String,
    for_whom: Vec<String>,
    checked: Option<String>,
    publisher: Option<String>,
    phones: Vec<Phone>,
    places: Vec<PlaceLine>,
    may_change: bool,
}

impl ServicePage {
    fn path(&self, end: &str) -> String {
        self.t
            .to(format!("/directory/services/{}{end}", self.it.id))
    }

    fn organisation_path(&self) -> String {
        self.t
            .to(format!("/directory/organisations/{}", self.it.organisation))
    }
}

#[derive(Template)]
#[template(path = "directory/service_form.html")]
struct ServiceFormPage {
    t: Frame,
    form: Filled,
    title: &'static str,
    back: String,
    owner: String,
    imported: bool,
    needs: Options,
    genders: Options,
    statuses: Options,
    places: Options,
}

/// One service.
#[get("/directory/services/{id}")]
async fn service(door: PageDoor, id: At<ServiceId>) -> Page {
    door.consult(move |act, t| show(act, t, Filled::empty::<Nothing>(), *id))
        .await
}

fn show(act: &mut Act<'_>, t: Frame, form: Filled, id: ServiceId) -> Result<Shown, Refusal> {
    let it = lists::service(act, id)?;
    let mut places = Vec::new();
    for place in it.places.iter().flatten() {
        places.push(PlaceLine::new(&t, &lists::place(act, *place)?));
    }
    Shown::page(&ServicePage {
        form,
        status: status_word(&t, it.status),
        is_open: it.status == ServiceStatus::Active,
        needs: needs_line(&t, &it.categories),
        countries: t.countries(&it.countries),
        languages: t.tongues(&it.languages),
        for_whom: for_whom(&t, &it),
        checked: it.verified_on.map(|day| t.day(&day)),
        publisher: (it.publisher != OWN).then(|| it.publisher.clone()),
        phones: it.phones.clone(),
        places,
        may_change: change::may_change_services_of(act, it.organisation)?,
        it,
        t,
    })
}

/// Who may use it, in words.
fn for_whom(t: &Frame, it: &ListedService) -> Vec<String> {
    let rule = &it.eligibility;
    let mut words = Vec::new();
    match (rule.min_age, rule.max_age) {
        (Some(from), Some(to)) => words.push(t.msg2("for-ages", "from", from, "to", to)),
        (Some(from), None) => words.push(t.msg1("for-ages-from", "from", from)),
        (None, Some(to)) => words.push(t.msg1("for-ages-to", "to", to)),
        (None, None) => {}
    }
    words.extend(rule.genders.iter().map(|one| t.word("gender", one)));
    if it.takes_detained {
        words.push(t.msg("for-detained"));
    }
    words.extend(rule.text.clone());
    words
}

/// A new one of an organisation.
#[get("/directory/organisations/{id}/services/new")]
async fn new(door: PageDoor, id: At<DirectoryOrganisationId>) -> Page {
    door.consult(move |act, t| {
        let form = Filled::empty::<ServiceForm>()
            .with("organisation", id.to_string())
            .with("status", ServiceStatus::Active.as_str())
            .with("accepting", "true");
        show_new(act, t, form, *id)
    })
    .await
}

/// Puts it in the directory.
#[post("/directory/organisations/{id}/services/new")]
async fn add(door: PageDoor, id: At<DirectoryOrganisationId>, form: Form<ServiceForm>) -> Page {
    door.form(form)
        .or_show(move |act, t, form| show_new(act, t, form, *id))
        .write(|act, given| {
            let made = change::add_service(act, &given.clone().entry(None)?).map_err(flat)?;
            Ok(Next::see(format!("/directory/services/{}", made.id)).said("entry-added"))
        })
        .await
}

fn show_new(
    act: &mut Act<'_>,
    t: Frame,
    form: Filled,
    owner: DirectoryOrganisationId,
) -> Result<Shown, Refusal> {
    let back = t.to(format!("/directory/organisations/{owner}"));
    let around = Around {
        title: "service-new",
        back,
        owner,
        imported: false,
        places: Vec::new(),
    };
    show_form(act, t, form, around)
}

/// Its entry, to be changed.
#[get("/directory/services/{id}/edit")]
async fn edit(door: PageDoor, id: At<ServiceId>) -> Page {
    door.consult(move |act, t| {
        let it = lists::service(act, *id)?;
        let form = Filled::of::<ServiceForm>(&ServiceForm::of(&it, t.names()))?.at(it.revision);
        show_edit(act, t, form, *id)
    })
    .await
}

/// Changes it.
#[post("/directory/services/{id}/edit")]
async fn change_entry(door: PageDoor, id: At<ServiceId>, form: Form<ServiceForm>) -> Page {
    let (seen, names) = (form.revision(), door.frame().names());
    door.form(form)
        .or_show(move |act, t, form| show_edit(act, t, form, *id))
        .write(move |act, given| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            let present = lists::service(act, *id)?;
            let entry = given.clone().entry(Some(&present))?;
            change::change_service(act, *id, seen, &Changes::all_of(&entry)?)
                .map_err(|refusal| in_form_of(flat(refusal), ServiceForm::of(&present, names)))?;
            Ok(Next::see(format!("/directory/services/{}", *id)).said("entry-changed"))
        })
        .await
}

fn show_edit(act: &mut Act<'_>, t: Frame, form: Filled, id: ServiceId) -> Result<Shown, Refusal> {
    let it = lists::service(act, id)?;
    let back = t.to(format!("/directory/services/{id}"));
    let around = Around {
        title: "service-edit",
        back,
        owner: it.organisation,
        imported: it.publisher != OWN,
        places: it.places.unwrap_or_default(),
    };
    show_form(act, t, form, around)
}

/// What stands around the form.
struct Around {
    title: &'static str,
    back: String,
    owner: DirectoryOrganisationId,
    imported: bool,
    /// Where it is offered now: these can be kept, whoever's place they are.
    places: Vec<PlaceId>,
}

fn show_form(act: &mut Act<'_>, t: Frame, form: Filled, around: Around) -> Result<Shown, Refusal> {
    if !change::may_change_services_of(act, around.owner)? {
        return Err(Refusal::NotFound);
    }
    let of_owner = PlacesQuery {
        organisation: Some(around.owner),
        limit: Some(200),
        ..PlacesQuery::default()
    };
    let mut places = lists::places(act, &of_owner)?.items;
    for id in around.places {
        if !places.iter().any(|place| place.id == id) {
            places.push(lists::place(act, id)?);
        }
    }
    Shown::page(&ServiceFormPage {
        form,
        title: around.title,
        back: around.back,
        owner: lists::organisation(act, around.owner)?.name,
        imported: around.imported,
        needs: need_options(&t),
        genders: t.options("gender", Gender::ALL),
        statuses: ServiceStatus::ALL
            .iter()
            .map(|one| (one.to_string(), status_word(&t, *one)))
            .collect(),
        places: places
            .into_iter()
            .map(|it| (it.id.to_string(), it.name))
            .collect(),
        t,
    })
}

/// The form has the ages and the rule beside the other fields.
fn flat(refusal: Refusal) -> Refusal {
    pointing(refusal, "/eligibility/", "/")
}

/// Says with one click what the telephone just said: checked, not sure, full, open.
#[post("/directory/services/{id}/mark")]
async fn mark(door: PageDoor, id: At<ServiceId>, form: Form<Nothing>) -> Page {
    let seen = form.revision();
    let button = form.button().to_owned();
    door.form(form)
        .or_show(move |act, t, form| show(act, t, form, *id))
        .write(move |act, _| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            let patch = patch_of(act, &button)?;
            change::change_service(act, *id, seen, &patch)?;
            let said = format!("service-{button}");
            Ok(Next::see(format!("/directory/services/{}", *id)).said(&said))
        })
        .await
}

fn patch_of(act: &Act<'_>, button: &str) -> Result<Changes<ServiceEntry>, Refusal> {
    let patch = match button {
        "checked" => json!({ "verified_on": act.now.to_day() }),
        "unsure" => json!({ "verified_on": null }),
        "full" => json!({ "accepting": false }),
        "open" => json!({ "accepting": true }),
        _ => return Err(Refusal::fault("", "not_possible", "is not possible here")),
    };
    Ok(serde_json::from_value(patch)?)
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(service)
        .service(new)
        .service(add)
        .service(edit)
        .service(change_entry)
        .service(mark);
}
