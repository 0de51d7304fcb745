//! What a line says.

use amparo_store::{AccountId, CaseId, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who saw or did something. `kind` says which of the three it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Actor {
    /// A member of the organisation, or of a partner.
    Member {
        /// The account of the member.
        #[schema(value_type = Uuid)]
        account: AccountId,
        /// The name colleagues saw at that time.
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
    AssigneesListed,
    AccessListed,
    EntryAdded,
    EntryChanged,
    PersonAdded,
    PersonChanged,
    ContactSeen,
    CustodyAdded,
    CustodyChanged,
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
    SharingStopped,
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

/// One line, as it is sealed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Event {
    /// When, exactly.
    pub at: Moment,
    /// Who.
    pub actor: Actor,
    /// What.
    pub what: What,
    /// The case.
    pub case: Option<CaseId>,
    /// The thing.
    pub subject: Option<Uuid>,
    /// Why.
    pub reason: Option<String>,
}

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
    pub(super) fn new(position: Option<i64>, event: Event) -> Self {
        let Event {
            at,
            actor,
            what,
            case,
            subject,
            reason,
        } = event;
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

/// Whether the chain of the ledger holds, as just computed from its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Verdict {
    /// Every folded line is there, in order and unchanged, and the last checkpoint is signed by
    /// this server.
    pub intact: bool,
    /// How many lines the chain has.
    pub lines: i64,
    /// How many lines were written since the last checkpoint. An intruder inside the running server
    /// could drop these unseen.
    pub not_yet_folded: i64,
    /// The head of the chain, in hexadecimal. Note it elsewhere: a roll-back of the whole database
    /// shows only against a head that was kept outside it.
    pub head: String,
    /// What does not hold, in English sentences. Empty if the chain is intact.
    pub problems: Vec<String>,
}
