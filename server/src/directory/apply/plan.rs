//! What a file would remove, found out and confirmed before anything is written; and who is told.

use std::collections::{BTreeMap, HashMap, HashSet};

use amparo_store::{DirectoryOrganisationId, OrganisationId, PlaceId, ServiceId};

use crate::directory::import::Source;
use crate::directory::model::is_much;
use crate::directory::report::ImportReport;
use crate::directory::rows::organisations::{self, OrganisationRow};
use crate::directory::rows::places::PlaceRow;
use crate::directory::rows::services::ServiceRow;
use crate::directory::rows::{self, Entry};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};

/// Rows that are read at once.
const PAGE: i64 = 2_000;

/// What is taken in, for whom.
#[derive(Clone, Copy)]
pub struct Import<'a> {
    /// What was read.
    pub source: &'a dyn Source,
    /// The organisation whose import it is. What belongs to others that take part is left alone.
    pub by: Option<OrganisationId>,
    /// How many entries may vanish, as somebody confirmed who was told the number.
    pub removes: Option<usize>,
}

impl std::fmt::Debug for Import<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Import(..)")
    }
}

/// What an import will remove, and what it must leave alone.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) gone: Gone,
    /// The organisations of the directory that only somebody else may change.
    pub(super) guarded: HashMap<DirectoryOrganisationId, OrganisationId>,
    /// How many entries of whom are not in the file, and stay.
    pub(super) spared: BTreeMap<OrganisationId, usize>,
}

/// The entries that are no longer in the file.
#[derive(Default)]
pub(super) struct Gone {
    pub(super) organisations: Vec<DirectoryOrganisationId>,
    pub(super) services: Vec<ServiceId>,
    pub(super) places: Vec<PlaceId>,
    /// How many entries of the publisher are there now.
    there: usize,
}

impl Gone {
    fn count(&self) -> usize {
        self.organisations.len() + self.services.len() + self.places.len()
    }

    /// Refuses to remove much, unless somebody confirmed the number.
    pub(super) fn confirmed(&self, removes: Option<usize>) -> Result<(), Refusal> {
        let count = self.count();
        if removes == Some(count) || !is_much(count, self.there) {
            return Ok(());
        }
        let detail = format!(
            "{count} entries would be marked inactive: {} organisations, {} services and {} places \
             of this publisher are not in the file; if that is meant, send it again with this number",
            self.organisations.len(),
            self.services.len(),
            self.places.len(),
        );
        Err(Refusal::fault("/removes", "confirm_removal", &detail))
    }
}

impl Plan {
    pub(super) fn make(
        act: &mut Act<'_>,
        import: &Import<'_>,
        publisher: &str,
    ) -> Result<Self, Refusal> {
        let source = import.source;
        let mut plan = Self {
            guarded: organisations::of_participants_but(act.db(), import.by)?,
            ..Self::default()
        };
        // A file that could not be read says nothing about what is gone.
        if source.faults().is_whole() {
            let mut look = Look {
                act,
                publisher,
                plan: &mut plan,
            };
            let organisations = look.gone::<OrganisationRow>(source.organisation_ids())?;
            let services = look.gone::<ServiceRow>(source.service_ids())?;
            let places = look.gone::<PlaceRow>(source.place_ids())?;
            plan.gone = Gone {
                organisations,
                services,
                places,
                there: plan.gone.there,
            };
        }
        Ok(plan)
    }

    /// Who imported the files of this publisher before is told that somebody else removes entries.
    pub(super) fn tell_importers(
        &self,
        act: &mut Act<'_>,
        report: &ImportReport,
        by: Option<OrganisationId>,
    ) -> Result<(), Refusal> {
        if self.gone.count() == 0 {
            return Ok(());
        }
        for whom in rows::imports::importers_but(act.db(), &report.publisher, by)? {
            tell(act, whom, report)?;
        }
        Ok(())
    }
}

/// Organisations that take part are told that a file would have changed or removed entries of
/// theirs.
pub(super) fn tell_owners(
    act: &mut Act<'_>,
    report: &ImportReport,
    spared: &BTreeMap<OrganisationId, usize>,
) -> Result<(), Refusal> {
    spared.keys().try_for_each(|whom| tell(act, *whom, report))
}

fn tell(act: &mut Act<'_>, whom: OrganisationId, report: &ImportReport) -> Result<(), Refusal> {
    let about = About::the(report.id.to_uuid()).because(report.publisher.as_str());
    ledger::note_in(act, whom, What::DirectoryImportedByOthers, about)
}

struct Look<'a, 'b> {
    act: &'a mut Act<'b>,
    publisher: &'a str,
    plan: &'a mut Plan,
}

impl Look<'_, '_> {
    /// The entries of one table that are there and not in the file.
    fn gone<R: Entry>(
        &mut self,
        said: impl Iterator<Item = String>,
    ) -> Result<Vec<R::Id>, Refusal> {
        // A piece of a hash is smaller than an id, and as good.
        let piece = |id: &str| {
            amparo_vault::leaf_hash(id.as_bytes())
                .first_chunk::<16>()
                .copied()
        };
        let said: HashSet<_> = said.map(|id| piece(&id)).collect();
        let (mut gone, mut after) = (Vec::new(), String::new());
        loop {
            let there = R::there(self.act.db(), self.publisher, &after, PAGE)?;
            let Some(last) = there.last() else {
                return Ok(gone);
            };
            last.source_id.clone_into(&mut after);
            self.plan.gone.there += there.len();
            for one in there {
                if said.contains(&piece(&one.source_id)) {
                    continue;
                }
                match one.owner.and_then(|owner| self.plan.guarded.get(&owner)) {
                    Some(whose) => *self.plan.spared.entry(*whose).or_default() += 1,
                    None => gone.push(one.id),
                }
            }
        }
    }
}
