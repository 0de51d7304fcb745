//! Changing the head of a case.

use amparo_store::CaseId;

use super::model::Sheet;
use super::summary;
use crate::casefile::{self, CaseAccess, File, Record};
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{About, What};
use crate::people::{AgeBand, Part, Person};
use crate::rights::{Object, Right};
use crate::web::Changes;
use crate::words::Priority;

/// Replaces the given fields. Raising the priority is free; lowering it needs a reason.
pub(super) fn change(
    act: &mut Act<'_>,
    id: CaseId,
    seen: i64,
    changes: &Changes<Sheet>,
) -> Result<Record<Sheet>, Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        case.must_be_open()?;
        let kept = File::open(act, case)?.only::<Sheet>()?;
        let sheet = kept.with(changes, seen)?;
        let reason = reason_of(&kept.body, &sheet, changes.touches("priority_raised"))?;
        if sheet.priority > kept.body.priority {
            may_lower(act, case, &kept.body)?;
        }
        let kept = case.change(act, &kept, seen, sheet)?;
        summary::refresh(act, case)?;
        let about = About {
            reason,
            ..About::default()
        };
        case.note(act, What::CaseChanged, about)?;
        Ok(kept)
    })
}

/// What was for now, or is about a child, only a supervisor makes less urgent.
fn may_lower(act: &mut Act<'_>, case: &CaseAccess, before: &Sheet) -> Result<(), Refusal> {
    if act.member()?.may(Right::Lower, Object::Case) {
        return Ok(());
    }
    let today = act.now.to_day();
    let people = File::open(act, case)?.bodies::<Person>()?;
    let about = people
        .iter()
        .filter(|it| matches!(it.part, Part::Main | Part::Child));
    let is_child = about
        .into_iter()
        .any(|it| it.age_band(today) == AgeBand::Child);
    if before.priority == Priority::P1 || is_child {
        return Err(Refusal::Because(Reason::SupervisorLowers));
    }
    Ok(())
}

/// Why the priority changed, for the ledger. P1 is the most urgent and the smallest.
fn reason_of(before: &Sheet, after: &Sheet, said: bool) -> Result<Option<String>, Refusal> {
    let reason = after
        .priority_raised
        .as_ref()
        .map(|raised| raised.reason.trim().to_owned())
        .filter(|reason| said && !reason.is_empty());
    if after.priority > before.priority && reason.is_none() {
        return Err(Refusal::fault(
            "/priority_raised",
            "missing",
            "say why the case is less urgent than it was",
        ));
    }
    Ok(reason.filter(|_| after.priority != before.priority))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(priority: &str, reason: Option<&str>) -> Sheet {
        serde_json::from_value(serde_json::json!({
            "priority": priority,
            "priority_raised": reason.map(|reason| serde_json::json!({ "reason": reason })),
        }))
        .unwrap()
    }

    #[test]
    fn raising_is_free_and_lowering_is_not() {
        let (p1, p3) = (sheet("P1", None), sheet("P3", None));
        assert_eq!(reason_of(&p3, &p1, false).unwrap(), None);
        assert!(reason_of(&p1, &p3, false).is_err());
        let said = sheet("P3", Some("released"));
        assert_eq!(
            reason_of(&p1, &said, true).unwrap().as_deref(),
            Some("released")
        );
        // The reason of an earlier change does not do for this one.
        assert!(reason_of(&sheet("P1", Some("released")), &said, false).is_err());
    }
}
