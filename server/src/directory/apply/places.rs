//! Taking places in.

use amparo_store::{DirectoryOrganisationId, PlaceId};

use super::{Ids, Said, Taking};
use crate::directory::fields::PlaceEntry;
use crate::directory::import::{Batch, Place};
use crate::directory::report::Tally;
use crate::directory::rows::places::PlaceRow;
use crate::directory::write;
use crate::foundation::{Act, Refusal};
use crate::words::Country;

impl Said for Place {
    fn source_id(&self) -> &str {
        &self.source_id
    }
}

impl Taking<'_> {
    pub(super) fn places(
        &mut self,
        act: &mut Act<'_>,
        batch: &Batch,
        owners: &Ids<DirectoryOrganisationId>,
    ) -> Result<(Tally, Ids<PlaceId>), Refusal> {
        let fill = |act: &mut Act<'_>, row: PlaceRow, from: &Place| {
            let entry = said(&row, from, owners);
            let details = from.details.as_object().cloned().unwrap_or_default();
            write::place(act, row, &entry, details)
        };
        self.take(act, &batch.places, fill, |_, _, _| Ok(()))
    }
}

fn said(row: &PlaceRow, from: &Place, owners: &Ids<DirectoryOrganisationId>) -> PlaceEntry {
    let owner = from.organisation_source_id.as_ref();
    PlaceEntry {
        organisation: owner.and_then(|id| owners.get(id)).copied(),
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
