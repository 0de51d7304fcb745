//! What a line says.

use amparo_store::{AccountId, CaseId, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Actor {
    /// A member.
    Member {
        /// The account.
        #[schema(value_type = Uuid)]
        account: AccountId,
        /// The name at that time.
        name: String,
    },
    /// The person we help, with the receipt.
    Person,
    /// Nobody signed in, or the server by itself.
    Nobody,
}

/// What was seen or done.
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

/// One line, as it is shown.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LineView {
    /// The place in the chain; null until the next checkpoint.
    pub position: Option<i64>,
    /// When; null if the line cannot be read.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Moment>,
    /// Who.
    pub actor: Actor,
    /// What; `line_unreadable` if the line cannot be read or was not written by this instance.
    pub what: What,
    /// The case.
    #[schema(value_type = Option<Uuid>)]
    pub case: Option<CaseId>,
    /// The thing.
    pub subject: Option<Uuid>,
    /// Why.
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

/// Whether the chain holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Verdict {
    /// Every folded line is there, in order and unchanged, and the last checkpoint is ours.
    pub intact: bool,
    /// Lines in the chain.
    pub lines: i64,
    /// Lines written since the last checkpoint. An intruder inside the running server could drop
    /// these unseen.
    pub not_yet_folded: i64,
    /// The head of the chain, in hex. Note it elsewhere: a roll-back of the whole database shows
    /// only against a head that was kept outside it.
    pub head: String,
    /// What does not hold, in words.
    pub problems: Vec<String>,
}
