//! The directory data that comes with Amparo, for `amparo demo`.
//!
//! What must stay true: every bundle names its licence, and whoever loads one says that it is an
//! old snapshot. `server/data/README.md` has sources and dates.

use crate::directory::import::{
    Batch, bundled_zips, consulates, eoir_courts, ice_facilities, laa_fixture,
};

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

fn laa() -> Batch {
    laa_fixture(
        include_bytes!("../../../data/laa/initial_advisers.json"),
        include_bytes!("../../../data/laa/initial_categories.json"),
    )
}

fn facilities() -> Batch {
    ice_facilities(
        include_bytes!("../../../data/detention/facilities.csv"),
        bundled_zips(),
    )
}

fn courts() -> Batch {
    eoir_courts(
        include_bytes!("../../../data/detention/immigration_courts.csv"),
        bundled_zips(),
    )
}

fn missions() -> Batch {
    consulates(include_bytes!(
        "../../../data/consulates/database_of_embassies.csv"
    ))
}

#[cfg(test)]
mod tests {
    //! Exact counts on the real files, each found with another reader of the same file.

    use std::collections::HashSet;

    use super::*;
    use crate::directory::import::{
        Effect, FaultCode, NeedCategory, OrganisationKind, PlaceKind, RowFault,
    };

    fn unique<'a>(ids: impl Iterator<Item = &'a String>) -> bool {
        let mut seen = HashSet::new();
        let mut ids = ids;
        ids.all(|id| seen.insert(id))
    }

    fn ids_are_unique(batch: &Batch) -> bool {
        unique(batch.organisations.iter().map(|o| &o.source_id))
            && unique(batch.services.iter().map(|s| &s.source_id))
            && unique(batch.places.iter().map(|p| &p.source_id))
    }

    #[test]
    fn legal_advisers() {
        // Counted with Python's json: 909 firms, 1,485 offices, 2,628 pairs of account number and
        // area of law. 74 outreach rows are 64 locations, two of which differ in a comma only.
        let batch = laa();
        assert_eq!(batch.organisations.len(), 909);
        assert_eq!(batch.services.len(), 2_628);
        assert_eq!(batch.places.len(), 1_485 + 63);
        assert_eq!(batch.faults.to_vec(), []);
        assert!(ids_are_unique(&batch));
        let asylum = batch
            .services
            .iter()
            .filter(|s| s.source_id.ends_with("-IMMAS"));
        assert_eq!(asylum.clone().count(), 287);
        assert!(
            asylum
                .clone()
                .all(|s| s.categories == [NeedCategory::Legal, NeedCategory::Documents])
        );
        assert!(
            batch
                .organisations
                .iter()
                .all(|o| o.kind == OrganisationKind::Legal)
        );
        let places: HashSet<&String> = batch.places.iter().map(|p| &p.source_id).collect();
        assert!(
            batch
                .services
                .iter()
                .flat_map(|s| &s.place_source_ids)
                .all(|id| places.contains(id))
        );
    }

    #[test]
    fn facilities_and_courts() {
        // Counted with Python's csv: 1,615 rows, 1,541 with a ZIP that the Census knows, 147 with a
        // telephone, 149 with a capacity. 73 courts, 72 with a known ZIP.
        let batch = facilities();
        assert_eq!(batch.faults.to_vec(), []);
        assert_eq!(batch.places.len(), 1_615);
        assert!(ids_are_unique(&batch));
        assert_eq!(
            batch.places.iter().filter(|p| p.latitude.is_some()).count(),
            1_541
        );
        assert_eq!(
            batch.places.iter().filter(|p| !p.phones.is_empty()).count(),
            147
        );
        assert_eq!(
            batch
                .places
                .iter()
                .filter(|p| p.details["capacity"].is_number())
                .count(),
            149
        );
        assert!(batch.places.iter().all(|p| p.kind == PlaceKind::Detention));
        let batch = courts();
        assert_eq!(batch.faults.to_vec(), []);
        assert_eq!(batch.places.len(), 73);
        assert_eq!(
            batch.places.iter().filter(|p| p.latitude.is_some()).count(),
            72
        );
    }

    #[test]
    fn missions_of_states() {
        // Counted with Python's csv: 7,193 rows, 5,886 with a point, 718 with a telephone; 35 senders
        // and 3 hosts that are no country here, such as Abkhazia.
        let batch = missions();
        assert_eq!(batch.places.len(), 7_193);
        // 6,288 pairs of names; China goes by two of them in Poland.
        assert_eq!(batch.organisations.len(), 6_287);
        assert!(ids_are_unique(&batch));
        assert_eq!(
            batch.places.iter().filter(|p| p.latitude.is_some()).count(),
            5_886
        );
        assert_eq!(
            batch.places.iter().filter(|p| !p.phones.is_empty()).count(),
            718
        );
        assert!(
            batch
                .organisations
                .iter()
                .all(|o| o.kind == OrganisationKind::Authority)
        );
        let unknown = |field: &str| {
            let is = |f: &&RowFault| {
                f.code == FaultCode::UnknownCountry && f.field.as_deref() == Some(field)
            };
            batch.faults.iter().filter(is).count()
        };
        assert_eq!((unknown("operator"), unknown("country")), (35, 3));
        assert!(
            batch
                .faults
                .iter()
                .all(|fault| fault.effect == Effect::TakenWithout)
        );
        let mexican = batch
            .places
            .iter()
            .filter(|p| p.organisation_source_id.as_deref() == Some("mission-MX-US"));
        assert_eq!(mexican.count(), 4);
    }

    #[test]
    fn reading_twice_gives_the_same() {
        for bundle in bundled().iter().take(3) {
            assert_eq!((bundle.parse)(), (bundle.parse)(), "{}", bundle.name);
        }
    }
}
