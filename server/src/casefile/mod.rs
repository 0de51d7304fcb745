//! The sealed file of a case: who can open it, what is in it, in which order it came to be.
//!
//! A file is a chain of sealed records that only grows: a change is a new version of a record at
//! the end of the chain, so history and lost-update answers come for free. Each record is bound to
//! its place and to the one before it; the card holds the head. Dropping, swapping or rolling back
//! a record is found on opening.
//!
//! [`CaseAccess`] is the proof that the acting member may open the case. Only [`find`] and
//! [`change`] make one, for a right that the member's role has, and from a grant to a group whose key
//! is in her keyring and which the case's own access list names. Rows of grants are where to look;
//! who may open a case stands in its chain, and the card repeats it.
//! Deliberately absent: what the records mean. The rooms above know.

use amparo_store::{AccountId, CaseId, Moment, OrganisationId, RecordId};
use amparo_vault::CaseKey;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};

mod access;
mod access_list;
mod brief;
mod cards;
mod changes;
mod claims;
mod entitled;
mod keys;
mod model;
mod named;
mod opening;
mod put_back;
mod records;
mod rekey;
mod report;
mod rounds;
mod rows;
mod scan;
mod segment;
mod segments;
mod stop_row;
mod stop_state;
mod stopped;
mod take_over;

pub use access::{find, ids_in_reach, lock};
pub use access_list::{AccessList, Admitted};
pub use brief::{CardBrief, Place};
pub use cards::CardEntry;
pub use changes::RecordView;
pub use claims::write_claims;
pub use entitled::Grantee;
pub use model::{Author, Card, CaseStatus, NextKind, NextStep, removal_urgency};
pub use named::{NamedGroup, NamedGroups};
pub use opening::open_new;
pub use put_back::states;
pub use records::{File, Record, Version};
pub use rekey::{access_list, rekey, set_access};
pub use scan::{Before, Cards, briefs, cases_behind, first, page, page_and_all, search};
pub use segments::forget_unused;
pub use stop_row::{
    Known, RowSays, STOPPED_BEFORE, Standing, StopRow, flags_count, flags_taken_over,
};
pub use stopped::{
    forget_signature, keep_statement, standing_without_file, take_over_stops, what_was_stopped,
};
pub use take_over::{left_to_take_over, take_over};

use stop_state::Stop;

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

    /// Whether the acting member knows a newer key of a group than the case was granted to: somebody
    /// left that group, and may hold the case's key.
    fn is_behind(&self, act: &Act<'_>) -> Result<bool, Refusal> {
        let keyring = act.member()?.keyring();
        let newer = |one: &NamedGroup| {
            let newest = keyring.by_id(one.group.as_bytes());
            newest.is_some_and(|newest| newest.epoch() > one.epoch)
        };
        Ok(self.card.access.0.iter().any(newer))
    }

    /// Puts on record what was done with the case.
    pub fn note(&self, act: &mut Act<'_>, what: What, about: About) -> Result<(), Refusal> {
        ledger::note_case(act, &self.key, self.state(), what, about)
    }
}

/// Works on a case: locks it, hands it over, and seals the card with what was changed. Every
/// change to a case goes through here, so the card is never behind the chain. Who is shown what
/// somebody faster wrote has looked at the case.
///
/// Nothing is written under a key that somebody holds who has left: if a group of the case has a
/// newer key than the case was granted to, the case gets a new key first, in the same act.
pub fn change<T>(
    act: &mut Act<'_>,
    id: CaseId,
    right: Right,
    change: impl FnOnce(&mut Act<'_>, &mut CaseAccess) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    act.needs(right, Object::Case)?;
    lock(act, id)?;
    let mut case = find(act, id, right)?;
    let found = case.state();
    let former_key = match case.is_behind(act)? {
        true => Some(rekey::renew(act, &mut case)?),
        false => None,
    };
    let answer = match change(act, &mut case) {
        Err(refusal) if refusal.shows_content() => {
            act.shows_instead();
            // All else is undone, the new key too: she looked at the case as it was found.
            let key = former_key.as_ref().unwrap_or(&case.key);
            ledger::note_case(act, key, found, What::CaseSeen, About::default())?;
            return Err(refusal);
        }
        outcome => outcome?,
    };
    settle(act, &case, found.revision)?;
    Ok(answer)
}

/// Ends a change: the row says how long the chain is, the card holds its head, and whoever puts
/// either back from now on is found out.
fn settle(act: &mut Act<'_>, case: &CaseAccess, before: u64) -> Result<(), Refusal> {
    if case.length != before {
        let (before, length) = (before.try_into()?, case.length.try_into()?);
        rows::advance(act.db(), case.id, before, length)?;
    }
    put_back::note(act, case)?;
    cards::seal(act, case)
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

/// The account that works a case, as the card says.
pub fn assigned(case: &CaseAccess) -> Option<AccountId> {
    case.card.assigned.as_ref().map(|author| author.account)
}
