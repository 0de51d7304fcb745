//! Taking organisations in.

use std::collections::HashMap;

use amparo_store::{Digest, DirectoryOrganisationId};

use super::{Step, Taking, details, step};
use crate::directory::import::Organisation;
use crate::directory::report::Tally;
use crate::directory::rows::organisations::{self as table, OrganisationRow};
use crate::directory::text::{search_text, sort_key};
use crate::directory::write;
use crate::foundation::{Act, Refusal};

impl Taking<'_> {
    pub(super) fn organisations(
        &mut self,
        act: &mut Act<'_>,
        from: &[Organisation],
    ) -> Result<(Tally, HashMap<String, DirectoryOrganisationId>), Refusal> {
        let mut known = table::known(act.db(), &self.publisher)?;
        let (mut tally, mut ids, mut new) = (Tally::default(), HashMap::new(), Vec::new());
        for one in from {
            let id = match step(act, known.remove(&one.source_id), one)? {
                Step::Leave(id) => {
                    tally.unchanged += 1;
                    id
                }
                Step::Insert(digest) => {
                    let id = DirectoryOrganisationId::from_uuid(act.fresh_id());
                    let fresh = write::fresh_organisation(id, self.today);
                    new.push(self.organisation(fresh, one, digest)?);
                    tally.taken += 1;
                    id
                }
                Step::Replace(id, digest) => {
                    let row = table::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
                    let seen = row.revision;
                    let mut row = self.organisation(row, one, digest)?;
                    (row.updated_on, row.revision) = (self.today, seen + 1);
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

    fn organisation(
        &self,
        row: OrganisationRow,
        from: &Organisation,
        digest: Digest,
    ) -> Result<OrganisationRow, Refusal> {
        let details = details(&from.details, &[("alternate_name", &from.alternate_name)]);
        Ok(OrganisationRow {
            publisher: self.publisher.clone(),
            source_id: from.source_id.clone(),
            source_digest: Some(digest),
            kind: from.kind,
            name: from.name.clone(),
            description: from.description.clone(),
            country: from.country.clone(),
            url: from.url.clone(),
            email: from.email.clone(),
            phones: serde_json::to_string(&from.phones)?,
            details: serde_json::to_string(&details)?,
            active: true,
            search: search_text([
                from.name.as_str(),
                from.alternate_name.as_deref().unwrap_or_default(),
                from.description.as_deref().unwrap_or_default(),
            ]),
            sort_key: sort_key(&from.name),
            ..row
        })
    }
}
