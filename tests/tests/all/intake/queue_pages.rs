//! The pages of those who sort the queue.

use super::{Hotline, a_call, hands_over};
use amparo_tests::{House, json};
use chrono::TimeDelta;

use super::pages::signed_in;

#[actix_web::test]
async fn the_queue_says_what_waits_too_long_and_a_call_can_end_there() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let mut urgent = a_call();
    urgent["triage"]["danger_now"] = json!("yes");
    let (id, _) = hands_over(&vera, urgent).await;
    house.later(TimeDelta::minutes(14));
    let browser = signed_in(&house, &ana).await;
    let late = "One call for NOW has been waiting for more than 15 minutes.";
    assert!(!browser.get("/queue").await.expect(200).says(late));
    house.later(TimeDelta::minutes(2));
    browser.get("/queue").await.expect(200).saying(late);
    let look = browser.get(&format!("/intakes/{id}")).await.expect(200);
    let close = look.form(&format!("/intakes/{id}/close"));
    let close = close.fill("outcome", "signposted");
    let back = close.clone().send().await.expect(422);
    assert!(back.links().contains(&"#intake-closing-reason".to_owned()));
    let again = back.form(&format!("/intakes/{id}/close"));
    assert_eq!(again.value("outcome"), "signposted");
    let again = again.fill("reason", "Named the shelter.");
    again.send().await.expect(200).at("/queue");
    let seen = ana.get(&format!("/intakes/{id}")).await.expect(200);
    assert_eq!(seen.body["ended"]["outcome"], "signposted");
}

#[actix_web::test]
async fn a_search_in_ones_own_words_finds_the_case_that_a_call_belongs_to() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let (first, _) = hands_over(&vera, a_call()).await;
    let open = format!("/intakes/{first}/open-case");
    let case = ana.post(&open, json!({ "tags": ["aluche"] })).await;
    let case = case.expect(201).text_of("case");
    let mut other = a_call();
    other["who"] = json!({});
    other["contact"] = json!({});
    let (id, _) = hands_over(&vera, other).await;
    let browser = signed_in(&house, &ana).await;
    let look = browser.get(&format!("/intakes/{id}")).await.expect(200);
    let look = look.saying("None of your cases has the same");
    let find = look.form(&format!("/intakes/{id}/find"));
    let find = find.fill("query", "aluche");
    let found = find.clone().send().await.expect(200);
    let ask = found.form(&format!("/intakes/{id}/confirm"));
    let asked = ask.fill("case", &case).send().await.expect(200);
    let asked = asked.saying("What was said, in the timeline");
    let linked = asked.form(&format!("/intakes/{id}/link")).send().await;
    linked.expect(200).at(&format!("/cases/{case}"));
    // A look is not kept: sent again, it is looked again, and the call is where it belongs now.
    let again = find.send().await.expect(200);
    assert!(!again.has_form(&format!("/intakes/{id}/confirm")));
}

#[actix_web::test]
async fn a_supervisor_gives_cases_away_and_hands_over_what_a_leaver_worked() {
    let house = House::open().await;
    let Hotline {
        organisation,
        vera,
        ana,
    } = Hotline::open(&house).await;
    let bea = organisation.caseworker("Bea").await;
    let mut cases = Vec::new();
    for _ in 0..2 {
        let (id, _) = hands_over(&vera, a_call()).await;
        let opened = ana.post(&format!("/intakes/{id}/open-case"), json!({}));
        cases.push(opened.await.expect(201).text_of("case"));
    }
    let sofia = organisation.supervisor();
    let browser = signed_in(&house, &sofia).await;
    let queue = browser.get("/queue").await.expect(200);
    let queue = queue.saying("2 cases are not assigned");
    let nobody = queue.form("/queue/assign").send().await;
    nobody.expect(422);
    // The list moves while she thinks; the tick stays with its case.
    let ticked = queue.form("/queue/assign").tick("rows[0].chosen", "true");
    let case = ticked.value("rows[0].case").to_owned();
    let mut urgent = a_call();
    urgent["triage"]["danger_now"] = json!("yes");
    let (id, _) = hands_over(&vera, urgent).await;
    let opened = ana
        .post(&format!("/intakes/{id}/open-case"), json!({}))
        .await;
    let above = opened.expect(201).text_of("case");
    let back = ticked
        .without("_csrf")
        .with("_csrf", "of an earlier sign-in")
        .send()
        .await;
    let back = back.expect(422).form("/queue/assign");
    assert_eq!(back.value("rows[0].case"), above);
    let at = (0..3).find(|at| back.value(&format!("rows[{at}].case")) == case);
    let at = at.unwrap();
    assert_ne!(at, 0);
    for place in 0..3 {
        let ticks = back.value(&format!("rows[{place}].chosen"));
        assert_eq!(ticks == "true", place == at, "row {place}");
    }
    let take = json!({ "account": sofia.id() });
    let taken = sofia.post(&format!("/cases/{above}/assign"), take).await;
    taken.expect(200);
    let queue = browser.get("/queue").await.expect(200);
    let give = queue
        .form("/queue/assign")
        .tick("rows[0].chosen", "true")
        .tick("rows[1].chosen", "true")
        .fill("account", &ana.id());
    give.clone().send().await.expect(200).at("/queue");
    give.send().await.expect(200).at("/queue");
    for case in &cases {
        let seen = sofia.get(&format!("/cases/{case}")).await.expect(200);
        assert_eq!(seen.body["card"]["assigned"]["name"], "Ana");
    }
    let remove = format!("/members/{}/remove", ana.id());
    let left = json!({ "reason": "left" });
    sofia.post(&remove, left).await.expect(204);
    let load = browser
        .get("/workload")
        .await
        .expect(200)
        .saying("No longer working on cases");
    let hers = format!("/workload/{}", ana.id());
    let hers = load.click(&hers).await.expect(200);
    let form = hers.form(&format!("/workload/{}", ana.id()));
    let form = form.fill("account", &bea.id()).fill("reason", "Ana left");
    form.send().await.expect(200).saying("No open cases");
    bea.get(&format!("/cases/{}", cases[0])).await.expect(200);
}

#[actix_web::test]
async fn a_supervisor_lets_a_newcomer_in_after_comparing_the_words() {
    let house = House::open().await;
    let organisation = house.organisation("hotline", "ES").await;
    let nora = organisation.newcomer("Nora", &["volunteer"]).await;
    let browser = signed_in(&house, &organisation.supervisor()).await;
    let page = browser.get("/admissions").await.expect(200).saying("Nora");
    let path = format!("/admissions/{}", nora.id());
    let page = page.click(&path).await.expect(200);
    for word in organisation.fingerprint.clone() {
        assert!(page.says(&word), "{word} cannot be compared");
    }
    let words = nora.account().own_words;
    let line = words.join(" ");
    assert!(!page.says(&line), "nobody admits without listening");
    let hears = |words: &[String]| {
        let form = page.form(&path).without("words[]");
        words
            .iter()
            .fold(form, |form, word| form.tick("words[]", word))
    };
    // Nothing was heard, or a word that is not in its list.
    page.form(&path).send().await.expect(422);
    let mut other = words.clone();
    other[3] = "-".to_owned();
    let refused = hears(&other).send().await.expect(422);
    refused.saying("Admit nobody");
    let form = hears(&words);
    form.clone().send().await.expect(200).saying("Admitted.");
    form.send().await.expect(200).saying("Nobody is waiting");
    let newcomer = signed_in(&house, &nora).await;
    newcomer.get("/intake").await.expect(200);
}
