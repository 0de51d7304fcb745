//! The sealed file of a case: who can open it, what is in it, in which order it came to be.
//!
//! A file is a chain of sealed records that only grows: a change is a new version of a record at
//! the end of the chain, so history and lost-update answers come for free. Each record is bound to
//! its place and to the one before it; the card holds the head. Dropping, swapping or rolling back
//! a record is found on opening.
//!
//! [`CaseAccess`] is the proof that the acting member may open the case. Only [`find`] and
//! [`change`] make one, for a right that the member's role has, and from a grant to a group whose key
//! is in her keyring. There is no list of who may open what: that stands only in sealed keyrings.
//! Deliberately absent: what the records mean. The rooms above know.

use amparo_store::{AccountId, CaseId, GroupId, Moment, OrganisationId, RecordId};
use amparo_vault::{CaseKey, VerifiedKey};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};

mod access;
mod brief;
mod cards;
mod changes;
mod keys;
mod model;
mod records;
mod rekey;
mod rows;
mod scan;
mod segments;
mod stopped;

pub use access::{
    find, grant_to, groups_with_access, ids_in_reach, lock, open_case, revoke_from,
};
pub use brief::CardBrief;
pub use cards::CardEntry;
pub use changes::RecordView;
pub use model::{Author, Card, CaseStatus, NextStep};
pub use records::{File, Record, Version};
pub use rekey::{cases_behind, rekey};
pub use scan::{briefs, first, search};
pub use stopped::{sharing_was_stopped, stop_sharing};

use stopped::Stop;

/// What a kind of record is called inside its seal.
pub trait Section: Serialize + DeserializeOwned + Clone {
    /// The word, for ever.
    const KIND: &'static str;
}

/// Proof that the acting member may open this case, with what opening needs.
pub struct CaseAccess {
    id: CaseId,
    organisation: OrganisationId,
    key: CaseKey,
    /// Records in the chain.
    length: u64,
    /// The hash of the last record.
    head: Option<[u8; 32]>,
    stop: Stop,
    /// The summary that lists, search and routing read. Rooms change it; [`change`] seals it.
    pub card: Card,
}

impl std::fmt::Debug for CaseAccess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CaseAccess(..)")
    }
}

impl CaseAccess {
    /// Which case.
    pub fn id(&self) -> CaseId {
        self.id
    }

    /// The organisation whose case it is.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// The key, for the ledger's copy and the case's mailbox.
    pub fn key(&self) -> &CaseKey {
        &self.key
    }

    /// The number of records ever written: what a list of changes is tagged with.
    pub fn revision(&self) -> u64 {
        self.length
    }

    /// Refuses when the case is closed.
    pub fn must_be_open(&self) -> Result<(), Refusal> {
        match self.card.status {
            CaseStatus::Open => Ok(()),
            CaseStatus::Closed => Err(Refusal::CaseClosed),
        }
    }

    /// Puts on record what was done with the case.
    pub fn note(&self, act: &mut Act<'_>, what: What, about: About) -> Result<(), Refusal> {
        ledger::note_case(act, self.id, &self.key, what, about)
    }
}

/// Works on a case: locks it, hands it over, and seals the card with what was changed. Every
/// change to a case goes through here, so the card is never behind the chain. Who is shown what
/// somebody faster wrote has looked at the case.
pub fn change<T>(
    act: &mut Act<'_>,
    id: CaseId,
    right: Right,
    change: impl FnOnce(&mut Act<'_>, &mut CaseAccess) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    act.needs(right, Object::Case)?;
    lock(act, id)?;
    let mut case = find(act, id, right)?;
    let before = case.length;
    let answer = match change(act, &mut case) {
        Err(refusal) if refusal.shows_content() => {
            act.shows_instead();
            case.note(act, What::CaseSeen, About::default())?;
            return Err(refusal);
        }
        outcome => outcome?,
    };
    if case.length != before {
        rows::advance(act.db(), id, before.try_into()?, case.length.try_into()?)?;
    }
    cards::seal(act, &case)?;
    Ok(answer)
}

/// A new case with its first grants; the rooms above then [`change`] on it.
pub fn open_new(act: &mut Act<'_>, card: Card, grants: &[VerifiedKey]) -> Result<CaseId, Refusal> {
    open_case(act, card, grants)
}

/// Who wrote a record, as colleagues see it.
pub fn author(act: &Act<'_>) -> Result<Author, Refusal> {
    let member = act.member()?;
    Ok(Author {
        account: member.account,
        name: member.display_name.clone(),
    })
}

/// The wire form of one record inside its seal.
#[derive(Debug, Serialize, Deserialize)]
struct Wire {
    record: RecordId,
    kind: String,
    version: i64,
    at: Moment,
    by: Author,
    body: serde_json::Value,
}

/// Ids of the groups that can open a case, with nothing else about them.
pub type Groups = Vec<GroupId>;

/// The account that works a case, as the card says.
pub fn assigned(case: &CaseAccess) -> Option<AccountId> {
    case.card.assigned.as_ref().map(|author| author.account)
}
