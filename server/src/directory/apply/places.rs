//! Taking places in.

use std::collections::HashMap;

use amparo_store::{DirectoryOrganisationId, PlaceId};

use super::{Step, Taking, step};
use crate::directory::import::Place;
use crate::directory::report::Tally;
use crate::directory::rows::places::{self as table, PlaceRow};
use crate::directory::text::sort_key;
use crate::directory::write;
use crate::foundation::{Act, Refusal};

impl Taking<'_> {
    pub(super) fn places(
        &mut self,
        act: &mut Act<'_>,
        from: &[Place],
        owners: &HashMap<String, DirectoryOrganisationId>,
    ) -> Result<(Tally, HashMap<String, PlaceId>), Refusal> {
        let mut known = table::known(act.db(), &self.publisher)?;
        let (mut tally, mut ids, mut new) = (Tally::default(), HashMap::new(), Vec::new());
        for one in from {
            let id = match step(act, known.remove(&one.source_id), one)? {
                Step::Leave(id) => {
                    tally.unchanged += 1;
                    id
                }
                Step::Insert(digest) => {
                    let id = PlaceId::from_uuid(act.fresh_id());
                    let row = self.place(write::fresh_place(id, self.today), one, owners)?;
                    let row = PlaceRow {
                        source_digest: Some(digest),
                        ..row
                    };
                    new.push(write::hide(act, row)?);
                    tally.taken += 1;
                    id
                }
                Step::Replace(id, digest) => {
                    let row = table::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
                    let seen = row.revision;
                    let mut row = self.place(row, one, owners)?;
                    row.source_digest = Some(digest);
                    (row.updated_on, row.revision) = (self.today, seen + 1);
                    let row = write::hide(act, row)?;
                    table::update(act.db(), &row, seen)?;
                    tally.changed += 1;
                    id
                }
            };
            ids.insert(one.source_id.clone(), id);
            self.tick();
        }
        table::insert(act.db(), &new)?;
        let gone = known.into_values().filter(|gone| gone.active && self.whole);
        for gone in gone {
            table::retire(act.db(), gone.id, self.today)?;
            tally.missing += 1;
        }
        Ok((tally, ids))
    }

    fn place(
        &self,
        row: PlaceRow,
        from: &Place,
        owners: &HashMap<String, DirectoryOrganisationId>,
    ) -> Result<PlaceRow, Refusal> {
        let owner = from
            .organisation_source_id
            .as_ref()
            .and_then(|id| owners.get(id));
        Ok(PlaceRow {
            publisher: self.publisher.clone(),
            source_id: from.source_id.clone(),
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
}
