//! `/directory/places`: where people are held, heard and seen, and the offices of services.

use actix_web::{get, web};
use askama::Template;

use super::{Options, keeps};
use crate::directory::import::PlaceKind;
use crate::directory::lists;
use crate::directory::model::ListedPlace;
use crate::directory::queries::PlacesQuery;
use crate::foundation::{Act, Refusal};
use crate::pages::{Frame, Page, PageDoor, Shown};
use crate::words::Country;

#[derive(Template)]
#[template(path = "directory/places.html")]
struct PlacesPage {
    t: Frame,
    keeps: bool,
    words: String,
    country: String,
    kind: String,
    countries: Options,
    kinds: Options,
    places: Vec<PlaceLine>,
    next: Option<String>,
}

impl PlacesPage {
    fn is_narrow(&self) -> bool {
        [&self.words, &self.country, &self.kind]
            .iter()
            .any(|text| !text.is_empty())
    }
}

/// One place in a list. Never an address: a list is read on a shared screen.
pub(super) struct PlaceLine {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) town: String,
    pub(super) confidential: bool,
    pub(super) active: bool,
}

impl PlaceLine {
    pub(super) fn new(t: &Frame, it: &ListedPlace) -> Self {
        let country = it.country.as_deref().map(|code| t.country(code));
        let parts = [it.city.clone(), it.region.clone(), country];
        Self {
            href: t.to(format!("/directory/places/{}", it.id)),
            name: it.name.clone(),
            kind: t.word("place-kind", it.kind),
            town: t.listed(parts.into_iter().flatten()),
            confidential: it.confidential,
            active: it.active,
        }
    }
}

pub(super) fn kind_options(t: &Frame) -> Options {
    t.options("place-kind", PlaceKind::ALL)
}

/// Places, by name.
#[get("/directory/places")]
async fn places(door: PageDoor) -> Page {
    door.consult(show).await
}

fn show(act: &mut Act<'_>, t: Frame) -> Result<Shown, Refusal> {
    let asked = |name| t.asked(name).trim().chars().take(200).collect::<String>();
    let [words, country, kind, after] = ["q", "country", "kind", "after"].map(asked);
    let some = |text: &String| (!text.is_empty()).then(|| text.clone());
    let found = lists::places(
        act,
        &PlacesQuery {
            q: some(&words),
            kind: PlaceKind::parse(&kind).ok(),
            country: Country::parse(&country),
            after: some(&after),
            ..PlacesQuery::default()
        },
    )?;
    let next = found.next.map(|after| {
        let fields: [(&str, &str); 4] = [
            ("q", &words),
            ("country", &country),
            ("kind", &kind),
            ("after", &after),
        ];
        t.to_query("/directory/places", &fields)
    });
    Shown::page(&PlacesPage {
        keeps: keeps(act)?,
        countries: t.country_options(),
        kinds: kind_options(&t),
        places: found
            .items
            .iter()
            .map(|it| PlaceLine::new(&t, it))
            .collect(),
        words,
        country,
        kind,
        next,
        t,
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(places);
}
