//! The call, the queue and what supervisors see to, as a browser without scripts meets them.

use amparo_tests::{Actor, Browser, House, PageForm, Screen, json};
use chrono::TimeDelta;

use super::{Hotline, a_call, hands_over};

pub(super) async fn signed_in(house: &House, who: &Actor) -> Browser {
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
        .tick("receipt_anyway", "true")
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
    let taken = taken.expect(200).saying("Ana is checking it");
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
    // Nor read out on a line that may be recorded, unless somebody asks for it.
    let page = browser.get("/intake").await.expect(200);
    let form = page.form("/intake").fill("detained", "yes");
    let told = form.send().await.expect(200);
    let told = told.saying("Calls from detention are often recorded");
    assert!(!told.html.contains("class=\"number\""));
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
