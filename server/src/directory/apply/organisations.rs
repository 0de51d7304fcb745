//! Taking organisations in.

use amparo_store::DirectoryOrganisationId;

use super::{Ids, Said, Taking, details};
use crate::directory::import::{Batch, Organisation};
use crate::directory::report::Tally;
use crate::directory::rows::organisations::OrganisationRow;
use crate::directory::text::{search_text, sort_key};
use crate::foundation::{Act, Refusal};

impl Said for Organisation {
    fn source_id(&self) -> &str {
        &self.source_id
    }
}

impl Taking<'_> {
    pub(super) fn organisations(
        &mut self,
        act: &mut Act<'_>,
        batch: &Batch,
    ) -> Result<(Tally, Ids<DirectoryOrganisationId>), Refusal> {
        let fill = |_: &mut Act<'_>, row, from: &Organisation| filled(row, from);
        self.take(act, &batch.organisations, fill, |_, _, _| Ok(()))
    }
}

fn filled(row: OrganisationRow, from: &Organisation) -> Result<OrganisationRow, Refusal> {
    let details = details(&from.details, &[("alternate_name", &from.alternate_name)]);
    Ok(OrganisationRow {
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
