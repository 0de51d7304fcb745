//! The directory data that comes with Amparo, for `amparo demo`.
//!
//! What must stay true: every bundle names its licence, and whoever loads one says that it is an
//! old snapshot. `server/data/README.md` has sources and dates.

use super::model::Batch;
use super::{consulates, eoir_courts, ice_facilities, laa_fixture};

/// One set of data that comes with the binary.
#[derive(Clone, Copy, Debug)]
pub struct Bundle {
    /// What it is called on the command line.
    pub name: &'static str,
    /// The licence of the data, as SPDX writes it.
    pub licence: &'static str,
    /// Reads it.
    pub parse: fn() -> Batch,
}

/// Every bundle.
pub fn bundled() -> Vec<Bundle> {
    vec![
        Bundle {
            name: "laa-legal-advisers",
            licence: "MIT",
            parse: laa,
        },
        Bundle {
            name: "ice-facilities",
            licence: "CC0-1.0",
            parse: facilities,
        },
        Bundle {
            name: "eoir-courts",
            licence: "CC0-1.0",
            parse: courts,
        },
        Bundle {
            name: "consulates",
            licence: "CC0-1.0",
            parse: missions,
        },
    ]
}

const ZIPS: &[u8] = include_bytes!("../../../../data/detention/us_zip_centroids.csv");

/// The middles of ZIP areas, which the readers of American lists need.
pub fn bundled_zips() -> &'static [u8] {
    ZIPS
}

fn laa() -> Batch {
    laa_fixture(
        include_bytes!("../../../../data/laa/initial_advisers.json"),
        include_bytes!("../../../../data/laa/initial_categories.json"),
    )
}

fn facilities() -> Batch {
    ice_facilities(
        include_bytes!("../../../../data/detention/facilities.csv"),
        ZIPS,
    )
}

fn courts() -> Batch {
    eoir_courts(
        include_bytes!("../../../../data/detention/immigration_courts.csv"),
        ZIPS,
    )
}

fn missions() -> Batch {
    consulates(include_bytes!(
        "../../../../data/consulates/database_of_embassies.csv"
    ))
}

#[cfg(test)]
mod tests;
