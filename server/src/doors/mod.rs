//! Joins every room's part of the API and gives the foundation its hooks.
//!
//! Invariants: security headers on every answer; an unknown path says what an unknown id says; the
//! OpenAPI document is made from the same registrations that serve requests.

use actix_web::http::header;
use actix_web::middleware::DefaultHeaders;
use actix_web::{HttpRequest, HttpResponse, get, web};
use amparo_store::CaseId;
use amparo_vault::{CaseKey, SessionToken};

use crate::foundation::jobs::{self, Runners};
use crate::foundation::{Act, App, Caller, Hooks, Lane, Refusal};
use crate::team::Holder;
use crate::web::{Answer, Problem, Routes, Schemas, problem_response};
use crate::{
    casefile, cases, consent, directory, intake, ledger, mail, receipts, referrals, register,
    removal, routing, tasks, team, undone,
};

mod health;
mod log;
mod methods;
mod openapi;
mod pages;

pub use health::Pulse;
pub use log::{log_requests, write_log};
pub use methods::head_as_get;
pub use openapi::{document, document_json};

/// What the foundation needs from the rooms.
pub fn hooks() -> Hooks {
    Hooks {
        lane_of,
        authenticate,
        names: team::all_names,
        pin_ledger: team::pin_ledger,
        case_states: casefile::states,
        keep_lines: ledger::keep_lines,
        make_ready: ledger::begin_line,
        rekeyed,
    }
}

/// Every kind of job, by the room that knows it.
pub fn runners() -> Runners {
    let all = [
        intake::jobs(),
        referrals::jobs(),
        team::jobs(),
        mail::jobs(),
    ];
    Runners(all.concat())
}

/// Every room above the file that keeps something sealed under a case's key seals it anew here;
/// what it forgets can never be opened again.
fn rekeyed(act: &mut Act<'_>, old: &CaseKey, new: &CaseKey) -> Result<(), Refusal> {
    receipts::reseal_for_case(act, CaseId::from_bytes(new.case()), old, new)?;
    referrals::reseal_for_case(act, old, new)
}

fn lane_of(app: &App, token: &SessionToken) -> Option<Lane> {
    let session = team::find_session(app, token).ok()?;
    Some(match session.holder {
        Holder::Person(_) => Lane::Person(session.id),
        Holder::Member(_) => Lane::SignedIn(session.id),
    })
}

fn authenticate(app: &App, token: SessionToken) -> Result<Caller, Refusal> {
    let session = team::find_session(app, &token)?;
    match session.holder {
        Holder::Person(_) => receipts::resume(app, token, &session),
        Holder::Member(_) => {
            let caller = team::resume(app, token, &session)?;
            casefile::take_over(app, &caller)?;
            Ok(caller)
        }
    }
}

/// Every room's routes under `/api/v1`.
pub fn api(config: &mut Routes<'_, '_>) {
    removal::routes(config);
    intake::routes(config);
    referrals::routes(config);
    routing::routes(config);
    receipts::routes(config);
    cases::routes(config);
    tasks::routes(config);
    consent::routes(config);
    directory::routes(config);
    team::routes(config);
    undone::routes(config);
    ledger::routes(config);
}

/// Everything under one roof: what the server and the tests both put into their HTTP app.
pub fn configure(config: &mut web::ServiceConfig, app: &App, schemas: &web::Data<Schemas>) {
    config
        .app_data(web::Data::new(app.clone()))
        .app_data(schemas.clone())
        .app_data(web::Data::new(runners()))
        .app_data(web::QueryConfig::default().error_handler(|_, _| bad_query()))
        .app_data(
            web::PathConfig::default().error_handler(|_, _| Problem(Refusal::NotFound).into()),
        )
        .service(web::scope("/api/v1").configure(|config| api(&mut Routes::Serve(config))))
        .configure(directory::hsds)
        .service(openapi_json)
        .service(health::live)
        .service(health::ready)
        .configure(|config| pages::configure(config, app.config.pretended_languages))
        .default_service(web::to(not_found));
}

/// The checks behind every body, from the published document.
pub fn schemas() -> Result<web::Data<Schemas>, Refusal> {
    let document = serde_json::to_value(document())?;
    Ok(web::Data::new(Schemas::new(&document)))
}

fn bad_query() -> actix_web::Error {
    Problem(Refusal::fault(
        "?",
        "bad_query",
        "has a parameter that is unknown or not readable here",
    ))
    .into()
}

/// The OpenAPI document.
#[get("/api/openapi.json")]
async fn openapi_json() -> Answer {
    let text = document_json().map_err(Refusal::from)?;
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .body(text))
}

/// The headers of every answer: nothing is kept, framed, guessed or told onwards.
pub fn safe_headers() -> DefaultHeaders {
    DefaultHeaders::new()
        .add((header::CACHE_CONTROL, "no-store"))
        .add((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .add((header::REFERRER_POLICY, "no-referrer"))
        .add((header::X_FRAME_OPTIONS, "DENY"))
        .add((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
        ))
        .add(("Cross-Origin-Opener-Policy", "same-origin"))
        .add(("Cross-Origin-Resource-Policy", "same-origin"))
        .add((
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=()",
        ))
}

/// What an unknown path says: the same as an unknown id.
pub async fn not_found(request: HttpRequest) -> HttpResponse {
    if let Some(answer) = methods::other_method(&request) {
        return answer;
    }
    let wants = request.headers().get(header::ACCEPT);
    let is_browser = wants.is_some_and(|it| it.to_str().unwrap_or_default().contains("text/html"));
    if is_browser && !request.path().starts_with("/api") {
        pages::not_found_page(&request)
    } else {
        problem_response(&Refusal::NotFound)
    }
}

/// Clears away what nobody can use any more, about once a minute.
pub fn sweep(app: &App) -> Result<(), Refusal> {
    write_log(app);
    register::drop_old_seals(app);
    casefile::write_claims(app)?;
    casefile::forget_unused(app, app.clock.now());
    team::sweep(app)?;
    receipts::sweep(app)?;
    jobs::sweep(app, &runners())?;
    crate::web::sweep_answers(app)
}

/// What is made ready between two requests, such as receipts that a caller should not wait for.
pub fn prepare(app: &App) -> Result<(), Refusal> {
    receipts::fill(app)
}
