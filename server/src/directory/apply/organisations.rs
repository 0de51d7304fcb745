//! Taking organisations in.

use amparo_store::DirectoryOrganisationId;

use super::{Ids, Said, Taking};
use crate::directory::fields::OrganisationEntry;
use crate::directory::import::{Batch, Organisation};
use crate::directory::report::Tally;
use crate::directory::rows::organisations::OrganisationRow;
use crate::directory::write;
use crate::foundation::{Act, Refusal};
use crate::words::Country;

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

fn filled(mut row: OrganisationRow, from: &Organisation) -> Result<OrganisationRow, Refusal> {
    row.details = serde_json::to_string(&from.details)?;
    let entry = OrganisationEntry {
        kind: from.kind,
        name: from.name.clone(),
        alternate_name: from.alternate_name.clone(),
        description: from.description.clone(),
        country: from.country.as_deref().and_then(Country::parse),
        url: from.url.clone(),
        email: from.email.clone(),
        phones: from.phones.clone(),
        participant: row.participant_id,
        active: true,
    };
    write::organisation(row, &entry)
}
