//! A case gets new keys: what partners answered is sealed anew, and the notices name the new
//! mailbox, so that later answers reach those who still have the case.
//!
//! Who changes the keys opens and checks each answer, and signs the new copy in place of the
//! partner, whose name stays in the text. Known limit: if the partner's key is no longer the one
//! that was compared, the notice stays as it is and later answers to it cannot be opened.

use amparo_store::{CaseId, Position};
use amparo_vault::{CaseKey, Kind, Mailbox, MailboxKey};

use super::notice::{Notice, NoticeFacts, PADDING};
use super::rows::{self, Row};
use super::seal::{self, Signature};
use super::{events, inbox, witness};
use crate::foundation::{Act, Refusal};
use crate::register;

/// Seals anew what this room keeps under a case's mailbox.
pub fn reseal_for_case(act: &mut Act<'_>, old: &CaseKey, new: &CaseKey) -> Result<(), Refusal> {
    for row in rows::of_case(act.db(), CaseId::from_bytes(new.case()))? {
        rows::lock(act.db(), row.id)?;
        let Some(row) = rows::find(act.db(), row.id)? else {
            continue;
        };
        let about = reseal_events(act, &row, old, new)?;
        if let Some(about) = about.filter(|_| row.state.is_live()) {
            renew_notice(act, &row, about, new)?;
        }
    }
    Ok(())
}

/// Answers what the referral is about, as its newest event that tells it says.
fn reseal_events(
    act: &mut Act<'_>,
    row: &Row,
    old: &CaseKey,
    new: &CaseKey,
) -> Result<Option<NoticeFacts>, Refusal> {
    let opener: Mailbox = old.mailbox();
    let to = MailboxKey::from_sealed_file(new.mailbox().public());
    let mut about = None;
    for event in rows::events(act.db(), row.id, Position::NONE)? {
        let read = events::read(act, row, &event, event.for_sender.as_ref(), &[&opener])?;
        let Some((body, signature)) = read.body else {
            continue;
        };
        let signs = signature != Signature::Unsigned;
        let sealed = events::seal_body(act, row, event.seq, &to, signs, &body)?;
        rows::set_for_sender(act.db(), row.id, event.seq, sealed)?;
        about = body.said.about.or(about);
    }
    Ok(about)
}

fn renew_notice(
    act: &mut Act<'_>,
    row: &Row,
    facts: NoticeFacts,
    new: &CaseKey,
) -> Result<(), Refusal> {
    let mailbox = new.mailbox().public();
    let to = if row.went_out() {
        match inbox::inbox_of(act, row.receiver) {
            Ok(inbox) => inbox,
            Err(refusal) if inbox::is_unreachable(&refusal) => return Ok(()),
            Err(other) => return Err(other),
        }
    } else {
        MailboxKey::from_sealed_file(mailbox)
    };
    let notice = Notice {
        facts,
        sender: row.sender,
        sender_name: register::organisation(act, row.sender)?.profile.name,
        mailbox,
        witnessed: witness::to(act, row.receiver)?,
    };
    let context = seal::context(Kind::Notice, row.sender, row.id, Position::NONE);
    let sealed = seal::by_member(act, &to, &context, &notice, PADDING)?;
    rows::set_notice(act.db(), row.id, sealed)
}
