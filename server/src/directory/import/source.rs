//! A file that was read, and gives its entries one after another: a large one never stands in
//! memory as a whole.

use super::faults::FaultList;
use super::model::{Batch, Organisation, Place, Service};

/// Entries, one after another.
pub type Entries<'a, T> = Box<dyn Iterator<Item = T> + 'a>;

/// A file that was read. What it gives is the same each time.
pub trait Source {
    /// Who published it.
    fn publisher(&self) -> &str;

    /// The organisations.
    fn organisations(&self) -> Entries<'_, Organisation>;

    /// The places; those that name an organisation name one of this file.
    fn places(&self) -> Entries<'_, Place>;

    /// The services; each names an organisation of this file.
    fn services(&self) -> Entries<'_, Service>;

    /// The publisher's ids of the organisations, and of those that could not be taken this time.
    fn organisation_ids(&self) -> Entries<'_, String> {
        Box::new(self.organisations().map(|one| one.source_id))
    }

    /// The same of the places.
    fn place_ids(&self) -> Entries<'_, String> {
        Box::new(self.places().map(|one| one.source_id))
    }

    /// The same of the services.
    fn service_ids(&self) -> Entries<'_, String> {
        Box::new(self.services().map(|one| one.source_id))
    }

    /// What was wrong with it, as far as it was read.
    fn faults(&self) -> FaultList;
}

impl Batch {
    /// The whole of a source at once.
    pub fn of(source: &dyn Source) -> Self {
        Self {
            publisher: source.publisher().to_owned(),
            organisations: source.organisations().collect(),
            services: source.services().collect(),
            places: source.places().collect(),
            faults: source.faults(),
        }
    }
}

impl Source for Batch {
    fn publisher(&self) -> &str {
        &self.publisher
    }

    fn organisations(&self) -> Entries<'_, Organisation> {
        Box::new(self.organisations.iter().cloned())
    }

    fn places(&self) -> Entries<'_, Place> {
        Box::new(self.places.iter().cloned())
    }

    fn services(&self) -> Entries<'_, Service> {
        Box::new(self.services.iter().cloned())
    }

    fn faults(&self) -> FaultList {
        self.faults.clone()
    }
}
