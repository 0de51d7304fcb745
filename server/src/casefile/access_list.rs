//! The record that says who may open a case.
//!
//! What must stay true: the last version of this record in the chain is all that says which groups
//! may open the case. Rows of grants are looked for, and believed only if they are named here.

use amparo_store::{AccountId, GroupId, Moment};
use serde::{Deserialize, Serialize};

use super::Section;
use super::model::Author;
use super::named::{NamedGroup, NamedGroups};

/// Who may open a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessList {
    /// The groups, in the order they were admitted.
    pub groups: Vec<Admitted>,
}

impl Section for AccessList {
    const KIND: &'static str = "access";
}

/// A group that may open a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admitted {
    /// Which.
    pub group: GroupId,
    /// The epoch of its key that the case's present key was granted to.
    pub epoch: u32,
    /// Whose own group it is; none for a shared one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    /// Since when.
    pub since: Moment,
    /// Who admitted it.
    pub by: Author,
}

impl AccessList {
    /// What the card repeats.
    pub(super) fn named(&self) -> NamedGroups {
        let named = |one: &Admitted| NamedGroup {
            group: one.group,
            epoch: one.epoch,
        };
        NamedGroups(self.groups.iter().map(named).collect())
    }
}
