//! The room's pages: the caseworker's list, one case on one long page, and the forms behind it.
//!
//! Deliberately absent: anything about referrals, letters or intakes. The rooms above add what they
//! know to the case page by [`Beside`].

use actix_web::web;

mod consents;
mod contact;
mod file;
mod form;
mod indicators;
mod list;
mod overrides;
mod panel;
mod people;
mod plans;
mod record_form;
mod records;
mod removals;
mod sheet;
mod situation;
mod teams;
mod timeline;
mod words;
mod work;
mod workload;

pub use overrides::show as show_overrides;
pub use panel::{Beside, Panel, PanelRow};
pub use teams::team_pages;

/// The room's pages. A path with a word in it stands before the one with an id in its place.
pub fn pages(config: &mut web::ServiceConfig) {
    list::pages(config);
    sheet::pages(config);
    timeline::pages(config);
    people::pages(config);
    contact::pages(config);
    situation::pages(config);
    removals::pages(config);
    consents::pages(config);
    plans::pages(config);
    indicators::pages(config);
    work::pages(config);
    file::pages(config);
}

/// The pages of those who see to it that every case is worked.
pub fn supervisor_pages(config: &mut web::ServiceConfig) {
    workload::pages(config);
    overrides::pages(config);
}
