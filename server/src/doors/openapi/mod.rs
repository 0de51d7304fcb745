//! The OpenAPI 3.1 document, made from the registrations that serve requests.
//!
//! What every operation has in common is said here once: the conventions, what the tags mean, how
//! one signs in, the parts of the paths, the headers, the problems.

use actix_web::App as HttpApp;
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::tag::{Tag, TagBuilder};
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt, scope};

use crate::foundation::Fault;
use crate::web::{ProblemBody, Routes};

mod every_operation;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Amparo",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    components(schemas(ProblemBody, Fault))
)]
struct Frame;

/// What a client's programmer must know before the first request.
const CONVENTIONS: &str = include_str!("conventions.md");

/// What each group of operations is for, in the order in which work goes.
const TAGS: [(&str, &str); 22] = [
    (
        "sessions",
        "Signing in with two steps, seeing one's own sign-ins, ending them.",
    ),
    (
        "me",
        "The member who is signed in: roles, keys held, passphrase, second factor, recovery code, \
         mail address.",
    ),
    (
        "members",
        "The staff of one's own organisation: invitations, admissions, roles, removals.",
    ),
    (
        "teams",
        "Groups of members who can open the same cases, and the change of their keys.",
    ),
    (
        "organisations",
        "The organisations that take part: comparing their keys by voice, agreements to refer. \
         Not to be mistaken for the entries of the directory.",
    ),
    (
        "intakes",
        "Calls, visits and messages as a volunteer writes them down, the queue they wait in, and \
         what becomes of them.",
    ),
    (
        "cases",
        "Sealed files: opening, finding, assigning, closing, who can open them, what happened.",
    ),
    (
        "people",
        "The people in a case. Numbers and addresses come only from the operation `contact`.",
    ),
    (
        "entries",
        "The timeline of a case: notes, calls, visits, decisions.",
    ),
    (
        "custody",
        "Where somebody is or was held, and how the place can be reached.",
    ),
    (
        "removals",
        "When and how somebody is to be taken out of the country, and what became of it.",
    ),
    (
        "needs",
        "What is missing. A need is what is referred to a partner.",
    ),
    (
        "assessments",
        "Signs of forced labour (ILO indicators) and of trafficking (Palermo Protocol, HTCDS 2.0).",
    ),
    (
        "consents",
        "What the person agreed to share, with whom and until when; and what was shared without \
         consent because a life was in danger.",
    ),
    (
        "tasks",
        "What must happen by when, in one case and over all cases.",
    ),
    (
        "routing",
        "Who could meet a need, best first, with the reasons. Nothing is sent.",
    ),
    (
        "referrals",
        "One need of one case offered to one partner: first a notice without a name, and only \
         after acceptance the packet that the person agreed to share.",
    ),
    (
        "receipts",
        "For the person we help: what happens next, letters, who has seen the file, stopping all \
         sharing, erasing. Signed in with the 18 digits of a receipt, not as a member.",
    ),
    (
        "directory",
        "Organisations, services and places, whether or not they take part, in the words of Open \
         Referral HSDS 3.0. The public part is also served under `/hsds`.",
    ),
    (
        "ledger",
        "Who saw or changed what, and why, in a signed chain. For auditors, and per case.",
    ),
    (
        "removal",
        "What is still due after somebody left: new keys for groups and cases, and what waits sealed \
         anew. For supervisors.",
    ),
    (
        "undone",
        "What the server should have done and gave up, such as mail that could not be sent. For \
         administrators.",
    ),
];

/// How a request says who asks.
const BEARER: &str = "The token from `POST /sessions/current/second-factor` (members) or from \
     `POST /receipts/sessions` (the person we help), sent as `Authorization: Bearer TOKEN`. It \
     carries the keys that open sealed content: keep it in memory only, never in a log or a file. \
     It ends after 15 minutes without a request.";

/// The document.
pub fn document() -> OpenApi {
    let (_, mut api) = HttpApp::new()
        .into_utoipa_app()
        .openapi(Frame::openapi())
        .service(
            scope("/api/v1").configure(|config: &mut ServiceConfig<'_>| {
                super::api(&mut Routes::Describe(config));
            }),
        )
        .split_for_parts();
    api.info.description = Some(CONVENTIONS.trim_end().to_owned());
    api.tags = Some(
        TAGS.map(|(name, description)| tag(name, description))
            .to_vec(),
    );
    for (path, item) in &mut api.paths.paths {
        every_operation::finish(path, item);
    }
    if let Some(components) = &mut api.components {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("opaque")
            .description(Some(BEARER))
            .build();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    }
    api.security = Some(vec![SecurityRequirement::new::<_, [String; 0], String>(
        "bearer",
        [],
    )]);
    api
}

/// The document as it is committed and served.
pub fn document_json() -> Result<String, serde_json::Error> {
    document().to_pretty_json().map(|text| text + "\n")
}

fn tag(name: &str, description: &str) -> Tag {
    TagBuilder::new()
        .name(name)
        .description(Some(description))
        .build()
}
