//! Who saw or did what, and why; only ever added to.
//!
//! A line is written in the act's own transaction, sealed to the organisation's auditors; lines
//! about a case carry a second copy that members with the case can open. About once a second a
//! checkpoint folds the new lines into a hash chain and signs its head, so that acts do not queue
//! behind one lock. Each line carries a MAC under the instance key, because anybody can seal to the
//! auditors' public key: a line without a good one is not folded and is shown as what it is.
//!
//! What must stay true: all lines look the same. They have one size, hold ids and no names, and say
//! nothing in clear about the case; its members find theirs by labels under the case's key. When a
//! case gets a new key, its members' copies are sealed anew under new labels, never the lines
//! themselves. Known limit: lines after the last checkpoint can be dropped by an intruder who
//! is inside the running server. Deliberately absent: anything that changes or deletes a line.

use amparo_store::{CaseId, Digest, LedgerLineId, OrganisationId, Sealed};
use amparo_vault::{
    CaseKey, Context, GroupPurpose, Kind, LEDGER_LINE, leaf_hash, no_copy, seal_to,
};
use rand_core::Rng as _;
use uuid::Uuid;

use crate::foundation::{Act, App, Caller, Label, Line, Refusal};
use crate::register;

mod api;
mod due;
mod fold;
mod labels;
mod model;
mod pages;
mod read;
mod rows;

pub use api::routes;
pub use due::{copies_due, take_over};
pub use fold::{Gap, fold, gaps, head_at, heads, signed_heads, verify};
pub(crate) use labels::keep_lines;
pub use model::{Actor, Event, LineView, Verdict, What, Who};
pub use pages::pages;
pub use read::{of_case, of_organisation, reseal_case, verdict};

/// What a line is about, beside who and when.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The thing that was seen or changed.
    pub subject: Option<Uuid>,
    /// Why, in the actor's words or ours.
    pub reason: Option<String>,
}

impl About {
    /// About one thing.
    pub fn the(subject: impl Into<Uuid>) -> Self {
        Self {
            subject: Some(subject.into()),
            reason: None,
        }
    }

    /// Adds why.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// Puts on record what the acting member did in her own organisation.
pub fn note(act: &mut Act<'_>, what: What, about: About) -> Result<(), Refusal> {
    let organisation = act.member()?.organisation;
    note_in(act, organisation, what, about)
}

/// Puts on record what anybody did, in the ledger of `organisation`.
pub fn note_in(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    what: What,
    about: About,
) -> Result<(), Refusal> {
    let event = event(act, what, None, about);
    write(act, organisation, &event, None)
}

/// Puts on record what was done with a case; members with the case can read this line too.
pub fn note_case(
    act: &mut Act<'_>,
    case: CaseId,
    key: &CaseKey,
    what: What,
    about: About,
) -> Result<(), Refusal> {
    let organisation = act.member()?.organisation;
    let event = event(act, what, Some(case), about);
    write(act, organisation, &event, Some(key))
}

/// Puts on record what was done with a case by somebody without its key (the person, a job).
pub fn note_case_sealed(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    case: CaseId,
    what: What,
    about: About,
) -> Result<(), Refusal> {
    let event = event(act, what, Some(case), about);
    write(act, organisation, &event, None)
}

fn event(act: &Act<'_>, what: What, case: Option<CaseId>, about: About) -> Event {
    let actor = match act.caller() {
        Caller::Member(member) => Who::Member {
            account: member.account,
        },
        Caller::Person(_) => Who::Person,
        Caller::Halfway { account, .. } => Who::Member { account: *account },
        Caller::Visitor => Who::Nobody,
    };
    Event {
        at: act.now,
        actor,
        what,
        case,
        subject: about.subject,
        reason: about.reason,
    }
}

fn write(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    event: &Event,
    case: Option<&CaseKey>,
) -> Result<(), Refusal> {
    let auditors = register::published_key(act, organisation, GroupPurpose::Auditors)?;
    let plain = event.content()?;
    let (id, sealed) = match register::begun(act.app(), beginning(organisation), &auditors) {
        Some(begun) => (begun.id, begun.seal.finish(&plain, LEDGER_LINE)?),
        None => {
            let id = act.fresh_id();
            let context = context_of(organisation, id);
            let sealed = seal_to(&auditors, &context, &plain, LEDGER_LINE, act.rng())?;
            (id, sealed)
        }
    };
    let id = LedgerLineId::from_uuid(id);
    let (label, copy) = match case {
        Some(key) => {
            let of = organisation.as_bytes();
            let copy = key.seal_ledger_line(of, id.as_bytes(), &plain, act.rng())?;
            (Label::NextOf(labels::of_case(act.app(), key)), copy)
        }
        None => (Label::Random(random(act)), no_copy(act.rng())),
    };
    let sealed = Sealed::new(sealed)?;
    act.witness(Line {
        id,
        organisation,
        label,
        mac: mac(act.app(), organisation, id, None, &sealed),
        sealed,
        sealed_for_case: Sealed::new(copy)?,
    });
    Ok(())
}

fn random(act: &mut Act<'_>) -> Digest {
    let mut bytes = [0; 32];
    act.rng().fill_bytes(&mut bytes);
    Digest::from(bytes)
}

/// This instance's word that it wrote a line: over everything that stays as it is. Lines of the
/// first release named their case in clear, and the word covered it.
fn mac(
    app: &App,
    organisation: OrganisationId,
    line: LedgerLineId,
    case: Option<CaseId>,
    sealed: &Sealed,
) -> Digest {
    let case = case.map(|case| case.to_string()).unwrap_or_default();
    let leaf = hex(leaf_hash(sealed.as_slice()));
    let text = format!("{organisation}\n{line}\n{case}\n{leaf}");
    app.instance.lookup_tag("ledger line", &text).into()
}

fn hex(bytes: [u8; 32]) -> String {
    data_encoding::HEXLOWER.encode(&bytes)
}

/// Begins the seal of the line that an act of this caller will write, before the act.
pub fn begin_line(app: &App, caller: &Caller) -> Result<(), Refusal> {
    match caller {
        Caller::Member(member) => register::begin(app, beginning(member.organisation)),
        _ => Ok(()),
    }
}

fn beginning(of: OrganisationId) -> register::Beginning {
    register::Beginning {
        of,
        purpose: GroupPurpose::Auditors,
        context: context_of,
        signed: false,
    }
}

fn context_of(organisation: OrganisationId, line: Uuid) -> Context {
    Context::of(Kind::LedgerLine, organisation.as_bytes(), *line.as_bytes())
}
