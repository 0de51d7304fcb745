//! The main job, end to end, as the people in it do it.

use amparo_tests::document::PlainWords;
use amparo_tests::{Actor, House, Network, World, json};
use chrono::TimeDelta;

#[actix_web::test]
async fn a_world_with_one_of_everything_can_be_made() {
    let house = House::open().await;
    let world = World::build(&house, &mut PlainWords).await;
    assert!(world.used.len() > 25);
}

/// A volunteer takes a call: triage first, a receipt at the end.
async fn takes_the_call(vera: &Actor) -> (String, String) {
    let call = json!({
        "receipt": "issue",
        "hand_over": true,
        "intake": {
            "outcome": "help_wanted",
            "triage": {
                "detained": "yes",
                "removal": {"feared": "yes", "date": "2026-11-26"},
                "safe_to_call_back": "unknown",
            },
            "language": "tir",
            "now_in": "ES",
            "town": "Aluche",
            "needs": ["legal"],
            "who": {"caller_is": "family", "name_to_use": "Semhar"},
            "consent": {
                "file": "yes",
                "sections": ["identity", "custody", "needs", "notes"],
                "share": {"kind": "any_partner"},
                "explained_by": "interpreter",
                "language": "tir",
            },
            "notes": "Her brother was taken from work on Friday.",
        },
    });
    let written = vera.post("/intakes", call).await.expect(201);
    assert_eq!(written.body["priority"], "P1");
    assert!(!written.body["reasons"].as_array().unwrap().is_empty());
    let path = format!("/intakes/{}", written.id());
    vera.get(&path).await.expect_problem(404, "not_found");
    (written.id(), written.text_of("receipt"))
}

/// Triage takes it, looks for the same person, opens a case; the supervisor gives it to Ana.
async fn becomes_a_case(ana: &Actor, sofia: &Actor, intake: &str) -> String {
    let path = format!("/intakes/{intake}");
    let queue = sofia.get("/intakes?state=waiting").await.expect(200);
    assert_eq!(queue.items()[0]["id"], intake);
    let seen = ana.get(&path).await.expect(200);
    let take = ana.post_nothing(&format!("{path}/take"));
    take.with_if_match(seen.revision()).await.expect(200);
    ana.post_nothing(&format!("{path}/similar"))
        .await
        .expect(200);
    let opened = ana
        .post(&format!("{path}/open-case"), json!({"own_receipt": true}))
        .await
        .expect(201);
    assert_eq!(opened.body["receipt_attached"], true);
    let case = opened.text_of("case");
    let give = json!({"account": ana.id(), "reason": "speaks Tigrinya"});
    sofia
        .post(&format!("/cases/{case}/assign"), give)
        .await
        .expect(200);
    case
}

/// Ana works the file. Two people who edit at once lose no word.
async fn works_the_file(ana: &Actor, sofia: &Actor, case: &str) {
    let path = format!("/cases/{case}/entries");
    let said =
        json!({"kind": "call", "text": "Spoke with the facility.", "safe_for_partner": true});
    let entry = ana.post(&path, said).await.expect(201);
    let one = format!("{path}/{}", entry.id());
    let seen = entry.revision();
    let change =
        |who: &Actor, text: &str| who.patch(&one, json!({ "text": text })).with_if_match(seen);
    change(ana, "Spoke with the facility at nine.")
        .await
        .expect(200);
    let late = change(sofia, "The facility called.").await;
    let late = late.expect_problem(412, "stale_revision");
    let both = late.text();
    assert!(both.contains("at nine") && both.contains("The facility called."));
    let task = json!({
        "what": "Bond hearing",
        "kind": "hearing",
        "due": "2026-11-26T10:00:00Z",
        "time_zone": "Europe/Madrid",
    });
    ana.post(&format!("/cases/{case}/tasks"), task)
        .await
        .expect(201);
    let agenda = ana.get("/tasks?mine=true").await.expect(200);
    assert_eq!(agenda.items().len(), 1);
    let found = ana
        .post("/search", json!({"query": "Semhar"}))
        .await
        .expect(200);
    assert_eq!(found.items().len(), 1);
    let consent = json!({
        "sections": ["identity", "custody", "needs", "notes"],
        "recipients": {"kind": "any_partner"},
        "purpose": "referral",
        "explained": {"language": "tir", "by": "interpreter"},
        "given": {"how": "spoken"},
        "given_on": "2026-11-24",
    });
    ana.post(&format!("/cases/{case}/consents"), consent)
        .await
        .expect(201);
}

/// The need goes to the partner, who reads a notice without a name, accepts, and reports.
async fn is_referred(network: &Network, ana: &Actor, leo: &Actor, case: &str) -> String {
    let needs = ana.get(&format!("/cases/{case}/needs")).await.expect(200);
    let need = needs.items()[0]["id"].as_str().unwrap().to_owned();
    let suggest = format!("/cases/{case}/needs/{need}/suggestions");
    ana.post(&suggest, json!({})).await.expect(200);
    let offer = json!({
        "need": need,
        "receiver": network.legal.id,
        "sections": ["identity", "custody", "needs", "notes"],
        "question": "Can you be there on Thursday?",
        "confirmed_now": true,
    });
    let sent = ana
        .post(&format!("/cases/{case}/referrals"), offer)
        .await
        .expect(201);
    let path = format!("/referrals/{}", sent.id());
    let inbox = leo.get("/referrals?box=in").await.expect(200);
    assert_eq!(inbox.items().len(), 1);
    let notice = leo.get(&path).await.expect(200);
    assert!(!notice.text().contains("Semhar"), "the notice names nobody");
    assert!(!notice.text().contains(case), "nor the case");
    leo.get(&format!("{path}/packet"))
        .await
        .expect_problem(409, "wrong_state");
    for (step, body) in [
        ("accept", json!({})),
        ("start", json!({"note": "I am on my way."})),
    ] {
        let seen = leo.get(&path).await.expect(200).revision();
        let taken = leo.post(&format!("{path}/{step}"), body);
        taken.with_if_match(seen).await.expect(200);
    }
    let packet = leo.get(&format!("{path}/packet")).await.expect(200);
    assert!(packet.text().contains("Semhar"));
    sent.id()
}

/// The person comes back with the receipt, writes, and stops the sharing.
async fn comes_back(house: &House, ana: &Actor, case: &str, receipt: &str) {
    let slip = json!({ "receipt": receipt });
    let token = house.visitor().post("/receipts/sessions", slip).await;
    let person = house.bearer(&token.expect(201).text_of("token"));
    let sees = person.get("/receipts/current").await.expect(200);
    assert!(!sees.text().contains("Aluche"));
    let letter = json!({"text": "He was moved."});
    person
        .post("/receipts/current/messages", letter)
        .await
        .expect(201);
    let letters = ana
        .get(&format!("/cases/{case}/messages"))
        .await
        .expect(200);
    assert!(letters.text().contains("He was moved."));
    person
        .delete("/receipts/current/consents")
        .await
        .expect(204);
}

#[actix_web::test]
async fn from_the_call_to_the_end_of_sharing() {
    let house = House::open().await;
    let network = house.network().await;
    let hotline = &network.hotline;
    let (vera, ana) = (
        hotline.volunteer("Vera").await,
        hotline.caseworker("Ana").await,
    );
    let (sofia, aya) = (hotline.supervisor(), hotline.auditor("Aya").await);
    let leo = network.legal.caseworker("Leo").await;
    let (intake, receipt) = takes_the_call(&vera).await;
    let case = becomes_a_case(&ana, &sofia, &intake).await;
    works_the_file(&ana, &sofia, &case).await;
    let referral = is_referred(&network, &ana, &leo, &case).await;
    comes_back(&house, &ana, &case, &receipt).await;
    house.run_jobs();
    let path = format!("/referrals/{referral}");
    let ended = leo.get(&path).await.expect(200);
    assert_eq!(ended.body["state"], "ended_by_person", "{}", ended.text());
    leo.get(&format!("{path}/packet"))
        .await
        .expect_problem(409, "wrong_state");
    let again = json!({"text": "x"});
    ana.post(&format!("{path}/messages"), again)
        .await
        .expect(409);
    house.later(TimeDelta::minutes(1));
    house.fold_ledger();
    let verdict = aya.get("/ledger/verify").await.expect(200);
    assert_eq!(verdict.body["intact"], true);
    let lines = aya.get("/ledger?limit=200").await.expect(200).text();
    for what in [
        "intake_taken",
        "case_opened",
        "referral_sent",
        "receipt_used",
        "sharing_stopped",
    ] {
        assert!(lines.contains(what), "{what} is not on record");
    }
}
