//! The call, the queue and what supervisors see to, as a browser without scripts meets them.

use amparo_tests::{Actor, Browser, House, PageForm, Screen, json};
use chrono::TimeDelta;

use super::{Hotline, a_call, hands_over};

async fn signed_in(house: &House, who: &Actor) -> Browser {
    let browser = house.browser();
    browser.sign_in(who).await.expect(200);
    browser
}

fn filled(page: &Screen) -> PageForm {
    page.form("/intake")
        .fill("danger_now", "no")
        .fill("detained", "yes")
        .fill("removal.day", "26")
        .fill("removal.month", "11")
        .fill("removal.year", "26")
        .fill("removal_time", "610")
        .fill("phone", "0034 912 345 678")
        .fill("language", "Tigrinya")
        .fill("now_in", "Spain")
        .tick("needs[]", "legal")
        .fill("consent_file", "yes")
        .fill("consent_share", "ask_each_time")
        .fill("explained_by", "interpreter")
        .fill("name_to_use", "Selam Tesfay")
        .fill("caller_is", "the_person")
        .fill("notes", "Held since Sunday.\nAsks for a lawyer.")
}

/// The six groups of the number.
fn number(page: &Screen) -> String {
    let text = page.text();
    let groups: Vec<&str> = text
        .split_whitespace()
        .filter(|word| word.len() == 3 && word.chars().all(|c| c.is_ascii_digit()))
        .collect();
    assert_eq!(groups.len(), 6, "{text}");
    groups.join(" ")
}

#[actix_web::test]
async fn a_call_becomes_a_case_and_the_number_opens_the_persons_page() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let volunteer = signed_in(&house, &vera).await;
    let form = filled(&volunteer.get("/intake").await.expect(200));
    let told = form.clone().send().await.expect(200);
    let told = told
        .saying("P1 NOW")
        .saying("Removal is planned within 72 hours.")
        .saying("Someone is detained.");
    let digits = number(&told);
    // Sent twice, it counts once, and the same number is told.
    let again = form.send().await.expect(200);
    assert_eq!(number(&again), digits);
    let waiting = ana.get("/intakes").await.expect(200);
    assert_eq!(waiting.items().len(), 1);
    let id = waiting.items()[0]["id"].as_str().unwrap().to_owned();
    volunteer.get(&format!("/intakes/{id}")).await.expect(404);

    let worker = signed_in(&house, &ana).await;
    let queue = worker.get("/queue").await.expect(200).saying("Legal help");
    assert!(!queue.says("Selam"), "a name stands in the list");
    let look = queue.click(&format!("/intakes/{id}")).await.expect(200);
    let look = look
        .saying("Selam Tesfay")
        .saying("+34912345678")
        .saying("06:10")
        .saying("Asks for a lawyer.");
    let taken = look.form(&format!("/intakes/{id}/take")).send().await;
    let taken = taken.expect(200).saying("Ana looks into it");
    let opened = taken
        .form(&format!("/intakes/{id}/open-case"))
        .send()
        .await
        .expect(200);
    assert!(
        opened.address.starts_with("/en/cases/"),
        "{}",
        opened.address
    );
    let person = house.browser().enter_number(&digits).await;
    person.expect(200).at("/status");
}

#[actix_web::test]
async fn what_cannot_be_read_comes_back_with_its_words() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let browser = signed_in(&house, &vera).await;
    let form = filled(&browser.get("/intake").await.expect(200))
        .fill("phone", "+34 91")
        .fill("language", "Elvish")
        .fill("removal.month", "")
        .fill("removal_time", "soon")
        .fill("raise_to", "P1");
    let back = form.send().await.expect(422);
    assert!(ana.get("/intakes").await.expect(200).items().is_empty());
    let links = back.links();
    for field in [
        "phone",
        "language",
        "removal",
        "removal_time",
        "raise_reason",
    ] {
        let place = format!("#call-{field}");
        assert!(links.contains(&place), "no way to {field}");
        let id = format!("id=\"call-{field}\"");
        assert!(back.html.contains(&id), "the way to {field} leads nowhere");
    }
    let form = back.form("/intake");
    for (name, kept) in [
        ("phone", "+34 91"),
        ("language", "Elvish"),
        ("removal.day", "26"),
        ("removal_time", "soon"),
        ("name_to_use", "Selam Tesfay"),
        ("needs[]", "legal"),
        ("detained", "yes"),
    ] {
        assert_eq!(form.value(name), kept, "{name}");
    }
    let mended = form
        .fill("phone", "")
        .fill("language", "tir")
        .fill("removal.day", "26")
        .fill("removal.month", "12")
        .fill("removal.year", "2026")
        .fill("removal_time", "6.10")
        .fill("raise_reason", "She is being moved");
    mended.send().await.expect(200).saying("She is being moved");
}

#[actix_web::test]
async fn only_the_outcome_is_needed_and_unknown_is_an_answer() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let browser = signed_in(&house, &vera).await;
    let page = browser.get("/intake").await.expect(200);
    let form = page.form("/intake");
    assert_eq!(form.value("danger_now"), "unknown");
    assert_eq!(form.value("outcome"), "help_wanted");
    let none = form.clone().without("outcome").send().await.expect(422);
    assert!(none.links().contains(&"#call-outcome".to_owned()));
    form.send().await.expect(200).saying("P3 THIS WEEK");
    let waiting = ana.get("/intakes").await.expect(200);
    let id = waiting.items()[0]["id"].as_str().unwrap();
    let seen = ana.get(&format!("/intakes/{id}")).await.expect(200);
    assert_eq!(seen.body["intake"]["triage"]["under_18"], "unknown");
    assert_eq!(seen.body["intake"]["consent"]["share"], json!(null));
}

#[actix_web::test]
async fn a_draft_keeps_half_a_number_is_ones_own_and_never_comes_back_after_handing_over() {
    let house = House::open().await;
    let Hotline {
        organisation,
        vera,
        ana,
    } = Hotline::open(&house).await;
    let browser = signed_in(&house, &vera).await;
    let page = browser.get("/intake").await.expect(200);
    let typed = page
        .form("/intake")
        .fill("detained", "yes")
        .fill("phone", "+34 91")
        .fill("language", "Tigri");
    // The script saves the same form, again and again, and is answered with nothing.
    let by_script = typed.clone().without("_key").with("_button", "autosave");
    let by_script = by_script.to("/intake/draft");
    by_script.clone().send_only().await.expect(204);
    by_script.clone().send_only().await.expect(204);
    let kept = typed.press("draft").to("/intake/draft").send().await;
    let kept = kept.expect(200).saying("Someone is detained.");
    let path = kept.address.split('?').next().unwrap().replace("/en", "");
    let form = kept.form("/intake");
    assert_eq!(form.value("phone"), "+34 91");
    assert_eq!(form.value("language"), "Tigri");
    assert_eq!(form.value("detained"), "yes");
    let drafts = vera.get("/intakes?state=draft").await.expect(200);
    assert_eq!(drafts.items().len(), 1);
    browser.get("/intake").await.expect(200).click(&path).await;
    for other in [&ana, &organisation.volunteer("Vito").await] {
        let other = signed_in(&house, other).await;
        other.get(&path).await.expect(404);
        assert!(
            !other
                .get("/intake")
                .await
                .links()
                .contains(&format!("/en{path}"))
        );
    }
    let over = form.fill("phone", "").fill("language", "tir");
    over.send().await.expect(200).saying("P2 TODAY");
    by_script.send_only().await.expect(409);
    browser.get(&path).await.expect(404);
    assert!(vera.get("/intakes").await.expect(200).items().is_empty());
    assert_eq!(ana.get("/intakes").await.expect(200).items().len(), 1);
}

#[actix_web::test]
async fn a_draft_can_be_deleted_and_is_gone_after_twelve_hours() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let browser = signed_in(&house, &vera).await;
    let draft = async || {
        let page = browser.get("/intake").await.expect(200);
        let form = page.form("/intake").press("draft").to("/intake/draft");
        form.send().await.expect(200)
    };
    let first = draft().await;
    let path = first.address.split('?').next().unwrap().replace("/en", "");
    let discard = first.form(&format!("{path}/discard"));
    discard.send().await.expect(200).at("/intake");
    browser.get(&path).await.expect(404);
    draft().await;
    house.later(TimeDelta::hours(12));
    house.run_jobs();
    assert!(vera.get("/intakes").await.expect(200).items().is_empty());
}

#[actix_web::test]
async fn a_contact_that_becomes_nothing_is_logged_without_content() {
    let house = House::open().await;
    let Hotline { vera, ana, .. } = Hotline::open(&house).await;
    let browser = signed_in(&house, &vera).await;
    let page = browser.get("/intake").await.expect(200);
    let silent = page.form("/intake/log").with("outcome", "silent");
    let logged = silent.clone().send().await.expect(200).at("/intake");
    logged.saying("The contact has been logged.");
    silent.send().await.expect(200);
    hands_over(&vera, a_call()).await;
    let log = browser.get("/contacts").await.expect(200);
    let log = log.saying("2 contacts were logged today.");
    assert!(!log.says("Nobody spoke") && !log.says("Tigrinya"));
    let log = signed_in(&house, &ana).await.get("/contacts").await;
    let log = log.expect(200).saying("Nobody spoke").saying("Tigrinya");
    assert!(!log.says("Selam") && !log.says("Aluche"));
}

#[actix_web::test]
async fn no_number_is_made_where_it_is_unsafe_to_keep() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let browser = signed_in(&house, &vera).await;
    let page = browser.get("/intake").await.expect(200);
    let form = page.form("/intake").tick("no_receipt", "true");
    let told = form.send().await.expect(200);
    let told = told.saying("There is no number");
    assert!(!told.html.contains("class=\"number\""));
}

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
    let link = found.form(&format!("/intakes/{id}/link"));
    let linked = link.fill("case", &case).send().await.expect(200);
    linked.at(&format!("/cases/{case}"));
    // A look is not kept: sent again, it is looked again, and the call is where it belongs now.
    let again = find.send().await.expect(200);
    assert!(!again.has_form(&format!("/intakes/{id}/link")));
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
    let load = browser.get("/workload").await.expect(200).saying("Left");
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
    for word in organisation.fingerprint.clone() {
        assert!(page.says(&word), "{word} cannot be compared");
    }
    let form = page.form(&format!("/admissions/{}", nora.id()));
    form.clone().send().await.expect(200).saying("Let in.");
    form.send().await.expect(200).saying("Nobody is waiting");
    let newcomer = signed_in(&house, &nora).await;
    newcomer.get("/intake").await.expect(200);
}

#[actix_web::test]
async fn what_is_not_for_somebody_is_not_there() {
    let house = House::open().await;
    let Hotline {
        organisation,
        vera,
        ana,
    } = Hotline::open(&house).await;
    let (id, _) = hands_over(&vera, a_call()).await;
    let stranger = house.organisation("legal", "MA").await.supervisor();
    let intake = format!("/intakes/{id}");
    let supervisor = ["/workload", "/admissions", "/overrides"];
    for (who, paths) in [
        (vera, vec!["/queue", intake.as_str()]),
        (ana, Vec::new()),
        (
            organisation.auditor("Aya").await,
            vec!["/intake", "/contacts", "/queue"],
        ),
    ] {
        let browser = signed_in(&house, &who).await;
        for path in supervisor.iter().chain(&paths) {
            browser.get(path).await.expect(404);
        }
    }
    signed_in(&house, &stranger)
        .await
        .get(&intake)
        .await
        .expect(404);
    house
        .browser()
        .get("/intake")
        .await
        .expect(200)
        .at("/sign-in");
}
