//! Who is asking. A plain type: the doors fill it in, rooms only read it.

use std::fmt;

use amparo_store::{AccountId, CaseId, IntakeId, OrganisationId, ReceiptId, SessionId};
use amparo_vault::{
    Certificate, Identity, Keyring, KeyringKey, Mailbox, SessionKeys, SessionToken,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::lanes::Lane;
use super::refusal::Refusal;

/// What a member does in the organisation; one member may have several. `volunteer`: takes calls
/// and cannot reopen what was handed over. `caseworker`: works cases, sends and receives referrals.
/// `supervisor`: queue, assigning, admissions. `coordinator`: directory, agreements, counts without
/// names. `administrator`: accounts and settings; holds no key. `auditor`: reads the ledger.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Takes calls; writes intakes that she cannot reopen once they are handed over.
    Volunteer,
    /// Opens and works cases; receives and sends referrals.
    Caseworker,
    /// Triage queue, assigning, admissions, emergency access.
    Supervisor,
    /// The network's directory, agreements, counts without names.
    Coordinator,
    /// Accounts and settings. Holds no key.
    Administrator,
    /// Reads the ledger.
    Auditor,
}

impl Role {
    /// Every role, in the order of this list.
    pub const ALL: [Self; 6] = [
        Self::Volunteer,
        Self::Caseworker,
        Self::Supervisor,
        Self::Coordinator,
        Self::Administrator,
        Self::Auditor,
    ];

    /// Whether a member with this role is given any key at all.
    pub fn holds_keys(self) -> bool {
        self != Self::Administrator
    }
}

/// The roles of one member, each at most once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Roles(pub Vec<Role>);

impl Roles {
    /// Whether `role` is among them.
    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// Whether one of `any` is among them.
    pub fn has_any(&self, any: &[Role]) -> bool {
        any.iter().any(|role| self.has(*role))
    }
}

/// A member who has signed in completely, with the keys that the sign-in unlocked.
pub struct Member {
    /// The account.
    pub account: AccountId,
    /// The organisation of the account; a member never acts in another.
    pub organisation: OrganisationId,
    /// What the member may be asked to do.
    pub roles: Roles,
    /// Waiting for admission: may sign in and look at nothing.
    pub admitted: bool,
    /// The name colleagues see.
    pub display_name: String,
    /// The name she signs in with.
    pub login: String,
    /// Certified by the organisation's root to sign register entries.
    pub certificate: Option<Certificate>,
    /// The sign-in this is.
    pub session: SessionId,
    /// Needed to repeat an answer and to prove that a form is ours.
    pub token: SessionToken,
    /// Private keys and keyring.
    pub keys: SessionKeys,
}

impl Member {
    /// The member's private keys.
    pub fn identity(&self) -> &Identity {
        &self.keys.identity
    }

    /// The groups the member belongs to, with their keys.
    pub fn keyring(&self) -> &Keyring {
        &self.keys.keyring
    }

    /// What seals the keyring.
    pub fn keyring_key(&self) -> &KeyringKey {
        &self.keys.keyring_key
    }
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Member(..)")
    }
}

/// The person we help, come back with the receipt.
pub struct Person {
    /// The receipt.
    pub receipt: ReceiptId,
    /// The organisation that took the call.
    pub organisation: OrganisationId,
    /// The intake it belongs to, until a case is open.
    pub intake: Option<IntakeId>,
    /// The case it belongs to.
    pub case: Option<CaseId>,
    /// The sign-in this is.
    pub session: SessionId,
    /// Opens the person's own letters.
    pub mailbox: Mailbox,
    /// Needed to repeat an answer.
    pub token: SessionToken,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Person(..)")
    }
}

/// Who is asking.
#[derive(Debug)]
pub enum Caller {
    /// Nobody we know.
    Visitor,
    /// The passphrase was right, the second factor is missing. May do nothing else.
    Halfway {
        /// The account.
        account: AccountId,
        /// The sign-in that waits.
        session: SessionId,
        /// Its token.
        token: SessionToken,
    },
    /// A member.
    Member(Box<Member>),
    /// The person we help.
    Person(Box<Person>),
}

impl Caller {
    /// The member, or the answer to everybody else.
    pub fn member(&self) -> Result<&Member, Refusal> {
        match self {
            Self::Member(member) => Ok(member),
            Self::Halfway { .. } => Err(Refusal::SecondFactor),
            // A receipt opens the person's own pages and nothing else, and is told no more.
            Self::Visitor | Self::Person(_) => Err(Refusal::SignIn),
        }
    }

    /// The person with the receipt, or the answer to everybody else.
    pub fn person(&self) -> Result<&Person, Refusal> {
        match self {
            Self::Person(person) => Ok(person),
            _ => Err(Refusal::SignIn),
        }
    }

    /// In which lane the work is done that is asked for.
    pub fn lane(&self) -> Lane {
        match self {
            Self::Member(member) => Lane::SignedIn(member.session),
            Self::Person(person) => Lane::Person(person.session),
            Self::Halfway { session, .. } => Lane::SignedIn(*session),
            Self::Visitor => Lane::Visitors,
        }
    }

    /// The token of a complete sign-in.
    pub fn token(&self) -> Option<&SessionToken> {
        match self {
            Self::Member(member) => Some(&member.token),
            Self::Person(person) => Some(&person.token),
            Self::Halfway { .. } | Self::Visitor => None,
        }
    }
}
