//! Other people's directories, read into one neutral shape.
//!
//! Every reader is a pure function from bytes to a `Batch`: no database, no clock, no network.
//! What must stay true:
//! - no bytes make a reader panic; what cannot be read becomes a fault of its row;
//! - a fault never repeats the value it complains about;
//! - reading the same file twice gives the same ids, so an import can be repeated.
//!
//! Deliberately absent: storing, matching with what is stored, and the decision whom to trust.

mod consulates;
mod detention;
mod faults;
mod hsds;
mod laa;
mod model;
mod record;
mod source;
mod table;
mod values;

pub use consulates::consulates;
pub use detention::{bundled_zips, eoir_courts, ice_facilities};
pub use faults::{Effect, FaultCode, FaultList, RowFault};
pub use hsds::{hsds_1_1_csv, hsds_3_0_csv, hsds_3_0_json, hsds_document, hsds_tables};
pub use laa::laa_fixture;
pub use model::{
    Batch, Eligibility, Gender, NeedCategory, Organisation, OrganisationKind, Phone, Place,
    PlaceKind, Service, ServiceStatus,
};
pub use source::{Entries, Source};
