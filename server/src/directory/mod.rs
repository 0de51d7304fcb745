//! Organisations, services, places; importers; the Open Referral read API.
//!
//! Invariants: an entry is known by its publisher and the publisher's own id, and an import that is
//! repeated changes nothing. Rows that vanish from a file are marked, never deleted. What is
//! confidential about a place is sealed under the instance key, shown only to those who need it to
//! help, and never in the public part. Reads are nobody's file; every change is in the ledger.
//! Deliberately absent: whom to trust with a case. Keys and agreements decide that, in `team`.

pub mod import;

mod api;
mod apply;
mod change;
mod facts;
mod fields;
mod hsds_out;
mod imports;
mod lists;
mod model;
mod pages;
mod queries;
mod report;
mod rows;
mod shown;
mod text;
mod upload;
mod write;

pub use api::routes;
pub use apply::{Import, apply};
pub use change::{
    add_organisation, add_place, add_service, change_organisation, change_place, change_service,
    ensure_participant,
};
pub use facts::{OrganisationFacts, Point, ServiceFacts, changes, facts};
pub use fields::{OrganisationEntry, PlaceEntry, ServiceEntry};
pub use hsds_out::routes as hsds;
pub use lists::{organisation, organisations, place, places, service, services};
pub use model::{ListedOrganisation, ListedPlace, ListedService, OWN};
pub use pages::pages;
pub use queries::{OrganisationsQuery, PlacesQuery, ServicesQuery};
pub use report::{ImportReport, SkippedRows, Tally};
