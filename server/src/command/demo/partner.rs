//! Referrals: asking for suggestions, sending, and what the partner answers.

use serde_json::{Value, json};

use super::actor::Actor;
use super::cast::{below, pick};
use super::stage::Call;
use super::stage::Stage;
use crate::foundation::Refusal;

/// Sends one need to the best partner that routing finds, and lets the partner answer.
pub async fn refer(
    stage: &mut Stage<'_>,
    worker: &Actor,
    case: &str,
    need: &str,
    call: &Call,
) -> Result<(), Refusal> {
    if !call.may_share {
        return Ok(());
    }
    let path = format!("/api/v1/cases/{case}/needs/{need}/suggestions");
    let answer = worker
        .post(stage.doors, &path, &json!({ "limit": 5 }))
        .await?;
    let items = answer
        .body
        .get("items")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let best = items.iter().find_map(|item| {
        let free = item.get("blocked").is_none_or(Value::is_null);
        let participant = item.get("participant").and_then(Value::as_str)?;
        free.then(|| participant.to_owned())
    });
    let Some(receiver) = best else { return Ok(()) };
    let body = json!({
        "need": need,
        "receiver": receiver,
        "sections": ["identity", "contact", "custody", "needs", "notes"],
        "confirmed_now": true,
        "question": "Can you take this on? We can arrange an interpreter.",
    });
    let path = format!("/api/v1/cases/{case}/referrals");
    let sent = worker.post(stage.doors, &path, &body).await?;
    stage.pause();
    answer_as_partner(stage, &receiver, &sent.text("/id")?).await
}

#[expect(
    clippy::too_many_lines,
    reason = "one answer, from the look to the outcome"
)]
async fn answer_as_partner(
    stage: &mut Stage<'_>,
    receiver: &str,
    referral: &str,
) -> Result<(), Refusal> {
    let Some(house) = stage.network.house(receiver) else {
        return Ok(());
    };
    let workers = house.all("caseworker");
    let Some(worker) = pick(&workers, &mut stage.rng).copied() else {
        return Ok(());
    };
    // One in five has not been looked at yet.
    if stage.chance(20) {
        return Ok(());
    }
    let path = format!("/api/v1/referrals/{referral}");
    let seen = worker.get(stage.doors, &path).await?;
    stage.pause();
    if stage.chance(15) {
        let reasons = ["no_capacity", "language", "not_our_mandate", "wrong_area"];
        let reason = pick(&reasons, &mut stage.rng);
        let body = json!({ "reason": reason, "note": "Sorry. Try again next month." });
        worker
            .post_on(stage.doors, &format!("{path}/decline"), &seen, Some(&body))
            .await?;
        return Ok(());
    }
    if stage.chance(10) {
        let question = json!({ "text": "Is an interpreter for the first meeting paid for?" });
        worker
            .post(stage.doors, &format!("{path}/messages"), &question)
            .await?;
        return Ok(());
    }
    let nothing = json!({});
    let accepted = worker
        .post_on(
            stage.doors,
            &format!("{path}/accept"),
            &seen,
            Some(&nothing),
        )
        .await?;
    worker.get(stage.doors, &format!("{path}/packet")).await?;
    if stage.chance(30) {
        return Ok(());
    }
    let started = worker
        .post_on(
            stage.doors,
            &format!("{path}/start"),
            &accepted,
            Some(&nothing),
        )
        .await?;
    if below(&mut stage.rng, 100) < 55 {
        let outcomes = ["served", "served", "partly_served", "could_not_reach"];
        let outcome = pick(&outcomes, &mut stage.rng);
        let body = json!({ "outcome": outcome, "next_step": "We stay in touch." });
        worker
            .post_on(
                stage.doors,
                &format!("{path}/complete"),
                &started,
                Some(&body),
            )
            .await?;
    }
    Ok(())
}
