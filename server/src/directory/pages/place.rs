//! `/directory/places/…`: one place, and writing its entry.

use actix_web::{get, post, web};
use amparo_store::{DirectoryOrganisationId, PlaceId};
use askama::Template;

use super::forms::PlaceForm;
use super::places::kind_options;
use super::{Options, in_form_of, keeps};
use crate::directory::change;
use crate::directory::import::Phone;
use crate::directory::lists;
use crate::directory::model::{ListedPlace, OWN};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::rights::{Object, Right};
use crate::web::Changes;

#[derive(Template)]
#[template(path = "directory/place.html")]
struct PlacePage {
    t: Frame,
    it: ListedPlace,
    kind: String,
    town: String,
    owner: Option<(String, String)>,
    publisher: Option<String>,
    /// The address is sealed, and not for this reader.
    hidden: bool,
    phones: Vec<Phone>,
    further: Vec<(String, String)>,
    keeps: bool,
}

#[derive(Template)]
#[template(path = "directory/place_form.html")]
struct PlaceFormPage {
    t: Frame,
    form: Filled,
    title: &'static str,
    back: String,
    imported: bool,
    owner: Option<String>,
    kinds: Options,
    countries: Options,
}

/// One place.
#[get("/directory/places/{id}")]
async fn place(door: PageDoor, id: At<PlaceId>) -> Page {
    door.consult(move |act, t| show(act, t, *id)).await
}

fn show(act: &mut Act<'_>, t: Frame, id: PlaceId) -> Result<Shown, Refusal> {
    let it = lists::place(act, id)?;
    let owner = match it.organisation {
        Some(owner) => {
            let href = t.to(format!("/directory/organisations/{owner}"));
            Some((href, lists::organisation(act, owner)?.name))
        }
        None => None,
    };
    let is_free = match it.organisation {
        Some(id) => change::may_change_services_of(act, id)?,
        None => true,
    };
    let country = it.country.as_deref().map(|code| t.country(code));
    let town = [
        it.postal_code.clone(),
        it.city.clone(),
        it.region.clone(),
        country,
    ];
    Shown::page(&PlacePage {
        kind: t.word("place-kind", it.kind),
        town: t.listed(town.into_iter().flatten()),
        owner,
        publisher: (it.publisher != OWN).then(|| it.publisher.clone()),
        hidden: it.confidential && !lists::may_see_confidential(act)?,
        phones: it.phones.clone(),
        further: further(&it),
        keeps: keeps(act)? && is_free,
        it,
        t,
    })
}

/// What else the publisher says, as far as it is one word or line: in the publisher's language.
fn further(it: &ListedPlace) -> Vec<(String, String)> {
    let all = it.details.as_object().into_iter().flatten();
    all.filter_map(|(name, value)| {
        let text = match value {
            serde_json::Value::String(text) if !text.trim().is_empty() => text.clone(),
            serde_json::Value::Number(number) => number.to_string(),
            _ => return None,
        };
        Some((name.replace('_', " "), text))
    })
    .take(40)
    .collect()
}

/// A new one.
#[get("/directory/places/new")]
async fn new(door: PageDoor) -> Page {
    door.consult(|act, t| {
        let owner = t.asked("of").parse::<DirectoryOrganisationId>();
        let owner = owner.map_or_else(|_| String::new(), |id| id.to_string());
        let form = Filled::empty::<PlaceForm>()
            .with("organisation", owner)
            .with("active", "true");
        show_new(act, t, form)
    })
    .await
}

/// Puts it in the directory.
#[post("/directory/places/new")]
async fn add(door: PageDoor, form: Form<PlaceForm>) -> Page {
    door.form(form)
        .or_show(show_new)
        .write(|act, given| {
            let made = change::add_place(act, &given.clone().entry(None)?)?;
            Ok(Next::see(format!("/directory/places/{}", made.id)).said("entry-added"))
        })
        .await
}

fn show_new(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    let back = t.to("/directory/places");
    show_form(act, t, form, "place-new", back, false)
}

/// Its entry, to be changed.
#[get("/directory/places/{id}/edit")]
async fn edit(door: PageDoor, id: At<PlaceId>) -> Page {
    door.consult(move |act, t| {
        act.needs(Right::Write, Object::Directory)?;
        let it = lists::place(act, *id)?;
        let form = Filled::of::<PlaceForm>(&PlaceForm::of(&it))?.at(it.revision);
        show_edit(act, t, form, *id)
    })
    .await
}

/// Changes it.
#[post("/directory/places/{id}/edit")]
async fn change_entry(door: PageDoor, id: At<PlaceId>, form: Form<PlaceForm>) -> Page {
    let seen = form.revision();
    door.form(form)
        .or_show(move |act, t, form| show_edit(act, t, form, *id))
        .write(move |act, given| {
            act.needs(Right::Write, Object::Directory)?;
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            let present = lists::place(act, *id)?;
            let entry = given.clone().entry(Some(&present))?;
            change::change_place(act, *id, seen, &Changes::all_of(&entry)?)
                .map_err(|refusal| in_form_of(refusal, PlaceForm::of(&present)))?;
            Ok(Next::see(format!("/directory/places/{}", *id)).said("entry-changed"))
        })
        .await
}

fn show_edit(act: &mut Act<'_>, t: Frame, form: Filled, id: PlaceId) -> Result<Shown, Refusal> {
    act.needs(Right::Write, Object::Directory)?;
    let it = lists::place(act, id)?;
    let back = t.to(format!("/directory/places/{id}"));
    show_form(act, t, form, "place-edit", back, it.publisher != OWN)
}

fn show_form(
    act: &mut Act<'_>,
    t: Frame,
    form: Filled,
    title: &'static str,
    back: String,
    imported: bool,
) -> Result<Shown, Refusal> {
    act.needs(Right::Write, Object::Directory)?;
    let owner = match form.value("organisation").parse() {
        Ok(id) => Some(lists::organisation(act, id)?.name),
        Err(_) => None,
    };
    Shown::page(&PlaceFormPage {
        form,
        title,
        back,
        imported,
        owner,
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
        .service(place)
        .service(edit)
        .service(change_entry);
}
