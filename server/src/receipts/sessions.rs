//! Coming back with a receipt.
//!
//! What must stay true: a slip of one digit is told apart before any slow work, and says nothing
//! about which receipts exist; every wrong receipt costs the same runs of Argon2 and is answered in
//! the same words. No row says that a receipt was used, but for the month in which it lapses: the
//! visit lives in the memory of this process only.

use amparo_vault::{
    ReceiptCode, ReceiptFault, ReceiptKeys, SessionToken, open_mailbox_session,
    seal_mailbox_session,
};

use super::bodies::{ReceiptSession, ReceiptSignIn};
use super::model::{Cost, good_until};
use super::rows;
use super::rows::ReceiptRow;
use crate::foundation::config::IDLE_MINUTES;
use crate::foundation::{Act, App, Caller, Person, Refusal};
use crate::ledger::{self, About, What};
use crate::team::{self, Holder, Limiter, Session};

/// Wrong receipts that the whole service answers as such within 15 minutes; further ones are told to
/// wait. Addresses are not kept, so the count is for everybody, and it must lock nobody out: a right
/// receipt always opens. What bounds guessing is the gate in front of Argon2 and 53 bits.
pub const MOST_FAILURES: u32 = 600;

/// Signs in with the digits.
pub(super) fn sign_in(app: &App, given: &ReceiptSignIn) -> Result<ReceiptSession, Refusal> {
    let code = ReceiptCode::parse(&given.receipt).map_err(fault_of)?;
    let limiter = app.memory::<Limiter>();
    let service = app.instance.lookup_tag("receipts", "wrong ones");
    let counted = limiter.attempt(service, app.clock.now(), MOST_FAILURES);
    let found =
        find_by_digits(app, &code).inspect_err(|_| give_back(&limiter, service, &counted))?;
    let Some((known, keys)) = found else {
        return Err(counted.err().unwrap_or(Refusal::WrongCredentials));
    };
    give_back(&limiter, service, &counted);
    let token = app.write(&Caller::Visitor, |act| {
        let row = rows::find(act.db(), known.id)?.ok_or(Refusal::WrongCredentials)?;
        let token = SessionToken::generate(act.rng());
        let app = act.app();
        let sealed = seal_mailbox_session(
            &token,
            &app.boot,
            row.id.as_bytes(),
            &keys.mailbox,
            act.rng(),
        )?;
        let until = good_until(app, act.now.to_day());
        rows::prolong(act.db(), row.id, until)?;
        team::begin_visit(act, &token, row.id, sealed);
        note(act, &row, What::ReceiptUsed)?;
        Ok(token)
    })?;
    let now = app.clock.now();
    Ok(ReceiptSession {
        token: token.to_text().expose().to_owned(),
        ends_at: team::ends_at(now),
        idle_minutes: IDLE_MINUTES,
    })
}

/// The row of a receipt, and what its digits give. One run at a time, however many ask: a full gate
/// says when to come back. While somebody still has a receipt of an earlier cost, digits that are not
/// found at today's are tried at that one.
fn find_by_digits(
    app: &App,
    code: &ReceiptCode,
) -> Result<Option<(ReceiptRow, ReceiptKeys)>, Refusal> {
    let today = app.clock.now().to_day();
    for cost in [Cost::Present, Cost::Former] {
        if cost == Cost::Former && !app.store.read(|db| rows::any_at(db, cost))? {
            break;
        }
        let keys = {
            let _permit = app.stretching_receipts.enter()?;
            code.stretch(&app.instance.receipt_salt(), cost.params(app))?
        };
        let tag = keys.tag.into();
        let row = app.store.read(|db| rows::find_by_tag(db, tag))?;
        if let Some(row) = row.filter(|row| row.cost == cost && !row.has_lapsed(today)) {
            return Ok(Some((row, keys)));
        }
    }
    Ok(None)
}

/// A try that was counted and was no wrong receipt.
fn give_back(limiter: &Limiter, service: [u8; 32], counted: &Result<(), Refusal>) {
    if counted.is_ok() {
        limiter.take_back(service);
    }
}

/// The person behind a session that a receipt began.
pub fn resume(app: &App, token: SessionToken, session: &Session) -> Result<Caller, Refusal> {
    let Holder::Person(receipt) = session.holder else {
        return Err(Refusal::SignIn);
    };
    let known = app
        .store
        .read(|db| rows::find(db, receipt))?
        .ok_or(Refusal::SignIn)?;
    let mailbox = open_mailbox_session(&token, &app.boot, receipt.as_bytes(), &session.sealed)
        .map_err(|_| Refusal::SignIn)?;
    Ok(Caller::Person(Box::new(Person {
        receipt,
        organisation: known.organisation,
        intake: known.intake,
        case: known.case,
        session: session.id,
        mailbox,
        token,
    })))
}

/// Signs out.
pub(super) fn sign_out(act: &mut Act<'_>) -> Result<(), Refusal> {
    let person = act.person()?;
    team::end_token(act, &person.token);
    ledger::note_in(
        act,
        person.organisation,
        What::SignedOut,
        About::the(person.receipt.to_uuid()),
    )
}

/// Puts on record what happened with a receipt, beside its case if it has one.
pub(super) fn note(act: &mut Act<'_>, row: &ReceiptRow, what: What) -> Result<(), Refusal> {
    let about = About::the(row.id.to_uuid());
    match row.case {
        Some(case) => ledger::note_case_sealed(act, row.organisation, case, what, about),
        None => ledger::note_in(act, row.organisation, what, about),
    }
}

fn fault_of(fault: ReceiptFault) -> Refusal {
    let (code, detail) = match fault {
        ReceiptFault::WrongLength => ("wrong_length", "must have 18 numbers"),
        ReceiptFault::NotADigit => ("not_a_number", "may have only numbers, spaces and hyphens"),
        ReceiptFault::OneNumberIsWrong => (
            "one_number_is_wrong",
            "has a number that is wrong: listen again, or look at the slip again",
        ),
    };
    Refusal::fault("/receipt", code, detail)
}
