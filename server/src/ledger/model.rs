//! What a line says.

use std::collections::HashMap;

use amparo_store::{AccountId, CaseId, Moment};
use amparo_vault::Zeroizing;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::foundation::{Broken, CaseState, Refusal};

/// Who saw or did something. `kind` says which of the three it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Actor {
    /// A member of the organisation, or of a partner.
    Member {
        /// The account of the member.
        #[schema(value_type = Uuid)]
        account: AccountId,
        /// The name colleagues see, or saw last. Empty if the account is unknown.
        name: String,
    },
    /// The person we help, signed in with the receipt.
    Person,
    /// Nobody who was signed in, or the server by itself.
    Nobody,
}

/// What was seen or done. `line_unreadable`: the line cannot be read, or was not written by this
/// server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is the sentence")]
pub enum What {
    OrganisationFounded,
    PartnerVerified,
    AgreementChanged,
    Invited,
    InvitationWithdrawn,
    Joined,
    Admitted,
    AdmissionRefused,
    MemberRemoved,
    MemberReset,
    MembersListed,
    RolesChanged,
    SignedIn,
    SignInFailed,
    SecondFactorFailed,
    SignedOut,
    SessionEnded,
    PassphraseChanged,
    SecondFactorChanged,
    RecoveryCodeMade,
    MailAddressChanged,
    JobTriedAgain,
    JobDiscarded,
    TeamMade,
    TeamJoined,
    TeamLeft,
    TeamRotated,
    TeamsListed,
    SealedAnew,
    DirectoryChanged,
    DirectoryImported,
    DirectoryImportedByOthers,
    PlaceSeen,
    IntakeDrafted,
    IntakeHandedOver,
    IntakeListed,
    IntakeSeen,
    IntakeTaken,
    IntakeClosed,
    IntakeLinked,
    IntakeErased,
    IntakeExpired,
    CaseOpened,
    CaseSeen,
    CaseChanged,
    CaseAssigned,
    CaseClosed,
    CaseReopened,
    CasesListed,
    CasesSearched,
    CaseRekeyed,
    RowNotBelieved,
    WitnessDisagrees,
    AssigneesListed,
    AccessListed,
    EntryAdded,
    EntryChanged,
    PersonAdded,
    PersonChanged,
    ContactSeen,
    CustodyAdded,
    CustodyChanged,
    RemovalAdded,
    RemovalChanged,
    NeedAdded,
    NeedChanged,
    AssessmentAdded,
    AssessmentChanged,
    TaskAdded,
    TaskChanged,
    TasksListed,
    ConsentGiven,
    ConsentWithdrawn,
    ConsentOverridden,
    OverrideSignedOff,
    OverrideObjected,
    SharingStopped,
    SharingResumed,
    ContactStopped,
    ContactResumed,
    SuggestionsSeen,
    ReferralDrafted,
    ReferralSent,
    ReferralListed,
    ReferralSeen,
    ReferralAccepted,
    ReferralDeclined,
    ReferralStarted,
    ReferralCompleted,
    ReferralReturned,
    ReferralWaitlisted,
    ReferralRecalled,
    ReferralExpired,
    ReferralEscalated,
    ReferralEndedByPerson,
    ReferralMessage,
    PacketOpened,
    ReceiptUsed,
    ReceiptFailed,
    LetterSent,
    LetterRead,
    ErasureAsked,
    StatusChanged,
    LedgerRead,
    LedgerVerified,
    LineUnreadable,
}

/// Who acted, as it is sealed: an account, and no name, which would give the line away by its length
/// and would outlive every change of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Who {
    /// A member of the organisation, or of a partner.
    Member {
        /// The account.
        account: AccountId,
    },
    /// The person we help.
    Person,
    /// Nobody who was signed in.
    Nobody,
}

/// The most bytes of a line's content: one is the mark of the padding.
const MOST: usize = 1023;

/// One line, as it is sealed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Event {
    /// When, exactly.
    pub at: Moment,
    /// Who.
    pub actor: Who,
    /// What.
    pub what: What,
    /// The case.
    pub case: Option<CaseId>,
    /// How far the case had come with the act. Lines of earlier releases, and those of who had not
    /// its key, do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_at: Option<CaseState>,
    /// The thing.
    pub subject: Option<Uuid>,
    /// Why.
    pub reason: Option<String>,
}

impl Event {
    /// What is sealed. A reason that is too long for a line is cut, which shows.
    pub(super) fn content(&self) -> Result<Zeroizing<Vec<u8>>, Refusal> {
        let plain = Zeroizing::new(serde_json::to_vec(self)?);
        if plain.len() <= MOST {
            return Ok(plain);
        }
        let reason = self.reason.as_deref().unwrap_or_default();
        let cut_at = |most: usize| {
            let kept = reason.get(..reason.floor_char_boundary(most));
            let cut = Self {
                reason: kept.map(|kept| format!("{kept}{ELLIPSIS}")),
                ..self.clone()
            };
            serde_json::to_vec(&cut).map(Zeroizing::new)
        };
        // Some signs take more room in JSON than others, so the place of the cut is searched for.
        let (mut fits, mut over) = (0, reason.len());
        while over - fits > 1 {
            let middle = fits.midpoint(over);
            if cut_at(middle)?.len() <= MOST {
                fits = middle;
            } else {
                over = middle;
            }
        }
        let plain = cut_at(fits)?;
        if plain.len() > MOST {
            return Err(Broken::bug("a line of the ledger is too long").into());
        }
        Ok(plain)
    }
}

const ELLIPSIS: &str = "…";

/// One line of the ledger: who saw or did what, when and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LineView {
    /// The place of the line in the chain. Null until the next checkpoint folds it in, about a
    /// second later.
    pub position: Option<i64>,
    /// When it happened (RFC 3339, UTC). Null if the line cannot be read.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Moment>,
    /// Who saw or did it.
    pub actor: Actor,
    /// What was seen or done.
    pub what: What,
    /// The case it was about. Null if it was about none.
    #[schema(value_type = Option<Uuid>)]
    pub case: Option<CaseId>,
    /// The id of the thing it was about, such as a record, a referral or an account. Null if there
    /// is none.
    pub subject: Option<Uuid>,
    /// Why it was done, in the words of whoever did it. Null where nobody is asked for a reason.
    pub reason: Option<String>,
}

impl LineView {
    pub(super) fn new(
        position: Option<i64>,
        event: Event,
        names: &HashMap<AccountId, String>,
    ) -> Self {
        let Event {
            at,
            actor,
            what,
            case,
            subject,
            reason,
            ..
        } = event;
        let actor = match actor {
            Who::Member { account } => Actor::Member {
                account,
                name: names.get(&account).cloned().unwrap_or_default(),
            },
            Who::Person => Actor::Person,
            Who::Nobody => Actor::Nobody,
        };
        Self {
            position,
            at: Some(at),
            actor,
            what,
            case,
            subject,
            reason,
        }
    }

    /// A line that somebody damaged or slipped in, or that was sealed before the auditor's time.
    pub(super) fn unreadable(position: i64) -> Self {
        Self {
            position: Some(position),
            at: None,
            actor: Actor::Nobody,
            what: What::LineUnreadable,
            case: None,
            subject: None,
            reason: None,
        }
    }
}

/// Whether the chain of the ledger holds, as just computed from its lines, and whether the cases are as
/// new as it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Verdict {
    /// Every folded line is there, in order and unchanged, the last checkpoint is signed by this
    /// server, and no case is older than the lines say that it was.
    pub intact: bool,
    /// How many lines the chain has.
    pub lines: i64,
    /// How many lines were written since the last checkpoint. An intruder inside the running server
    /// could drop these unseen.
    pub not_yet_folded: i64,
    /// The head of the chain, in hexadecimal. Note it elsewhere: a roll-back of the whole database
    /// shows only against a head that was kept outside it.
    pub head: String,
    /// What does not hold, in English sentences. Empty if all is intact.
    pub problems: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(reason: &str) -> Event {
        Event {
            at: "2026-01-01T00:00:00Z".parse().unwrap(),
            actor: Who::Member {
                account: AccountId::from_bytes([1; 16]),
            },
            what: What::ReferralEndedByPerson,
            case: Some(CaseId::from_bytes([2; 16])),
            case_at: Some(CaseState {
                epoch: u32::MAX,
                revision: u64::MAX,
            }),
            subject: Some(Uuid::from_u128(3)),
            reason: Some(reason.to_owned()),
        }
    }

    #[test]
    fn every_line_fits_and_a_cut_shows() {
        for reason in [
            "",
            "left",
            &"ω".repeat(2000),
            &"\"".repeat(5000),
            &"x".repeat(400),
        ] {
            let plain = event(reason).content().unwrap();
            assert!(plain.len() <= MOST);
            let read: Event = serde_json::from_slice(&plain).unwrap();
            let read = read.reason.unwrap_or_default();
            assert!(read == reason || read.ends_with(ELLIPSIS), "{read}");
            assert!(read == reason || plain.len() > MOST - 8, "cut too much");
        }
    }

    #[test]
    fn a_line_of_the_release_before_says_nothing_of_how_far_its_case_had_come() {
        let old = r#"{"at":"2026-01-01T00:00:00Z","actor":{"kind":"nobody"},"what":"case_seen",
            "case":"02020202-0202-0202-0202-020202020202","subject":null,"reason":null}"#;
        let event: Event = serde_json::from_str(old).unwrap();
        assert_eq!(event.case_at, None);
        assert!(!serde_json::to_string(&event).unwrap().contains("case_at"));
    }

    #[test]
    fn a_line_of_the_release_before_is_is_read_without_its_name() {
        let old =
            r#"{"kind":"member","account":"01010101-0101-0101-0101-010101010101","name":"Ana"}"#;
        let who: Who = serde_json::from_str(old).unwrap();
        assert_eq!(who, event("").actor);
    }
}
