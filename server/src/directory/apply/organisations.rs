//! Taking organisations in.

use super::{Around, Said};
use crate::directory::fields::OrganisationEntry;
use crate::directory::import::Organisation;
use crate::directory::rows::organisations::OrganisationRow;
use crate::directory::write;
use crate::foundation::{Act, Refusal};
use crate::words::Country;

impl Said for Organisation {
    type Row = OrganisationRow;

    fn source_id(&self) -> &str {
        &self.source_id
    }

    fn fill(
        &self,
        _: &mut Act<'_>,
        mut row: OrganisationRow,
        _: &Around,
    ) -> Result<OrganisationRow, Refusal> {
        row.details = serde_json::to_string(&self.details)?;
        let entry = OrganisationEntry {
            kind: self.kind,
            name: self.name.clone(),
            alternate_name: self.alternate_name.clone(),
            description: self.description.clone(),
            country: self.country.as_deref().and_then(Country::parse),
            url: self.url.clone(),
            email: self.email.clone(),
            phones: self.phones.clone(),
            participant: row.participant_id,
            active: true,
        };
        write::organisation(row, &entry)
    }
}
