//! Which migrations wait, whatever the database: names and order.
//!
//! What must stay true: both folders hold the same names, a released migration is never edited,
//! and a database that knows a migration this build does not know is refused, never "repaired".
//!
//! Deliberately absent: running anything at the start of the server.

use diesel::backend::Backend;
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::MigrationHarness;

use crate::dialect::classify_migration;
use crate::error::StoreError;

/// All migrations of a folder, in order, and those the database has run.
pub(crate) struct Plan<DB: Backend> {
    all: Vec<Box<dyn Migration<DB>>>,
    applied: Vec<String>,
}

impl<DB: Backend> Plan<DB> {
    /// Compares the folder with the database.
    pub(crate) fn read<C: MigrationHarness<DB>>(
        connection: &mut C,
        source: &impl MigrationSource<DB>,
    ) -> Result<Self, StoreError> {
        let mut all = source.migrations().map_err(classify_migration)?;
        all.sort_by_key(|migration| version(migration.as_ref()));
        let applied: Vec<String> = connection
            .applied_migrations()
            .map_err(classify_migration)?
            .iter()
            .map(ToString::to_string)
            .collect();
        let known = |applied: &String| all.iter().any(|one| version(one.as_ref()) == *applied);
        match applied.iter().find(|applied| !known(applied)) {
            Some(stranger) => Err(StoreError::broken(format!(
                "the database has run migration {stranger}, which this build does not know"
            ))),
            None => Ok(Self { all, applied }),
        }
    }

    /// Those that wait, the oldest first.
    pub(crate) fn pending(&self) -> impl Iterator<Item = &dyn Migration<DB>> {
        self.all
            .iter()
            .map(AsRef::as_ref)
            .filter(|migration| !self.applied.contains(&version(*migration)))
    }

    /// Those that have been run, the youngest first.
    pub(crate) fn done(&self) -> impl Iterator<Item = &dyn Migration<DB>> {
        self.all
            .iter()
            .rev()
            .map(AsRef::as_ref)
            .filter(|migration| self.applied.contains(&version(*migration)))
    }
}

/// The full name: the folder's, stamp and words.
pub(crate) fn name<DB: Backend>(migration: &dyn Migration<DB>) -> String {
    migration.name().to_string()
}

fn version<DB: Backend>(migration: &dyn Migration<DB>) -> String {
    migration.name().version().to_string()
}
