//! A call that is put into a known case is a new triage: every answer becomes a record.

use amparo_tests::{Actor, House, Value, json};

use super::pages::signed_in;
use super::{Hotline, a_call, hands_over};

/// A calm case about Selam, from a first call.
async fn calm_case(vera: &Actor, ana: &Actor) -> String {
    let calm = json!({
        "outcome": "help_wanted",
        "triage": { "safe_to_call_back": "yes" },
        "language": "tir",
        "now_in": "ES",
        "needs": ["legal"],
        "consent": { "file": "yes" },
        "who": { "name_to_use": "Selam Tesfay", "caller_is": "the_person" },
        "contact": { "phone": "+34912345678", "whose": "own" },
    });
    let (id, _) = hands_over(vera, calm).await;
    let open = format!("/intakes/{id}/open-case");
    let case = ana.post(&open, json!({})).await.expect(201);
    case.text_of("case")
}

/// Danger, custody, a doctor, a removal tomorrow, another number, and no calling back.
fn urgent() -> Value {
    let mut call = a_call();
    call["outcome"] = json!("update");
    call["triage"] = json!({
        "danger_now": "yes", "detained": "yes", "urgent_medical": "yes", "under_18": "yes",
        "pregnant_or_with_children": "yes", "safe_to_call_back": "no",
        "removal": { "date": "2026-11-25", "time": "04:00" },
    });
    call["citizen_of"] = json!("ER");
    call["who"]["caller_is"] = json!("family");
    call["contact"] = json!({
        "phone": "+34698765432", "whose": "shared", "how": "by message", "when": "mornings",
        "code_word": "the aunt", "voicemail": "no",
    });
    call
}

async fn file(ana: &Actor, case: &str) -> Value {
    ana.get(&format!("/cases/{case}")).await.expect(200).body
}

#[actix_web::test]
async fn an_urgent_call_arrives_in_a_calm_case_as_records() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let case = calm_case(&vera, &ana).await;
    let before = file(&ana, &case).await;
    assert_eq!(before["card"]["priority"], "P3");
    let (id, _) = hands_over(&vera, urgent()).await;
    let wanted = json!({ "case": case });
    let shown = ana.post(&format!("/intakes/{id}/preview-link"), wanted.clone());
    let shown = shown.await.expect(200);
    assert_eq!(shown.body["case_has_receipt"], true);
    assert_eq!(file(&ana, &case).await["needs"], before["needs"], "a look");
    let linked = ana.post(&format!("/intakes/{id}/link"), wanted).await;
    let linked = linked.expect(200);
    assert_eq!(linked.body["became"], shown.body["became"]);
    let after = file(&ana, &case).await;
    let card = &after["card"];
    assert_eq!(
        (&card["priority"], &card["detained"]),
        (&json!("P1"), &json!(true))
    );
    assert_eq!(card["has_news"], true);
    assert_eq!(card["next"]["kind"], "removal");
    assert_eq!(
        card["next"]["due"], "2026-11-25T03:00:00Z",
        "on the clock of Spain"
    );
    let person = &after["people"][0]["body"];
    assert_eq!(person["under_18"], "yes");
    assert_eq!(person["age_estimate"], Value::Null);
    assert_eq!(person["pregnant_or_with_children"], "yes");
    assert_eq!(person["nationality"], "ER");
    assert_eq!(person["safe_contact"]["safe_to_call_back"], "no");
    let contact = format!(
        "/cases/{case}/people/{}/contact",
        after["people"][0]["id"].as_str().unwrap()
    );
    let contact = ana.post_nothing(&contact).await.expect(200).body;
    assert_eq!(contact["channels"][1]["value"], "+34698765432");
    assert_eq!(contact["channels"][1]["whose"], "shared");
    assert_eq!(contact["before_you_call"]["hours"], "mornings");
    assert_eq!(contact["before_you_call"]["code_word"], "the aunt");
    assert_eq!(contact["before_you_call"]["note"], "by message");
    assert_eq!(after["sheet"]["body"]["town"], "Aluche");
    assert_eq!(after["custody"][0]["body"]["facility"], "Aluche");
    let needs = after["needs"].as_array().unwrap().iter();
    let needs: Vec<(&str, &str)> = needs
        .map(|need| {
            let word = |name: &str| need["body"][name].as_str().unwrap();
            (word("category"), word("urgency"))
        })
        .collect();
    assert_eq!(needs, [("legal", "P1"), ("health", "P1"), ("safety", "P1")]);
    let consents = after["consents"].as_array().unwrap();
    assert_eq!(consents.len(), 1, "what was agreed to");
    let whose = &after["people"][0]["body"]["person"];
    assert_eq!(&consents[0]["body"]["person"], whose);
    // Looked at: the mark goes.
    ana.post(&format!("/cases/{case}/news/seen"), json!({}))
        .await
        .expect(204);
    assert_eq!(file(&ana, &case).await["card"]["has_news"], false);
}

/// Every filled field of a call is found again in a record, in a new case and in a known one.
#[actix_web::test]
async fn whatever_is_said_alone_is_found_in_a_record() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    // One answer at a time: nothing else of the call could carry it.
    let each: &[(&str, Value, &str, Value)] = &[
        (
            "/triage/detained",
            json!("yes"),
            "/card/detained",
            json!(true),
        ),
        (
            "/triage/under_18",
            json!("yes"),
            "/people/0/body/age_band",
            json!("child"),
        ),
        (
            "/triage/danger_now",
            json!("yes"),
            "/needs/0/body/category",
            json!("safety"),
        ),
        (
            "/triage/urgent_medical",
            json!("yes"),
            "/needs/0/body/category",
            json!("health"),
        ),
        (
            "/triage/removal",
            json!({ "feared": "yes" }),
            "/removals/0/body/state",
            json!("rumoured"),
        ),
        (
            "/triage/removal",
            json!({ "date": "2026-11-26" }),
            "/removals/0/body/day",
            json!("2026-11-26"),
        ),
        (
            "/triage/pregnant_or_with_children",
            json!("yes"),
            "/people/0/body/pregnant_or_with_children",
            json!("yes"),
        ),
        (
            "/triage/safe_to_call_back",
            json!("no"),
            "/people/0/body/safe_contact/safe_to_call_back",
            json!("no"),
        ),
        (
            "/language",
            json!("amh"),
            "/people/0/body/languages/0",
            json!("amh"),
        ),
        (
            "/interpreter",
            json!("phone"),
            "/people/0/body/interpreter_needed",
            json!("yes"),
        ),
        (
            "/citizen_of",
            json!("ER"),
            "/people/0/body/nationality",
            json!("ER"),
        ),
        ("/now_in", json!("LY"), "/sheet/body/country", json!("LY")),
        (
            "/town",
            json!("Zuwara"),
            "/sheet/body/town",
            json!("Zuwara"),
        ),
        (
            "/needs",
            json!(["shelter"]),
            "/needs/0/body/category",
            json!("shelter"),
        ),
        (
            "/who/name_to_use",
            json!("Abel"),
            "/people/0/body/names/0",
            json!("Abel"),
        ),
        (
            "/contact/phone",
            json!("+34912345678"),
            "/people/0/body/safe_contact/channels/0/kind",
            json!("phone"),
        ),
        (
            "/contact/voicemail",
            json!("no"),
            "/people/0/body/safe_contact/voicemail",
            json!("no"),
        ),
        (
            "/contact/when",
            json!("evenings"),
            "/people/0/body/safe_contact/hours",
            json!("evenings"),
        ),
        (
            "/contact/code_word",
            json!("aunt"),
            "/people/0/body/safe_contact/has_code_word",
            json!(true),
        ),
        (
            "/notes",
            json!("Held since Sunday."),
            "/entries/0/body/text",
            json!("Held since Sunday."),
        ),
    ];
    let priority = |it: &Value| it["card"]["priority"].as_str().unwrap().to_owned();
    for (field, value, place, wanted) in each {
        let mut call = json!({
            "outcome": "help_wanted", "triage": {}, "who": {}, "contact": {},
        });
        let (of, name) = field.rsplit_once('/').unwrap();
        call.pointer_mut(of).unwrap()[name] = value.clone();
        let (id, _) = hands_over(&vera, call.clone()).await;
        let urgency = ana.get(&format!("/intakes/{id}")).await.expect(200);
        let urgency = urgency.text_of("priority");
        let opened = ana
            .post(&format!("/intakes/{id}/open-case"), json!({}))
            .await;
        let new = file(&ana, &opened.expect(201).text_of("case")).await;
        assert_eq!(new.pointer(place), Some(wanted), "{field} in a new case");
        assert!(
            priority(&new) <= urgency,
            "{field}: less urgent than the call"
        );
        let bare = json!({ "sheet": { "priority": "P4" } });
        let known = ana.post("/cases", bare).await.expect(201).id();
        call["outcome"] = json!("update");
        let (id, _) = hands_over(&vera, call).await;
        let urgency = ana.get(&format!("/intakes/{id}")).await.expect(200);
        let urgency = urgency.text_of("priority");
        let link = json!({ "case": known });
        ana.post(&format!("/intakes/{id}/link"), link)
            .await
            .expect(200);
        let known = file(&ana, &known).await;
        assert_eq!(
            known.pointer(place),
            Some(wanted),
            "{field} in a known case"
        );
        assert!(
            priority(&known) <= urgency,
            "{field}: less urgent than the call"
        );
    }
}

#[actix_web::test]
async fn no_strangers_number_opens_the_persons_letters() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    // A case that came without a call, and so has no number yet.
    let bare = json!({ "sheet": { "priority": "P3" } });
    let case = ana.post("/cases", bare).await.expect(201).id();
    let (stranger, digits) = hands_over(&vera, urgent()).await;
    let link = format!("/intakes/{stranger}/link");
    let linked = ana.post(&link, json!({ "case": case })).await.expect(200);
    assert_eq!(linked.body["receipt_attached"], false);
    ana.get(&format!("/cases/{case}/status"))
        .await
        .expect_reason("no_receipt");
    // The stranger sees that her own call was read, and nothing of the case.
    let session = house
        .visitor()
        .post("/receipts/sessions", json!({ "receipt": digits }));
    let token = session.await.expect(201).text_of("token");
    let own = house
        .bearer(&token)
        .get("/receipts/current")
        .await
        .expect(200);
    assert_eq!(own.body["step"], "in_work");
    // Somebody says that it is the person's own.
    let (own, _) = hands_over(&vera, urgent()).await;
    let link = format!("/intakes/{own}/link");
    let own = json!({ "case": case, "own_receipt": true });
    let linked = ana.post(&link, own).await.expect(200);
    assert_eq!(linked.body["receipt_attached"], true);
}

#[actix_web::test]
async fn a_new_case_keeps_the_number_of_somebody_else_apart() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    for (body, attached) in [(json!({}), false), (json!({ "own_receipt": true }), true)] {
        let (id, _) = hands_over(&vera, urgent()).await;
        let opened = ana.post(&format!("/intakes/{id}/open-case"), body).await;
        assert_eq!(opened.expect(201).body["receipt_attached"], attached);
    }
}

#[actix_web::test]
async fn a_call_opens_a_closed_case_again() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let case = calm_case(&vera, &ana).await;
    let close = json!({ "outcome": "lost_contact", "reason": "no answer" });
    ana.post(&format!("/cases/{case}/close"), close)
        .await
        .expect(200);
    let (id, _) = hands_over(&vera, urgent()).await;
    let link = format!("/intakes/{id}/link");
    ana.post(&link, json!({ "case": case }))
        .await
        .expect_problem(409, "case_closed");
    let browser = signed_in(&house, &ana).await;
    let look = browser.get(&format!("/intakes/{id}")).await.expect(200);
    let ask = look
        .form(&format!("/intakes/{id}/confirm"))
        .fill("case", &case);
    let asked = ask.send().await.expect(200).saying("This case is closed.");
    let linked = asked.form(&format!("/intakes/{id}/link")).send().await;
    let linked = linked.expect(200).at(&format!("/cases/{case}"));
    linked.saying("a call about it came in");
    assert_eq!(file(&ana, &case).await["card"]["status"], "open");
}
