//! Joins every room's pages, and holds the few that belong to no room: start, home, leaving.
//!
//! A path is `/{language}/…`; `/` leads to the language that the browser wishes for. The menu stands
//! here because only the doors know every room.

use actix_web::http::header;
use actix_web::middleware::Compress;
use actix_web::{HttpRequest, HttpResponse, get, web};

use crate::cases::Beside;
use crate::foundation::{Refusal, Role};
use crate::pages::{self, Entry, Page, PageDoor, Site, Trouble};
use crate::rights::{Object, Right};
use crate::{cases, directory, intake, ledger, receipts, referrals, removal, tasks, team, undone};

mod languages;
mod leave;
mod start;
mod translations;

/// What a member finds in the menu and on the home page, by what she may do there. A room's entry is
/// one line here.
const MENU: &[Entry] = &[
    Entry {
        path: "/queue",
        id: "menu-queue",
        shown_to: &[(Right::Read, Object::Intake)],
    },
    Entry {
        path: "/intake",
        id: "menu-intake",
        shown_to: &[(Right::Write, Object::Draft)],
    },
    Entry {
        path: "/cases",
        id: "menu-cases",
        shown_to: &[(Right::Read, Object::Case)],
    },
    Entry {
        path: "/tasks",
        id: "menu-tasks",
        shown_to: &[(Right::Read, Object::Case)],
    },
    Entry {
        path: "/referrals",
        id: "menu-inbox",
        shown_to: &[(Right::Read, Object::Referral)],
    },
    Entry {
        path: "/referrals/sent",
        id: "menu-sent",
        shown_to: &[(Right::Read, Object::Referral)],
    },
    Entry {
        path: "/workload",
        id: "menu-workload",
        shown_to: &[(Right::Assign, Object::Case)],
    },
    Entry {
        path: "/overrides",
        id: "menu-overrides",
        shown_to: &[(Right::SignOff, Object::Case)],
    },
    Entry {
        path: "/admissions",
        id: "menu-admissions",
        shown_to: &[(Right::Admit, Object::Member)],
    },
    Entry {
        path: "/contacts",
        id: "menu-contacts",
        shown_to: &[(Right::Read, Object::Draft)],
    },
    Entry {
        path: "/directory",
        id: "menu-directory",
        shown_to: &[
            (Right::Read, Object::Draft),
            (Right::Write, Object::Directory),
        ],
    },
    Entry {
        path: "/flow",
        id: "menu-flow",
        shown_to: &[(Right::Read, Object::Flow)],
    },
    Entry {
        path: "/teams",
        id: "menu-teams",
        shown_to: &[(Right::Write, Object::Team)],
    },
    Entry {
        path: "/members",
        id: "menu-members",
        shown_to: &[(Right::Write, Object::Member)],
    },
    Entry {
        path: "/invitations",
        id: "menu-invitations",
        shown_to: &[(Right::Read, Object::Invitation)],
    },
    Entry {
        path: "/partners",
        id: "menu-partners",
        shown_to: &[
            (Right::Agree, Object::Partner),
            (Right::Write, Object::Member),
        ],
    },
    Entry {
        path: "/languages",
        id: "menu-languages",
        shown_to: &[(Right::Write, Object::Member)],
    },
    Entry {
        path: "/ledger",
        id: "menu-ledger",
        shown_to: &[(Right::Read, Object::Ledger)],
    },
    Entry {
        path: "/me",
        id: "menu-me",
        shown_to: &[],
    },
];

/// Where the day of a role begins, instead of the home page; the first that fits counts.
const LANDINGS: &[(Role, &str)] = &[
    (Role::Supervisor, "/queue"),
    (Role::Caseworker, "/cases"),
    (Role::Volunteer, "/intake"),
    (Role::Coordinator, "/directory"),
    (Role::Administrator, "/members"),
    (Role::Auditor, "/ledger"),
];

/// What other rooms add to the case page, in this order.
const BESIDE: Beside = Beside {
    panels: &[referrals::panel, receipts::panel],
    catch_up: referrals::catch_up,
};

/// What the person with a number meets: these are there in every language.
const PERSON: &[&str] = &[
    "/",
    "/number",
    "/status",
    "/page",
    "/leave",
    "/translations",
];

/// Every room's pages under `/{language}`.
fn rooms(config: &mut web::ServiceConfig) {
    intake::pages(config);
    cases::supervisor_pages(config);
    directory::pages(config);
    referrals::flow_pages(config);
    cases::team_pages(config);
    team::pages(config);
    undone::pages(config);
    removal::pages(config);
    tasks::pages(config);
    receipts::case_pages(config);
    referrals::case_pages(config);
    cases::pages(config);
    ledger::pages(config);
    referrals::pages(config);
    receipts::pages(config);
}

/// Everything that a browser is shown; `pretended` with the languages that nobody speaks.
pub fn configure(config: &mut web::ServiceConfig, pretended: bool) {
    let known = crate::languages::languages().iter();
    let made_up = crate::languages::pretended_languages()
        .iter()
        .filter(|_| pretended);
    let tags: Vec<&str> = known
        .chain(made_up)
        .map(|language| language.tag.as_str())
        .collect();
    let site = Site {
        menu: MENU,
        person: PERSON,
        person_way_in: "/number",
        pretended,
    };
    let in_a_language = web::scope(&format!("/{{lang:{}}}", tags.join("|")))
        .app_data(web::QueryConfig::default().error_handler(|_, request| unknown_to(request)))
        .app_data(web::PathConfig::default().error_handler(|_, request| unknown_to(request)))
        .wrap(Compress::default())
        .configure(start::pages)
        .configure(leave::pages)
        .configure(languages::pages)
        .configure(translations::pages)
        .configure(rooms)
        .default_service(web::to(unknown));
    config
        .app_data(web::Data::new(site))
        .app_data(web::Data::new(BESIDE))
        .configure(pages::assets)
        .service(first)
        .service(in_a_language);
}

/// The way in: the start page in the language that the browser wishes for.
#[get("/")]
async fn first(request: HttpRequest) -> HttpResponse {
    let wishes = request.headers().get(header::ACCEPT_LANGUAGE);
    let wishes = wishes.and_then(|value| value.to_str().ok());
    let language = crate::languages::best_for(wishes.unwrap_or_default());
    pages::see_other(&format!("/{}/", language.tag))
}

/// What an unknown page says: the same as one that one may not know.
async fn unknown(door: PageDoor) -> Page {
    door.consult(|_, _| Err(Refusal::NotFound)).await
}

fn unknown_to(request: &HttpRequest) -> actix_web::Error {
    Trouble::bare(request, Refusal::NotFound).into()
}

/// An unknown path outside the languages, for a browser.
pub(super) fn not_found_page(request: &HttpRequest) -> HttpResponse {
    actix_web::ResponseError::error_response(&Trouble::bare(request, Refusal::NotFound))
}
