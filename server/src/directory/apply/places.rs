//! Taking places in.

use amparo_store::{DirectoryOrganisationId, PlaceId};

use super::{Ids, Said, Taking};
use crate::directory::import::{Batch, Place};
use crate::directory::report::Tally;
use crate::directory::rows::places::PlaceRow;
use crate::directory::text::sort_key;
use crate::directory::write;
use crate::foundation::{Act, Refusal};

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
        let fill =
            |act: &mut Act<'_>, row, from: &Place| write::hide(act, filled(row, from, owners)?);
        self.take(act, &batch.places, fill, |_, _, _| Ok(()))
    }
}

fn filled(
    row: PlaceRow,
    from: &Place,
    owners: &Ids<DirectoryOrganisationId>,
) -> Result<PlaceRow, Refusal> {
    let owner = from
        .organisation_source_id
        .as_ref()
        .and_then(|id| owners.get(id));
    Ok(PlaceRow {
        organisation_id: owner.copied(),
        kind: from.kind,
        name: from.name.clone(),
        address: from.address.clone(),
        city: from.city.clone(),
        region: from.region.clone(),
        postal_code: from.postal_code.clone(),
        country: from.country.clone(),
        latitude: from.latitude,
        longitude: from.longitude,
        // Once hidden here, a place stays hidden, whatever its publisher says.
        confidential: from.confidential || row.confidential,
        sealed: None,
        phones: serde_json::to_string(&from.phones)?,
        details: serde_json::to_string(&from.details)?,
        active: true,
        sort_key: sort_key(&from.name),
        ..row
    })
}
