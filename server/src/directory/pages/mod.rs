//! The room's pages: finding services and organisations, keeping their entries, taking files in.

use actix_web::web;

use super::import::ServiceStatus;
use super::model::ListedService;
use crate::foundation::{Act, Fault, Refusal};
use crate::pages::{Frame, saved_as};
use crate::register::OrganisationKind;
use crate::rights::{Object, Right};
use crate::words::NeedCategory;

mod finding;
mod forms;
mod importing;
mod organisation;
mod place;
mod places;
mod service;

/// The room's pages.
pub fn pages(config: &mut web::ServiceConfig) {
    finding::pages(config);
    places::pages(config);
    importing::pages(config);
    organisation::pages(config);
    service::pages(config);
    place::pages(config);
}

/// Pairs of value and text for a choice.
type Options = Vec<(String, String)>;

fn kind_options(t: &Frame) -> Options {
    t.options("organisation-kind", OrganisationKind::ALL)
}

fn need_options(t: &Frame) -> Options {
    t.options("need", NeedCategory::ALL.map(NeedCategory::as_str))
}

fn needs_line(t: &Frame, needs: &[NeedCategory]) -> String {
    t.listed(needs.iter().map(|need| t.word("need", need.as_str())))
}

/// The message of a status: its word may hold a space.
fn status_word(t: &Frame, status: ServiceStatus) -> String {
    t.word("service-status", status.as_str().replace(' ', "-"))
}

/// One service in a list.
struct ServiceLine {
    href: String,
    name: String,
    organisation: String,
    needs: String,
    countries: String,
    languages: String,
    /// Whether it takes anybody, in words.
    takes: String,
    checked: String,
}

impl ServiceLine {
    fn new(t: &Frame, it: &ListedService) -> Self {
        let takes = if it.status != ServiceStatus::Active {
            status_word(t, it.status)
        } else if it.accepting {
            match it.capacity {
                Some(free) => t.msg1("service-takes-free", "count", free),
                None => t.msg("service-takes"),
            }
        } else {
            t.msg("service-full")
        };
        Self {
            href: t.to(format!("/directory/services/{}", it.id)),
            name: it.name.clone(),
            organisation: it.organisation_name.clone(),
            needs: needs_line(t, &it.categories),
            countries: t.countries(&it.countries),
            languages: t.tongues(&it.languages),
            takes,
            checked: it
                .verified_on
                .map_or_else(|| t.msg("never-checked"), |day| t.day(&day)),
        }
    }
}

/// Whether the acting member keeps the directory.
fn keeps(act: &Act<'_>) -> Result<bool, Refusal> {
    Ok(act.member()?.may(Right::Write, Object::Directory))
}

/// A refusal that points into the body of the API, pointing into the flatter form.
fn pointing(refusal: Refusal, from: &str, to: &str) -> Refusal {
    match refusal {
        Refusal::Invalid(faults) => Refusal::Invalid(
            faults
                .into_iter()
                .map(|fault| Fault {
                    pointer: fault.pointer.replacen(from, to, 1),
                    ..fault
                })
                .collect(),
        ),
        other => other,
    }
}

/// A stale refusal that shows what is saved now in the words of the form.
fn in_form_of(refusal: Refusal, saved: impl serde::Serialize) -> Refusal {
    saved_as(refusal, |_| serde_json::to_value(saved).ok())
}
