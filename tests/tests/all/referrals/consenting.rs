//! What a consent must be to cover a referral, and what the receiver is told of it.

use amparo_tests::{House, Reply, Screen};
use serde_json::{Value, json};

use super::{Story, consent, opening};

const SISTER: &str = "5157e200-0000-4000-8000-000000000001";
const SON: &str = "50000000-0000-4000-8000-000000000002";
const WITNESS: &str = "317e5500-0000-4000-8000-000000000003";

/// The usual consent with some fields replaced.
fn consent_with(fields: Value) -> Value {
    let mut consent = consent();
    for (name, value) in fields.as_object().unwrap() {
        consent[name] = value.clone();
    }
    consent
}

/// A story whose only consent is another one.
async fn under(consent: Value) -> Story {
    let mut opening = opening();
    opening["consents"] = json!([consent]);
    Story::begin_with(House::open().await, opening).await
}

/// The same about a child of 14.
async fn about_a_child(fields: Value) -> Story {
    let mut opening = opening();
    opening["people"][0]["birth_date"] = json!("2012-03-04");
    opening["consents"] = json!([consent_with(fields)]);
    Story::begin_with(House::open().await, opening).await
}

/// What both doors answer who sends it.
async fn tried(story: &Story) -> (Reply, Screen) {
    let reply = story.ana.post(&story.path(), story.offer()).await;
    let ana = story.browser_of(&story.ana).await;
    let check = story.written(&ana).await;
    let form = check.form(&super::pages::check_path(&check));
    (reply, form.send().await)
}

fn by_proxy(role: &str) -> Value {
    json!({ "how": "proxy", "role": role, "who": "her employer", "why": "he called for her" })
}

#[actix_web::test]
async fn a_consent_for_something_else_covers_no_referral() {
    for purpose in ["statistics", "medical"] {
        let story = under(consent_with(json!({ "purpose": purpose }))).await;
        let (reply, page) = tried(&story).await;
        reply.expect_reason("purpose_other");
        page.refusing("purpose_other");
    }
    let story = under(consent_with(json!({ "purpose": "legal_representation" }))).await;
    story.sent().await;
}

#[actix_web::test]
async fn what_is_said_in_words_is_asked_about_each_time() {
    let words = json!({ "purpose": "other", "purpose_words": "only for my hearing" });
    let story = under(consent_with(words)).await;
    let refused = story.ana.post(&story.path(), story.offer()).await;
    refused.expect_reason("ask_each_time");
    let mut offer = story.offer();
    offer["confirmed_now"] = json!(true);
    story.ana.post(&story.path(), offer).await.expect(201);
}

#[actix_web::test]
async fn what_could_not_be_explained_covers_nothing() {
    let explained = json!({ "language": "tir", "by": "not_possible" });
    let story = under(consent_with(json!({ "explained": explained }))).await;
    let (reply, page) = tried(&story).await;
    reply.expect_reason("not_explained");
    page.refusing("not_explained");
    let ana = story.browser_of(&story.ana).await;
    let file = ana.get(&format!("/cases/{}", story.case)).await.expect(200);
    file.saying("Covers nothing, because:")
        .saying("could not be explained, so it covers nothing");
}

#[actix_web::test]
async fn whoever_called_agrees_for_nobody() {
    let mut anybody = by_proxy("other");
    for unsaid in [false, true] {
        if unsaid {
            anybody.as_object_mut().unwrap().remove("role");
        }
        let story = under(consent_with(json!({ "given": anybody }))).await;
        let (reply, page) = tried(&story).await;
        reply.expect_reason("giver_not_entitled");
        page.refusing("giver_not_entitled");
    }
}

#[actix_web::test]
async fn a_child_is_neither_alone_nor_passed_over() {
    let story = about_a_child(json!({})).await;
    let (reply, page) = tried(&story).await;
    reply.expect_reason("child_needs_guardian");
    page.refusing("child_needs_guardian");
    let child = json!({ "view": "objects", "decided": "guardian", "reasons": "she knows best" });
    let story = about_a_child(json!({ "given": by_proxy("guardian"), "child": child })).await;
    let (reply, page) = tried(&story).await;
    reply.expect_reason("child_objects");
    page.refusing("child_objects");
    let silent = json!({ "view": "agrees", "decided": "best_interests", "reasons": " " });
    let path = format!("/cases/{}/consents", story.case);
    let refused = story
        .ana
        .post(&path, consent_with(json!({ "child": silent })))
        .await;
    refused.expect_fault("/child/reasons", "missing");
    let decided = json!({
        "view": "agrees", "decided": "best_interests", "reasons": "nobody is left to be asked",
    });
    story
        .ana
        .post(&path, consent_with(json!({ "child": decided })))
        .await
        .expect(201);
    let referral = story.accepted().await;
    let packet = story.lena.get(&format!("{referral}/packet")).await;
    let packet = packet.expect(200);
    let agreed = &packet.body["packet"]["agreed"];
    assert_eq!(agreed["child_view"], "agrees");
    assert_eq!(agreed["child_decided"], "best_interests");
    assert!(!packet.text().contains("nobody is left"), "stays inside");
    let lena = story.browser_of(&story.lena).await;
    let page = lena.get(&format!("{referral}/packet")).await.expect(200);
    page.saying("The child agrees")
        .saying("A decision in the child’s best interests");
}

#[actix_web::test]
async fn the_packet_says_who_agreed_how_and_how_it_was_explained() {
    let story = under(consent_with(json!({ "given": by_proxy("guardian") }))).await;
    let path = format!("{}/packet", story.accepted().await);
    let packet = story.lena.get(&path).await.expect(200);
    assert_eq!(
        packet.body["packet"]["agreed"],
        json!({
            "given": by_proxy("guardian"),
            "given_on": "2026-11-24", "language": "tir", "explained_by": "interpreter",
        })
    );
    let lena = story.browser_of(&story.lena).await;
    let page = lena.get(&path).await.expect(200);
    let page = page
        .saying("someone agreed on their behalf")
        .saying("a guardian")
        .saying("her employer")
        .saying("he called for her")
        .saying("Tigrinya")
        .saying("an interpreter");
    assert!(!page.says("The person agreed to share this"));
    for (tag, words) in [
        (
            "es",
            ["alguien aceptó en su lugar", "quien tiene la tutela"],
        ),
        ("fr", ["quelqu’un a accepté à sa place", "un tuteur"]),
        ("ar", ["وافق شخص نيابة عنه", "وصي"]),
    ] {
        let page = lena.in_language(tag).get(&path).await.expect(200);
        for said in words {
            assert!(page.says(said), "{tag}: {said}: {}", page.text());
        }
    }
}

#[actix_web::test]
async fn a_spoken_consent_is_said_to_be_one() {
    let story = Story::begin().await;
    let path = format!("{}/packet", story.accepted().await);
    let lena = story.browser_of(&story.lena).await;
    let page = lena.get(&path).await.expect(200);
    page.saying("The person agreed to share this")
        .saying("The person, in words");
}

/// A case with a sister, a son of five and a witness, and these consents of theirs.
async fn with_others(theirs: &[Value]) -> Story {
    let mut opening = opening();
    let people = opening["people"].as_array_mut().unwrap();
    people.push(json!({ "part": "family", "person": SISTER, "names": ["Rahwa"] }));
    people.push(json!({
        "part": "child", "person": SON, "names": ["Yonas"], "age_estimate": 5,
    }));
    people.push(json!({ "part": "witness", "person": WITNESS, "names": ["Biniam"] }));
    let all = ["identity", "contact", "custody", "needs", "family"];
    let consents = opening["consents"].as_array_mut().unwrap();
    consents[0]["sections"] = json!(all);
    consents.extend_from_slice(theirs);
    Story::begin_with(House::open().await, opening).await
}

fn of(person: &str, fields: Value) -> Value {
    let mut consent = consent_with(fields);
    consent["person"] = json!(person);
    consent["sections"] = json!(["identity"]);
    consent
}

/// Sends the family along; answers the path of the referral.
async fn family_goes_along(story: &Story) -> String {
    let mut offer = story.offer();
    offer["sections"] = json!(["identity", "needs", "family"]);
    let sent = story.ana.post(&story.path(), offer).await.expect(201);
    let path = format!("/referrals/{}", sent.id());
    story.step(&story.lena, &path, "accept", json!({})).await;
    path
}

async fn family_in(story: &Story, path: &str) -> Vec<String> {
    let packet = story.lena.get(&format!("{path}/packet")).await.expect(200);
    let family = packet.body["packet"]["content"]["family"].clone();
    let names = family.as_array().unwrap().iter();
    names
        .map(|one| one["names"][0].as_str().unwrap().to_owned())
        .collect()
}

#[actix_web::test]
async fn nobody_goes_along_who_did_not_agree() {
    let story = with_others(&[]).await;
    let path = family_goes_along(&story).await;
    assert_eq!(family_in(&story, &path).await, [String::new(); 0]);
    // The consent of another is none of the main person.
    let story = under(consent()).await;
    let stranger = of(SISTER, json!({}));
    let path = format!("/cases/{}/consents", story.case);
    let refused = story.ana.post(&path, stranger).await;
    refused.expect_fault("/person", "unknown");
}

#[actix_web::test]
async fn each_goes_along_by_a_consent_of_her_own() {
    let story = with_others(&[
        of(SISTER, json!({ "until": "2026-12-24" })),
        of(SON, json!({ "given": by_proxy("parent") })),
        of(
            WITNESS,
            json!({ "recipients": { "kind": "ask_each_time" } }),
        ),
    ])
    .await;
    // Who wants to be asked each time was not asked: only the main person was.
    let path = family_goes_along(&story).await;
    assert_eq!(family_in(&story, &path).await, ["Rahwa", "Yonas"]);
    let packet = story.lena.get(&format!("{path}/packet")).await.expect(200);
    assert_eq!(packet.body["packet"]["until"], "2026-12-24");
    // The sister takes hers back: what carries her data ends.
    let path_of_all = format!("/cases/{}/consents", story.case);
    let all = story.ana.get(&path_of_all).await.expect(200);
    let hers = all
        .items()
        .iter()
        .find(|one| one["body"]["person"] == SISTER);
    let hers = hers.unwrap()["id"].as_str().unwrap().to_owned();
    let withdraw = format!("{path_of_all}/{hers}/withdraw");
    story
        .ana
        .post(&withdraw, json!({ "reason": "" }))
        .with_if_match(1)
        .await
        .expect(200);
    let ended = story.lena.get(&path).await.expect(200);
    assert_eq!(ended.body["state"], "ended_by_person");
    assert_eq!(story.packets(), 0);
}

#[actix_web::test]
async fn the_consent_of_a_relative_covers_nothing_of_the_main_person() {
    let mut opening = opening();
    let sister = json!({ "part": "family", "person": SISTER, "names": ["Rahwa"] });
    opening["people"].as_array_mut().unwrap().push(sister);
    let mut hers = consent();
    hers["person"] = json!(SISTER);
    opening["consents"] = json!([hers]);
    let story = Story::begin_with(House::open().await, opening).await;
    let refused = story.ana.post(&story.path(), story.offer()).await;
    refused.expect_reason("nothing_on_record");
}

#[actix_web::test]
async fn the_check_says_how_many_are_left_out() {
    let story = with_others(&[of(SISTER, json!({}))]).await;
    let ana = story.browser_of(&story.ana).await;
    let page = ana.get(&story.write_path()).await.expect(200);
    let form = page
        .form(&story.write_path())
        .fill("question", "Can you help?");
    let check = form.tick("sections[]", "family").send().await.expect(200);
    let check = check
        .saying("2 other people of the case are left out")
        .saying("Rahwa");
    assert!(!check.says("Yonas") && !check.says("Biniam"));
}

#[actix_web::test]
async fn an_unticked_box_is_pointed_at() {
    let asked = json!({ "recipients": { "kind": "ask_each_time" } });
    let story = under(consent_with(asked)).await;
    let ana = story.browser_of(&story.ana).await;
    let check = story.written(&ana).await;
    let path = super::pages::check_path(&check);
    let again = check.form(&path).send().await.expect(422);
    let again = again.saying("I asked the person about this referral, and they agreed: First ask");
    let form = again.form(&path).tick("confirmed_now", "true");
    form.send()
        .await
        .expect(200)
        .saying("They can now see the notice");
}

#[actix_web::test]
async fn the_form_asks_whose_it_is_in_what_right_and_what_a_child_says() {
    let story = with_others(&[]).await;
    let ana = story.browser_of(&story.ana).await;
    let path = format!("/cases/{}/consents/new", story.case);
    let form = ana.get(&path).await.expect(200).form(&path);
    let half = form
        .clone()
        .tick("sections[]", "identity")
        .fill("person", SON)
        .fill("recipients", "any_partner")
        .fill("purpose", "referral")
        .fill("explained_by", "interpreter")
        .fill("given", "proxy")
        .fill("proxy_who", "The grandmother")
        .fill("proxy_why", "He is five");
    half.clone().send().await.expect(422);
    let without = half
        .clone()
        .fill("proxy_role", "guardian")
        .fill("child_view", "too_young");
    without.send().await.expect(422);
    let page = half
        .fill("proxy_role", "other")
        .fill("child_view", "too_young")
        .fill("child_decided", "guardian")
        .send()
        .await
        .expect(200);
    page.saying("Yonas")
        .saying("Given by: someone else")
        .saying("The grandmother")
        .saying("Too young to have a view")
        .saying("has no right to agree for the person, so it covers nothing");
    let kept = story.ana.get(&path.replace("/new", "")).await.expect(200);
    let kept = &kept.items().last().unwrap()["body"];
    assert_eq!(kept["person"], SON);
    assert_eq!(kept["given"]["role"], "other");
    assert_eq!(kept["child"]["view"], "too_young");
}

#[actix_web::test]
async fn who_says_later_that_nothing_may_be_shared_yet_is_not_passed_over() {
    let story = Story::begin().await;
    let later = consent_with(json!({ "recipients": { "kind": "nobody_yet" } }));
    let path = format!("/cases/{}/consents", story.case);
    story.ana.post(&path, later).await.expect(201);
    let (reply, _) = tried(&story).await;
    reply.expect_reason("nobody_yet");
}

#[actix_web::test]
async fn a_child_whose_years_nobody_knows_stays_one_in_the_partners_case() {
    let mut opening = opening();
    opening["people"][0]["birth_date"] = Value::Null;
    opening["people"][0]["under_18"] = json!("yes");
    let guardian = json!({
        "given": { "how": "proxy", "role": "guardian", "who": "her aunt", "why": "a child" },
    });
    opening["consents"] = json!([consent_with(guardian)]);
    let story = Story::begin_with(House::open().await, opening).await;
    let path = story.accepted().await;
    let open = json!({ "conflict_checked": true });
    let opened = story.lena.post(&format!("{path}/open-case"), open).await;
    let case = opened.expect(201).text_of("case");
    let file = story.lena.get(&format!("/cases/{case}")).await.expect(200);
    assert_eq!(file.body["people"][0]["body"]["age_band"], "child");
}
