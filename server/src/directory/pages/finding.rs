//! `/directory`: services or organisations, found by country, need, language and words.

use actix_web::{get, web};
use askama::Template;

use super::{Options, ServiceLine, keeps, kind_options, need_options};
use crate::directory::lists;
use crate::directory::model::ListedOrganisation;
use crate::directory::queries::{OrganisationsQuery, ServicesQuery};
use crate::foundation::{Act, Refusal};
use crate::pages::{Frame, Page, PageDoor, Shown};
use crate::register::OrganisationKind;
use crate::words::reference;
use crate::words::{Country, Language, NeedCategory};

#[derive(Template)]
#[template(path = "directory/finding.html")]
struct FindingPage {
    t: Frame,
    wish: Wish,
    keeps: bool,
    unknown_language: bool,
    countries: Options,
    needs: Options,
    kinds: Options,
    services: Vec<ServiceLine>,
    organisations: Vec<OrganisationLine>,
    next: Option<String>,
}

struct OrganisationLine {
    href: String,
    name: String,
    kind: String,
    country: String,
    takes_part: bool,
    active: bool,
}

impl OrganisationLine {
    fn new(t: &Frame, it: &ListedOrganisation) -> Self {
        Self {
            href: t.to(format!("/directory/organisations/{}", it.id)),
            name: it.name.clone(),
            kind: t.word("organisation-kind", it.kind),
            country: it
                .country
                .as_deref()
                .map_or_else(String::new, |code| t.country(code)),
            takes_part: it.participant.is_some(),
            active: it.active,
        }
    }
}

/// What is looked for, as it was typed. Nothing in it is anybody's secret.
struct Wish {
    words: String,
    country: String,
    need: String,
    language: String,
    kind: String,
    accepting: bool,
    all: bool,
    of_organisations: bool,
}

impl Wish {
    fn of(t: &Frame) -> Self {
        let asked = |name| t.asked(name).trim().to_owned();
        Self {
            words: asked("q"),
            country: asked("country"),
            need: asked("need"),
            language: asked("language"),
            kind: asked("kind"),
            accepting: t.asked("accepting") == "yes",
            all: t.asked("all") == "yes",
            of_organisations: t.asked("show") == "organisations",
        }
    }

    /// Whether anything narrows the list.
    fn is_narrow(&self) -> bool {
        let texts = [
            &self.words,
            &self.country,
            &self.need,
            &self.language,
            &self.kind,
        ];
        self.accepting || texts.iter().any(|text| !text.is_empty())
    }

    fn language(&self) -> Option<Language> {
        reference::language(&self.language).and_then(Language::parse)
    }

    fn services(&self, after: Option<String>) -> ServicesQuery {
        ServicesQuery {
            q: filled(&self.words),
            kind: OrganisationKind::parse(&self.kind).ok(),
            country: Country::parse(&self.country),
            category: NeedCategory::parse(&self.need),
            language: self.language(),
            accepting: self.accepting.then_some(true),
            all: Some(self.all),
            after,
            ..ServicesQuery::default()
        }
    }

    fn organisations(&self, after: Option<String>) -> OrganisationsQuery {
        OrganisationsQuery {
            q: filled(&self.words),
            kind: OrganisationKind::parse(&self.kind).ok(),
            country: Country::parse(&self.country),
            category: NeedCategory::parse(&self.need),
            language: self.language(),
            accepting: self.accepting.then_some(true),
            all: Some(self.all),
            after,
            ..OrganisationsQuery::default()
        }
    }

    /// The address of the same wish, for `show`, from `after` on.
    fn address(&self, t: &Frame, show: &str, after: Option<&str>) -> String {
        let fields: [(&str, &str); 9] = [
            ("show", show),
            ("q", &self.words),
            ("country", &self.country),
            ("need", &self.need),
            ("language", &self.language),
            ("kind", &self.kind),
            ("accepting", if self.accepting { "yes" } else { "" }),
            ("all", if self.all { "yes" } else { "" }),
            ("after", after.unwrap_or_default()),
        ];
        t.to_query("/directory", &fields)
    }
}

impl FindingPage {
    fn services_address(&self) -> String {
        self.wish.address(&self.t, "services", None)
    }

    fn organisations_address(&self) -> String {
        self.wish.address(&self.t, "organisations", None)
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.chars().take(200).collect())
}

/// Services, or organisations.
#[get("/directory")]
async fn find(door: PageDoor) -> Page {
    door.consult(show).await
}

fn show(act: &mut Act<'_>, t: Frame) -> Result<Shown, Refusal> {
    let wish = Wish::of(&t);
    let after = filled(t.asked("after"));
    let unknown_language = !wish.language.is_empty() && wish.language().is_none();
    let (mut services, mut organisations) = (Vec::new(), Vec::new());
    // A language that nobody knows is spoken nowhere: the list is empty, and says why.
    let next = if unknown_language {
        act.member()?;
        None
    } else if wish.of_organisations {
        let found = lists::organisations(act, &wish.organisations(after))?;
        organisations.extend(found.items.iter().map(|it| OrganisationLine::new(&t, it)));
        found.next
    } else {
        let found = lists::services(act, &wish.services(after))?;
        services.extend(found.items.iter().map(|it| ServiceLine::new(&t, it)));
        found.next
    };
    let show = if wish.of_organisations {
        "organisations"
    } else {
        "services"
    };
    let next = next.map(|after| wish.address(&t, show, Some(&after)));
    Shown::page(&FindingPage {
        keeps: keeps(act)?,
        countries: t.country_options(),
        needs: need_options(&t),
        kinds: kind_options(&t),
        unknown_language,
        services,
        organisations,
        next,
        wish,
        t,
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(find);
}
