//! Writing down what the person agreed to.

use amparo_store::Day;

use super::model::{ChildDecision, Consent, Purpose, Recipients};
use crate::casefile::{CaseAccess, File, Record};
use crate::foundation::{Act, Fault, Refusal};
use crate::ledger::{About, What};
use crate::people::Person;
use crate::register::{self, OrganisationKind};

/// Keeps a consent.
pub fn give(
    act: &mut Act<'_>,
    case: &mut CaseAccess,
    consent: Consent,
) -> Result<Record<Consent>, Refusal> {
    case.must_be_open()?;
    check(act, &consent, "")?;
    let people: Vec<Person> = File::open(act, case)?.bodies()?;
    must_be_of(&people, &consent, "")?;
    let kept = case.add(act, consent)?;
    case.note(act, What::ConsentGiven, About::the(kept.id.to_uuid()))?;
    Ok(kept)
}

/// Refuses a consent that cannot be, with every fault at once. `place` is where it stands in what
/// was sent.
pub fn check(act: &mut Act<'_>, consent: &Consent, place: &str) -> Result<(), Refusal> {
    let mut faults = impossible(consent, place, act.now.to_day());
    if let Recipients::Named { organisations } = &consent.recipients {
        for (index, id) in organisations.iter().enumerate() {
            let at = format!("{place}/recipients/organisations/{index}");
            match register::organisation(act, *id) {
                Ok(one) if one.kind() == OrganisationKind::Authority => faults.push(Fault::at(
                    at,
                    "authority",
                    "nothing is ever shared with an authority",
                )),
                Ok(_) => {}
                Err(Refusal::NotFound) => {
                    faults.push(Fault::at(at, "unknown", "no such organisation takes part"));
                }
                Err(other) => return Err(other),
            }
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(faults))
    }
}

/// Refuses a consent of somebody who is none of these people. `place` is where it stands in what was
/// sent.
pub fn must_be_of(people: &[Person], consent: &Consent, place: &str) -> Result<(), Refusal> {
    match consent.person {
        Some(id) if people.iter().all(|one| one.person != id) => {
            let why = "is nobody of this case";
            Err(Refusal::fault(&format!("{place}/person"), "unknown", why))
        }
        _ => Ok(()),
    }
}

fn impossible(consent: &Consent, place: &str, today: Day) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, code: &str, detail: &str| {
        faults.push(Fault::at(format!("{place}/{field}"), code, detail));
    };
    if consent.withdrawn.is_some() {
        fault(
            "withdrawn",
            "not_here",
            "is set by withdrawing a consent, not by giving one",
        );
    }
    if consent.given_on > today {
        fault(
            "given_on",
            "in_the_future",
            "nobody has agreed after today yet",
        );
    }
    if consent.given_on.is_too_early() {
        fault("given_on", "too_early", "must not be before 1900");
    }
    if consent.until.is_some_and(|last| last < consent.given_on) {
        fault("until", "before_the_start", "ends before it begins");
    }
    let silent = |words: &String| words.trim().is_empty();
    if consent.purpose == Purpose::Other && consent.purpose_words.as_ref().is_none_or(silent) {
        fault("purpose_words", "missing", "say what `other` is");
    }
    if consent.child.as_ref().is_some_and(|child| {
        child.decided == ChildDecision::BestInterests && silent(&child.reasons)
    }) {
        fault(
            "child/reasons",
            "missing",
            "say why it is in the best interests of the child",
        );
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_impossible_consent_is_refused_whole() {
        let consent: Consent = serde_json::from_value(serde_json::json!({
            "sections": ["identity"],
            "recipients": { "kind": "any_partner" },
            "purpose": "other",
            "explained": { "language": "en", "by": "me" },
            "given": { "how": "signed" },
            "given_on": "2026-11-25",
            "until": "2026-11-01",
            "withdrawn": { "at": "2026-11-24T00:00:00Z", "reason": "", "by_person": false },
            "child": { "view": "agrees", "decided": "best_interests", "reasons": " " },
        }))
        .unwrap();
        let faults = impossible(&consent, "/consents/0", "2026-11-24".parse().unwrap());
        let at: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(
            at,
            [
                "/consents/0/withdrawn",
                "/consents/0/given_on",
                "/consents/0/until",
                "/consents/0/purpose_words",
                "/consents/0/child/reasons"
            ]
        );
    }
}
