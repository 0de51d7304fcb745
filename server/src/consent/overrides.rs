//! Sharing without consent, because a life is in danger and nobody can be asked.
//!
//! It is recorded before anything leaves, and the card tells every supervisor until one of them
//! has looked at it. It saves a life and nothing more: what could be used against somebody never
//! goes, only those who treat, house or defend receive, and it ends by itself. Deliberately absent:
//! the route of an objection. Taking back what was sent is for `referrals`, which calls [`object`].

use amparo_store::{CaseId, Moment, RecordId};
use chrono::TimeDelta;

use super::covering::Covering;
use super::model::{Objected, Override, SharedSection, Sharing, SignedOff};
use crate::casefile::{self, CaseAccess, File, Record};
use crate::foundation::{Act, Fault, Reason, Refusal};
use crate::ledger::{About, What};
use crate::register::{self, OrganisationKind};
use crate::rights::{Object, Right};

/// How long what was shared may be read.
const HOURS: i64 = 72;

/// What never goes without consent, whatever happens.
pub const NEVER_OVERRIDDEN: [SharedSection; 4] = [
    SharedSection::ImmigrationStatus,
    SharedSection::Family,
    SharedSection::Documents,
    SharedSection::Notes,
];

/// Whether such an organisation may receive something without consent: one that treats, houses or
/// defends somebody.
pub const fn may_receive_overridden(kind: OrganisationKind) -> bool {
    use OrganisationKind::{Health, Legal, Shelter};
    matches!(kind, Health | Shelter | Legal)
}

impl Override {
    /// When it ends, if it was written at a moment.
    pub fn ends(written: Moment) -> Moment {
        written.plus(TimeDelta::hours(HOURS))
    }

    /// Whether something may still rest on it.
    pub fn holds(&self, written: Moment, now: Moment) -> bool {
        self.objected.is_none() && now < Self::ends(written)
    }

    /// Whether no supervisor has looked at it.
    pub fn waits(&self) -> bool {
        self.signed_off.is_none() && self.objected.is_none()
    }
}

/// Records an override and makes the proof. Who said *stop* is not overridden.
pub fn override_vital_interest(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    ask: &Sharing,
    reason: &str,
) -> Result<Covering, Refusal> {
    act.needs(Right::Refer, Object::Case)?;
    case.must_be_open()?;
    let file = File::open(act, case)?;
    if file.sharing_stopped() {
        return Err(Refusal::Because(Reason::SharingStopped));
    }
    let kind = register::organisation(act, ask.recipient)?.kind();
    if !may_receive_overridden(kind) {
        return Err(Refusal::Because(Reason::OverrideRecipient));
    }
    let reason = reason.trim();
    let faults = impossible(ask, reason);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let record = Override {
        recipient: ask.recipient,
        sections: ask.sections.clone(),
        reason: reason.to_owned(),
        signed_off: None,
        objected: None,
    };
    let kept = case.add(act, record)?;
    case.card.override_unsigned = true;
    let about = About::the(kept.id.to_uuid()).because(reason);
    case.note(act, What::ConsentOverridden, about)?;
    let ends = Override::ends(act.now);
    Ok(Covering::by_override(case.id(), ask, kept.id, ends))
}

/// Everything that is wrong with an override.
fn impossible(ask: &Sharing, reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if ask.sections.iter().any(|it| NEVER_OVERRIDDEN.contains(it)) {
        faults.push(Fault::at(
            "/sections",
            "never_without_consent",
            "immigration status, family, papers and notes never go without consent",
        ));
    }
    if reason.is_empty() {
        faults.push(Fault::at(
            "/vital_interest/reason",
            "missing",
            "say whose life is in danger and why nobody can be asked",
        ));
    }
    faults
}

/// A supervisor looked at an override. Nobody signs her own.
pub fn sign_off(
    act: &mut Act<'_>,
    id: CaseId,
    record: RecordId,
) -> Result<Record<Override>, Refusal> {
    casefile::change(act, id, Right::SignOff, |act, case| {
        let about = About::the(record.to_uuid());
        look_at(
            act,
            case,
            record,
            What::OverrideSignedOff,
            about,
            |it, by, at| {
                it.signed_off = Some(SignedOff { by, at });
            },
        )
    })
}

/// A supervisor objects to an override instead. What rests on it is taken back by whoever calls.
pub fn object(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    record: RecordId,
    reason: &str,
) -> Result<Record<Override>, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        let why = "say why it should not have been shared";
        return Err(Refusal::fault("/reason", "missing", why));
    }
    let about = About::the(record.to_uuid()).because(reason);
    look_at(
        act,
        case,
        record,
        What::OverrideObjected,
        about,
        |it, by, at| {
            let reason = reason.to_owned();
            it.objected = Some(Objected { by, at, reason });
        },
    )
}

/// Puts what a supervisor says of an override on record, once, and never by whoever wrote it.
fn look_at(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    id: RecordId,
    what: What,
    about: About,
    say: impl FnOnce(&mut Override, String, Moment),
) -> Result<Record<Override>, Refusal> {
    let member = act.member()?;
    let all = File::open(act, case)?.all::<Override>()?;
    let kept = all
        .iter()
        .find(|kept| kept.id == id)
        .ok_or(Refusal::NotFound)?;
    if !kept.body.waits() {
        return Err(Refusal::Because(Reason::SignedOffBefore));
    }
    if kept.by.account == member.account {
        return Err(Refusal::Because(Reason::OwnOverride));
    }
    let mut record = kept.body.clone();
    say(&mut record, member.display_name.clone(), act.now);
    let looked_at = case.change(act, kept, kept.version, record)?;
    case.card.override_unsigned = all.iter().any(|other| other.id != id && other.body.waits());
    case.note(act, what, about)?;
    Ok(looked_at)
}

#[cfg(test)]
mod tests {
    use amparo_store::OrganisationId;

    use super::*;
    use crate::words::NeedCategory;

    #[test]
    fn only_what_saves_a_life_goes() {
        for section in SharedSection::ALL {
            let ask = Sharing {
                recipient: OrganisationId::from_bytes([1; 16]),
                sections: vec![SharedSection::Identity, section],
                need: NeedCategory::Health,
                confirmed_now: false,
            };
            let never = matches!(
                section,
                SharedSection::ImmigrationStatus
                    | SharedSection::Family
                    | SharedSection::Documents
                    | SharedSection::Notes
            );
            let faults = impossible(&ask, "bleeding");
            assert_eq!(!faults.is_empty(), never, "{section:?}");
            assert!(faults.iter().all(|fault| fault.pointer == "/sections"));
            assert_eq!(impossible(&ask, "").len(), 1 + usize::from(never));
        }
    }

    #[test]
    fn only_who_treats_houses_or_defends_receives() {
        for (kind, may) in [
            (OrganisationKind::Health, true),
            (OrganisationKind::Shelter, true),
            (OrganisationKind::Legal, true),
            (OrganisationKind::Hotline, false),
            (OrganisationKind::Union, false),
            (OrganisationKind::Faith, false),
            (OrganisationKind::Support, false),
            (OrganisationKind::Counterpart, false),
            (OrganisationKind::Authority, false),
        ] {
            assert_eq!(may_receive_overridden(kind), may, "{kind:?}");
        }
    }

    #[test]
    fn it_ends_after_72_hours_and_with_an_objection() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        let written = at("2026-11-24T08:00:00Z");
        let mut it: Override = serde_json::from_value(serde_json::json!({
            "recipient": OrganisationId::from_bytes([1; 16]),
            "sections": ["health"],
            "reason": "bleeding",
        }))
        .unwrap();
        assert!(it.holds(written, at("2026-11-27T07:59:59Z")));
        assert!(!it.holds(written, at("2026-11-27T08:00:00Z")));
        it.objected = Some(Objected {
            by: "Samira".to_owned(),
            at: written,
            reason: "she could be asked".to_owned(),
        });
        assert!(!it.holds(written, written));
        assert!(!it.waits());
    }
}
