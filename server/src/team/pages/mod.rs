//! The room's pages: signing in, joining, one's own account; members, teams and partners.

use actix_web::web;

use super::strong;
use crate::foundation::{Act, Fault, Refusal, Role, Roles};
use crate::pages::{Filled, Frame};

mod admissions;
mod invitations;
mod join;
mod me;
mod members;
mod partners;
mod sign_in;
mod teams;

/// The room's pages.
pub fn pages(config: &mut web::ServiceConfig) {
    sign_in::pages(config);
    join::pages(config);
    me::pages(config);
    members::pages(config);
    invitations::pages(config);
    teams::pages(config);
    partners::pages(config);
    admissions::pages(config);
}

/// The button that draws other words.
const ANOTHER: &str = "another";

/// The six words of a form: those that it shows already, or new ones. Whoever wrote them down must
/// not find others after a slip in another field.
fn offer(act: &mut Act<'_>, form: &Filled) -> String {
    match form.value("offered") {
        "" => strong::offer(act.rng()).passphrase,
        shown => shown.to_owned(),
    }
}

/// The member's own passphrase if she typed one, else the words that were drawn for her.
fn chosen(offered: String, own: Option<String>) -> String {
    own.unwrap_or(offered)
}

/// The room speaks of the passphrase by the name that it has in the API.
fn about_own(refusal: Refusal, there: &str) -> Refusal {
    match refusal {
        Refusal::Invalid(faults) => Refusal::Invalid(
            faults
                .into_iter()
                .map(|fault| match fault.pointer == there {
                    true => Fault {
                        pointer: "/own".to_owned(),
                        ..fault
                    },
                    false => fault,
                })
                .collect(),
        ),
        other => other,
    }
}

fn role_names(t: &Frame, roles: &Roles) -> Vec<String> {
    roles
        .0
        .iter()
        .map(|role| t.word("role", word_of(*role)))
        .collect()
}

/// Every role to choose from.
fn role_options(t: &Frame) -> Vec<(String, String)> {
    options_of(t, Role::ALL.into_iter())
}

/// Every role whose members hold keys: who runs accounts never becomes one of them.
fn key_role_options(t: &Frame) -> Vec<(String, String)> {
    options_of(t, Role::ALL.into_iter().filter(|role| role.holds_keys()))
}

fn options_of(t: &Frame, roles: impl Iterator<Item = Role>) -> Vec<(String, String)> {
    roles
        .map(|role| (word_of(role).to_owned(), t.word("role", word_of(role))))
        .collect()
}

fn word_of(role: Role) -> &'static str {
    match role {
        Role::Volunteer => "volunteer",
        Role::Caseworker => "caseworker",
        Role::Supervisor => "supervisor",
        Role::Coordinator => "coordinator",
        Role::Administrator => "administrator",
        Role::Auditor => "auditor",
    }
}
