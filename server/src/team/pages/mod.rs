//! The room's pages: signing in, joining, one's own account; members, teams and partners.

use actix_web::web;
use amparo_vault::Passphrase;

use crate::foundation::Act;
use crate::foundation::{Role, Roles};
use crate::pages::Frame;

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

/// Six random words that may be taken as a passphrase.
fn offer(act: &mut Act<'_>) -> String {
    Passphrase::generate(6, act.rng()).reveal().to_owned()
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
