//! Taking places in.

use super::{Around, Said};
use crate::directory::fields::PlaceEntry;
use crate::directory::import::Place;
use crate::directory::rows::places::PlaceRow;
use crate::directory::write;
use crate::foundation::{Act, Refusal};
use crate::words::Country;

impl Said for Place {
    type Row = PlaceRow;

    fn source_id(&self) -> &str {
        &self.source_id
    }

    fn owner(&self) -> Option<&str> {
        self.organisation_source_id.as_deref()
    }

    fn fill(&self, act: &mut Act<'_>, row: PlaceRow, around: &Around) -> Result<PlaceRow, Refusal> {
        let entry = entry(&row, self, around);
        let details = self.details.as_object().cloned().unwrap_or_default();
        write::place(act, row, &entry, details)
    }
}

fn entry(row: &PlaceRow, from: &Place, around: &Around) -> PlaceEntry {
    let owner = from.owner().and_then(|id| around.owners.get(id));
    PlaceEntry {
        organisation: owner.map(|it| it.0),
        kind: from.kind,
        name: from.name.clone(),
        // Once hidden here, a place stays hidden, whatever its publisher says.
        confidential: from.confidential || row.confidential,
        address: from.address.clone(),
        city: from.city.clone(),
        region: from.region.clone(),
        postal_code: from.postal_code.clone(),
        country: from.country.as_deref().and_then(Country::parse),
        latitude: from.latitude,
        longitude: from.longitude,
        phones: from.phones.clone(),
        active: true,
    }
}
