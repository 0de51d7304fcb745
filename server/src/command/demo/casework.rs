//! What a caseworker does: opening, working and closing a case.

use amparo_store::Day;
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::actor::Actor;
use super::cast::{Caller, below, pick};
use super::stage::Call;
use super::stage::Stage;
use crate::foundation::Refusal;

/// Takes an intake out of the queue and opens a case.
pub async fn open(
    stage: &mut Stage<'_>,
    worker: &Actor,
    intake: &str,
    call: &Call,
) -> Result<String, Refusal> {
    let path = format!("/api/v1/intakes/{intake}");
    let seen = worker.get(stage.doors, &path).await?;
    worker
        .post(stage.doors, &format!("{path}/similar"), &json!({}))
        .await
        .ok();
    let taken = worker
        .post_on(stage.doors, &format!("{path}/take"), &seen, None)
        .await?;
    let mut tags = Vec::new();
    if call.detained {
        tags.push("detention");
    }
    if call.trafficking {
        tags.push("labour");
    }
    let body = json!({ "tags": tags });
    let opened = worker
        .post_on(
            stage.doors,
            &format!("{path}/open-case"),
            &taken,
            Some(&body),
        )
        .await?;
    let case = opened.text("/case")?;
    let body = json!({ "account": worker.account });
    worker
        .post(stage.doors, &format!("/api/v1/cases/{case}/assign"), &body)
        .await?;
    Ok(case)
}

/// Notes, consent, deadlines, custody, indicators, and a word to the person.
#[expect(clippy::too_many_lines, reason = "one working day, from top to bottom")]
pub async fn work(
    stage: &mut Stage<'_>,
    worker: &Actor,
    case: &str,
    caller: &Caller,
    call: &Call,
) -> Result<(), Refusal> {
    let base = format!("/api/v1/cases/{case}");
    let today = stage.doors.app.clock.now().to_day();
    let entries = [
        (
            "call",
            "Spoke for twenty minutes. Is calm, has eaten. Wants to know what happens next.",
        ),
        (
            "note",
            "Two of the papers are court papers. Asked for good photos of both sides.",
        ),
        (
            "decision",
            "Agreed with the supervisor to look for a lawyer first, shelter after.",
        ),
        (
            "visit",
            "Visited. The place is cold. A cousin may visit on Sundays.",
        ),
        (
            "message",
            "Sent the list of rights in the person's language.",
        ),
    ];
    for _ in 0..=below(&mut stage.rng, 3) {
        if let Some((kind, text)) = pick(&entries, &mut stage.rng) {
            let safe = stage.chance(40);
            let entry = json!({ "kind": kind, "text": text, "safe_for_partner": safe });
            worker
                .post(stage.doors, &format!("{base}/entries"), &entry)
                .await?;
            stage.pause();
        }
    }
    describe(stage, worker, &base, caller).await?;
    if call.may_share {
        let consent = consent(caller, call, today);
        worker
            .post(stage.doors, &format!("{base}/consents"), &consent)
            .await?;
    }
    if call.detained {
        let days = i64::try_from(1 + below(&mut stage.rng, 12)).unwrap_or(3);
        let due = stage.doors.app.clock.now().plus(TimeDelta::days(days));
        let kind = pick(&["hearing", "bond", "appeal", "deadline"], &mut stage.rng);
        let task = json!({
            "what": "Objection against detention",
            "kind": kind,
            "due": due,
            "time_zone": "Europe/Athens",
            "owner": worker.account,
            "reason": "The time limit runs from the day the decision was handed over.",
        });
        worker
            .post(stage.doors, &format!("{base}/tasks"), &task)
            .await?;
    }
    if call.trafficking {
        worker
            .post(
                stage.doors,
                &format!("{base}/assessments"),
                &indicators(stage),
            )
            .await?;
    }
    let words = if caller.age < 18 {
        "Somebody read what you told us. A person for young people will call you."
    } else {
        "Somebody read what you told us. Next: we look for a lawyer for you."
    };
    let status = json!({ "text": words, "language": "eng" });
    let path = format!("{base}/status");
    let put = actix_web::http::Method::PUT;
    // Who has no receipt has no page to put a status on.
    worker
        .call(stage.doors, put, &path, None, Some(&status))
        .await
        .ok();
    Ok(())
}

/// What the person agrees to. A child is asked, and who looks after the child agrees.
fn consent(caller: &Caller, call: &Call, today: Day) -> Value {
    let (given, child) = if caller.age < 18 {
        let given = json!({
            "how": "proxy",
            "role": "guardian",
            "who": "The guardian whom the court appointed",
            "why": "The person is under 18.",
        });
        (given, json!({ "view": "agrees", "decided": "guardian" }))
    } else {
        (json!({ "how": "spoken" }), Value::Null)
    };
    json!({
        "sections": ["identity", "contact", "custody", "needs", "health", "family", "notes"],
        "recipients": { "kind": "any_partner" },
        "purpose": "referral",
        "explained": { "language": call.language, "by": "interpreter", "script_version": "2026-11" },
        "given": given,
        "child": child,
        "given_on": today,
    })
}

/// Adds to the person what the intake does not ask.
async fn describe(
    stage: &Stage<'_>,
    worker: &Actor,
    base: &str,
    caller: &Caller,
) -> Result<(), Refusal> {
    let people = worker.get(stage.doors, &format!("{base}/people")).await?;
    let Ok(id) = people.text("/items/0/id") else {
        return Ok(());
    };
    let path = format!("{base}/people/{id}");
    let seen = worker.get(stage.doors, &path).await?;
    let body = json!({
        "gender": caller.gender,
        "age_estimate": caller.age,
        "languages": caller.languages,
    });
    let patch = actix_web::http::Method::PATCH;
    worker
        .call(stage.doors, patch, &path, seen.etag.as_deref(), Some(&body))
        .await?;
    Ok(())
}

fn indicators(stage: &mut Stage<'_>) -> Value {
    let all = [
        ("withholding_of_wages", "No wages for three months."),
        (
            "retention_of_identity_documents",
            "The passport is in the employer's safe.",
        ),
        ("excessive_overtime", "Fourteen hours, seven days."),
        ("debt_bondage", "Owes the recruiter for the journey."),
        (
            "isolation",
            "Lives on the site, the gate is locked at night.",
        ),
        (
            "intimidation_and_threats",
            "Was told the police would come.",
        ),
    ];
    let mut found = Vec::new();
    for (indicator, evidence) in all {
        if stage.chance(45) {
            let strength = if stage.chance(50) { "strong" } else { "medium" };
            found.push(
                json!({ "indicator": indicator, "strength": strength, "evidence": evidence }),
            );
        }
    }
    json!({
        "indicators": found,
        "trafficking_status": "PossibleVictimOfTrafficking",
        "note": "Screened in the first week; to be asked again when there is trust.",
    })
}

/// The needs of a case that are not met.
pub async fn open_needs(
    stage: &mut Stage<'_>,
    worker: &Actor,
    case: &str,
) -> Result<Vec<String>, Refusal> {
    let needs = worker
        .get(stage.doors, &format!("/api/v1/cases/{case}/needs"))
        .await?;
    let items = needs
        .body
        .get("items")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    Ok(items
        .iter()
        .filter_map(|need| {
            need.get("id")
                .and_then(Value::as_str)
                .map(ToOwned::to_owned)
        })
        .collect())
}

/// Closes a case, if nothing stands in the way.
pub async fn close(stage: &mut Stage<'_>, worker: &Actor, case: &str) -> Result<(), Refusal> {
    let body =
        json!({ "outcome": "resolved", "reason": "Released and with family; asks for no more." });
    // A referral that is under way stands in the way.
    worker
        .post(stage.doors, &format!("/api/v1/cases/{case}/close"), &body)
        .await
        .ok();
    Ok(())
}
