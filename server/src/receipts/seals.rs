//! What is sealed about a receipt, and to whom.
//!
//! What must stay true: a letter to the person is sealed to a mailbox that was read from inside a
//! sealed file; a letter from the person to the queue that the register vouches for, or to the
//! case's mailbox as the deposit knows it. The deposit is bound to the receipt and its revision, so
//! a writer of rows can neither swap it nor put an old one back.

use amparo_store::{CaseId, OrganisationId, Position, ReceiptId, Revision, Sealed};
use amparo_vault::{
    CaseKey, Context, GroupPurpose, Kind, Mailbox, MailboxKey, Opener, Padding, VerifiedKey,
    Zeroizing, seal_to,
};

use super::model::{
    Deposit, DepositTo, Direction, LetterText, LookText, PersonStatus, ReceiptLink,
};
use super::rows::{LetterRow, ReceiptRow};
use crate::foundation::{Act, Broken, Refusal};
use crate::register;

const DEPOSIT: Padding = Padding::Fixed(1024);

/// Who reads for the organisation: the queue before there is a case, the case after.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side<'a> {
    /// Every member who holds the queue's key.
    Queue,
    /// Every member who can open the case.
    Case(CaseId, &'a CaseKey),
}

impl Side<'_> {
    /// Seals the helpers' copy of a letter.
    pub(super) fn seal(
        self,
        act: &mut Act<'_>,
        place: LetterPlace,
        letter: &LetterText,
    ) -> Result<Sealed, Refusal> {
        let (to, context) = match self {
            Self::Queue => (queue(act, place.organisation)?, place.context()),
            Self::Case(case, key) => (
                MailboxKey::from_sealed_file(key.mailbox().public()),
                place.context_in(case, key.epoch()),
            ),
        };
        seal_letter(act, &to, &context, letter)
    }

    /// Opens the helpers' copy of a letter.
    pub(super) fn open(
        self,
        act: &Act<'_>,
        place: LetterPlace,
        sealed: &Sealed,
    ) -> Result<LetterText, Refusal> {
        match self {
            Self::Case(case, key) => {
                let context = place.context_in(case, key.epoch());
                open_letter(&key.mailbox(), &context, sealed)
            }
            // The queue's key may have changed since the letter was written.
            Self::Queue => act
                .member()?
                .keyring()
                .memberships()
                .iter()
                .filter(|held| held.purpose == GroupPurpose::Queue)
                .find_map(|held| open_letter(&held.key, &place.context(), sealed).ok())
                .ok_or(Refusal::NotFound),
        }
    }
}

/// Where a letter stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct LetterPlace {
    pub organisation: OrganisationId,
    pub receipt: ReceiptId,
    pub seq: Position,
}

impl LetterPlace {
    pub(super) fn context(self) -> Context {
        let (organisation, receipt) = (self.organisation.as_bytes(), self.receipt.as_bytes());
        Context::of(Kind::Letter, organisation, receipt).version(self.seq.get())
    }

    fn context_in(self, case: CaseId, epoch: u32) -> Context {
        self.context().in_case(case.as_bytes(), epoch)
    }
}

/// The place of a letter of a receipt.
pub(super) fn place(
    organisation: OrganisationId,
    receipt: ReceiptId,
    seq: Position,
) -> LetterPlace {
    LetterPlace {
        organisation,
        receipt,
        seq,
    }
}

/// The one of the two seals that is for the helpers.
pub(super) fn helpers_side(letter: &LetterRow) -> Option<&Sealed> {
    match letter.direction {
        Direction::FromPerson => Some(&letter.sealed),
        Direction::ToPerson => letter.copy.as_ref(),
        Direction::Look => None,
    }
}

/// Seals a letter for the person. `mailbox` must come from inside a sealed file.
pub(super) fn seal_for_person(
    act: &mut Act<'_>,
    mailbox: [u8; 32],
    place: LetterPlace,
    letter: &LetterText,
) -> Result<Sealed, Refusal> {
    let to = MailboxKey::from_sealed_file(mailbox);
    seal_letter(act, &to, &place.context(), letter)
}

/// Opens a letter with the person's own mailbox.
pub(super) fn open_for_person(
    mailbox: &Mailbox,
    place: LetterPlace,
    sealed: &Sealed,
) -> Result<LetterText, Refusal> {
    open_letter(mailbox, &place.context(), sealed)
}

/// Seals for the person that somebody saw the file. As [`seal_for_person`].
pub(super) fn seal_look(
    act: &mut Act<'_>,
    mailbox: [u8; 32],
    place: LetterPlace,
    look: LookText,
) -> Result<Sealed, Refusal> {
    let to = MailboxKey::from_sealed_file(mailbox);
    let plain = Zeroizing::new(serde_json::to_vec(&look)?);
    let sealed = seal_to(&to, &place.context(), &plain, Padding::Record, act.rng())?;
    Ok(Sealed::new(sealed)?)
}

/// Opens it. A letter in its place does not fit.
pub(super) fn open_look(
    mailbox: &Mailbox,
    place: LetterPlace,
    sealed: &Sealed,
) -> Result<LookText, Refusal> {
    let plain = mailbox.open_sealed(&place.context(), sealed.as_slice())?;
    Ok(serde_json::from_slice(plain.expose())?)
}

/// Seals a letter from the person for those who read it, as the deposit knows them.
pub(super) fn seal_for_helpers(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    deposit: &Deposit,
    seq: Position,
    letter: &LetterText,
) -> Result<Sealed, Refusal> {
    let place = LetterPlace {
        organisation: row.organisation,
        receipt: row.id,
        seq,
    };
    match (&deposit.to, row.case) {
        (DepositTo::Queue, None) => Side::Queue.seal(act, place, letter),
        (DepositTo::Case { epoch, mailbox }, Some(case)) => {
            let to = MailboxKey::from_sealed_file(*mailbox);
            seal_letter(act, &to, &place.context_in(case, *epoch), letter)
        }
        _ => Err(Broken::damage("a receipt was put beside another case").into()),
    }
}

/// Seals what the person sees first.
pub(super) fn seal_status(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    link: &ReceiptLink,
    status: &PersonStatus,
) -> Result<Sealed, Refusal> {
    let to = MailboxKey::from_sealed_file(link.mailbox);
    let plain = Zeroizing::new(serde_json::to_vec(status)?);
    let context = status_context(organisation, link.receipt);
    let sealed = seal_to(&to, &context, &plain, Padding::Record, act.rng())?;
    Ok(Sealed::new(sealed)?)
}

/// Opens what the person sees first.
pub(super) fn open_status(
    mailbox: &Mailbox,
    organisation: OrganisationId,
    receipt: ReceiptId,
    sealed: &Sealed,
) -> Result<PersonStatus, Refusal> {
    let context = status_context(organisation, receipt);
    let plain = mailbox.open_sealed(&context, sealed.as_slice())?;
    Ok(serde_json::from_slice(plain.expose())?)
}

/// Seals the deposit at a revision of the receipt.
pub(super) fn seal_deposit(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    receipt: ReceiptId,
    revision: Revision,
    deposit: &Deposit,
) -> Result<Sealed, Refusal> {
    let plain = serde_json::to_vec(deposit)?;
    let context = deposit_context(organisation, receipt, revision);
    let app = act.app();
    let sealed = app.instance.seal(&context, &plain, DEPOSIT, act.rng())?;
    Ok(Sealed::new(sealed)?)
}

/// Opens the deposit of a row.
pub(super) fn open_deposit(act: &Act<'_>, row: &ReceiptRow) -> Result<Deposit, Refusal> {
    let context = deposit_context(row.organisation, row.id, row.revision);
    let plain = act.app().instance.open(&context, row.deposit.as_slice())?;
    Ok(serde_json::from_slice(plain.expose())?)
}

fn queue(act: &mut Act<'_>, organisation: OrganisationId) -> Result<VerifiedKey, Refusal> {
    let key = register::published_key(act, organisation, GroupPurpose::Queue)?;
    Ok((*key).clone())
}

fn seal_letter(
    act: &mut Act<'_>,
    to: &VerifiedKey,
    context: &Context,
    letter: &LetterText,
) -> Result<Sealed, Refusal> {
    let plain = Zeroizing::new(serde_json::to_vec(letter)?);
    let sealed = seal_to(to, context, &plain, Padding::Record, act.rng())?;
    Ok(Sealed::new(sealed)?)
}

pub(super) fn open_letter(
    key: &impl Opener,
    context: &Context,
    sealed: &Sealed,
) -> Result<LetterText, Refusal> {
    let plain = key.open_sealed(context, sealed.as_slice())?;
    Ok(serde_json::from_slice(plain.expose())?)
}

fn status_context(organisation: OrganisationId, receipt: ReceiptId) -> Context {
    Context::of(
        Kind::ReceiptStatus,
        organisation.as_bytes(),
        receipt.as_bytes(),
    )
}

/// The same kind under another key: the instance's, never a mailbox's.
fn deposit_context(
    organisation: OrganisationId,
    receipt: ReceiptId,
    revision: Revision,
) -> Context {
    status_context(organisation, receipt).version(revision.get())
}
