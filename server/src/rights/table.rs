//! The table: which role has which right to what, and what must tie her to it beside the role.
//!
//! A change here changes who may do what in the whole house, on the pages and in the API alike.
//! `tests/access/matrix.tsv` is computed from it: look at what a change does there.

use Object::{Case, Directory, Draft, Flow, HiddenAddress, Intake, Invitation, Ledger};
use Object::{Member, Partner, Referral, Service, Team, Undone};
use Role::{Administrator, Auditor, Caseworker, Coordinator, Supervisor, Volunteer};

use crate::foundation::Role;

/// What somebody wants to do with something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// Look at it, or at a list of such things.
    Read,
    /// Make one or change it, as far as no other right says.
    Write,
    /// Open a case where there was none.
    Open,
    /// Take what nobody works.
    Take,
    /// Give it to somebody to work, and see how much everybody works.
    Assign,
    /// Close it, and open it again.
    Close,
    /// Offer it to a partner, and take the offer back.
    Refer,
    /// Make less urgent what was for now, or is about a child.
    Lower,
    /// Look at what was shared without consent.
    SignOff,
    /// Change its key.
    Rekey,
    /// Answer a partner's offer.
    Answer,
    /// Let somebody in who waits.
    Admit,
    /// Take somebody out.
    Remove,
    /// End the account of somebody who lost everything, and invite her anew.
    Reset,
    /// Note or end an agreement to refer.
    Agree,
    /// Say that the words of a partner's key were compared.
    Verify,
}

/// What somebody wants to do something with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// A case, and everything in its file.
    Case,
    /// A contact that is being written down.
    Draft,
    /// A contact that was handed over.
    Intake,
    /// A need that was offered to a partner.
    Referral,
    /// How many referrals came how far, without names.
    Flow,
    /// An account of a colleague.
    Member,
    /// An invitation to join.
    Invitation,
    /// A team or a standing group.
    Team,
    /// An organisation that takes part.
    Partner,
    /// Organisations and places of the directory, and where help is ranked how.
    Directory,
    /// A service in the directory.
    Service,
    /// Where a confidential place of the directory is.
    HiddenAddress,
    /// The ledger of the organisation.
    Ledger,
    /// What the server gave up, such as a mail that could not be sent.
    Undone,
}

/// What must tie a member to a thing, beside her role. The room that looks it up proves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// Nothing: it is everybody's.
    Nothing,
    /// It is her organisation's.
    Organisation,
    /// She holds a key that opens it.
    Key,
    /// She wrote it.
    Writer,
    /// She holds a key of the case it was sent from.
    Sender,
    /// She holds the key of the inbox it was sent to.
    Receiver,
    /// Either of the two.
    Side,
}

/// One line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// With what.
    pub object: Object,
    /// What.
    pub right: Right,
    /// Who.
    pub roles: &'static [Role],
    /// What else must be true.
    pub tie: Tie,
}

const fn row(object: Object, right: Right, roles: &'static [Role], tie: Tie) -> Row {
    Row {
        object,
        right,
        roles,
        tie,
    }
}

/// Who works cases.
const WORKERS: &[Role] = &[Caseworker, Supervisor];
/// Who takes calls.
const ON_CALL: &[Role] = &[Volunteer, Caseworker, Supervisor];

/// Who may do what with what.
#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    row(Case, Right::Open, WORKERS, Tie::Organisation),
    row(Case, Right::Read, WORKERS, Tie::Key),
    row(Case, Right::Write, WORKERS, Tie::Key),
    row(Case, Right::Take, WORKERS, Tie::Key),
    row(Case, Right::Assign, &[Supervisor], Tie::Key),
    row(Case, Right::Close, WORKERS, Tie::Key),
    row(Case, Right::Refer, WORKERS, Tie::Key),
    row(Case, Right::Lower, &[Supervisor], Tie::Key),
    row(Case, Right::SignOff, &[Supervisor], Tie::Key),
    row(Case, Right::Rekey, &[Supervisor], Tie::Key),
    // A draft is sealed to its writer alone; what was handed over, to the queue.
    row(Draft, Right::Read, ON_CALL, Tie::Writer),
    row(Draft, Right::Write, ON_CALL, Tie::Writer),
    row(Intake, Right::Read, WORKERS, Tie::Key),
    row(Intake, Right::Write, WORKERS, Tie::Key),
    row(Referral, Right::Read, WORKERS, Tie::Side),
    row(Referral, Right::Write, WORKERS, Tie::Side),
    row(Referral, Right::Refer, WORKERS, Tie::Sender),
    row(Referral, Right::Answer, WORKERS, Tie::Receiver),
    row(Flow, Right::Read, &[Supervisor, Coordinator], Tie::Organisation),
    row(Member, Right::Read, &[Supervisor, Coordinator, Administrator], Tie::Organisation),
    row(Member, Right::Write, &[Administrator], Tie::Organisation),
    row(Member, Right::Admit, &[Supervisor], Tie::Organisation),
    row(Member, Right::Remove, &[Supervisor, Administrator], Tie::Organisation),
    row(Member, Right::Reset, &[Administrator], Tie::Organisation),
    row(Invitation, Right::Read, &[Administrator], Tie::Organisation),
    row(Invitation, Right::Write, &[Administrator], Tie::Organisation),
    row(Team, Right::Read, &[Caseworker, Supervisor, Coordinator], Tie::Organisation),
    row(Team, Right::Write, &[Supervisor], Tie::Organisation),
    row(Team, Right::Rekey, &[Supervisor], Tie::Organisation),
    row(Partner, Right::Read, &Role::ALL, Tie::Nothing),
    row(Partner, Right::Agree, &[Supervisor, Coordinator], Tie::Nothing),
    row(Partner, Right::Verify, &[Supervisor], Tie::Nothing),
    row(Directory, Right::Read, &Role::ALL, Tie::Nothing),
    row(Directory, Right::Write, &[Coordinator], Tie::Nothing),
    row(Service, Right::Write, &[Supervisor, Coordinator], Tie::Nothing),
    row(HiddenAddress, Right::Read, &[Caseworker, Supervisor, Coordinator], Tie::Nothing),
    row(Ledger, Right::Read, &[Auditor], Tie::Organisation),
    row(Undone, Right::Read, &[Administrator], Tie::Organisation),
    row(Undone, Right::Write, &[Administrator], Tie::Organisation),
];
