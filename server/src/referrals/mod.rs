//! Offering a need to a partner: notice, packet, answers, outcome.
//!
//! Invariants: one function decides every edge (`model`). Before acceptance the receiver reads a
//! notice without names; the packet holds what a [`crate::consent::Covering`] covers and nothing
//! else; an authority receives nothing. Nothing is sealed to a key that was not compared. Who did
//! a step signs it. Each step is in both organisations' ledgers. A packet that will not be handed
//! out any more is removed.
//!
//! Deliberately absent: sending to the next choice by itself, because sealing needs a member who
//! can open the case; calling back what was read, because nobody can.

use crate::casefile::CaseAccess;
use crate::foundation::jobs::{Runner, runner};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};

mod answer;
mod api;
mod disclose;
mod draft;
mod end;
mod events;
mod flow;
mod inbox;
mod lists;
mod look;
mod messages;
mod model;
mod notice;
mod open_case;
mod packet;
mod pages;
mod preview;
mod reasons;
mod receiver;
mod rekey;
mod renew;
mod rows;
mod seal;
mod send;
mod sender;
mod tell;
mod view;

pub use api::routes;
pub use model::{Side, State, Step, next};
pub use pages::{case_pages, catch_up, flow_pages, pages, panel};
pub use rekey::reseal_for_case;
pub use renew::{behind, renew};
pub use view::{PartyView, ReferralBox, ReferralView};

/// The room's jobs: the end of an answer time, and the end of all sharing.
pub fn jobs() -> Vec<Runner> {
    vec![
        runner::<end::ExpireReferral>(),
        runner::<end::EndSharing>(),
        runner::<tell::TellInbox>(),
    ]
}

/// Puts what the receiver, the clock or the person did on record on both sides.
fn note_both(act: &mut Act<'_>, row: &rows::Row, what: What, about: About) -> Result<(), Refusal> {
    ledger::note_case_sealed(act, row.sender, row.case, what, about.clone())?;
    note_at_receiver(act, row, what, about)
}

/// Puts what the sender did on record on both sides. Her reason stays on hers.
fn note_as_sender(
    act: &mut Act<'_>,
    case: &CaseAccess,
    row: &rows::Row,
    what: What,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    let about = About::the(row.id.to_uuid());
    let with_reason = match reason {
        Some(reason) => about.clone().because(reason),
        None => about.clone(),
    };
    case.note(act, what, with_reason)?;
    note_at_receiver(act, row, what, about)
}

/// A draft was never the receiver's business.
fn note_at_receiver(
    act: &mut Act<'_>,
    row: &rows::Row,
    what: What,
    about: About,
) -> Result<(), Refusal> {
    if row.went_out() {
        ledger::note_in(act, row.receiver, what, about)
    } else {
        Ok(())
    }
}
