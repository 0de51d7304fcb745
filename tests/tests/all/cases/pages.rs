//! The caseworker's pages, through a browser without scripts.

use amparo_tests::{House, json};

use super::{assigns, opens, whats};

/// Opening without an intake, a note, a deadline and done, a need, a consent, closing, reopening:
/// every form is filled with what the page offers.
#[actix_web::test]
async fn a_caseworker_gets_through_her_day() {
    let house = House::open().await;
    let ana = house
        .organisation("hotline", "ES")
        .await
        .caseworker("Ana")
        .await;
    let browser = house.browser();
    let home = browser.sign_in(&ana).await.expect(200).at("/cases");
    home.saying("0 open").saying("0 NOW").saying("0 overdue");
    let new = browser.get("/cases/new").await.expect(200);
    let form = new.form("/cases/new");
    let bare = form.clone().send().await.expect(422);
    bare.saying("fill this in");
    let page = form
        .fill("priority", "P1")
        .fill("summary", "Fell from a scaffold, papers with the employer.")
        .fill("country", "Spain")
        .fill("name", "Amina")
        .fill("languages", "Tigrinya, Arabic")
        .tick("needs[]", "legal")
        .send()
        .await
        .expect(200);
    let page = page.saying("Fell from a scaffold").saying("P1 NOW");
    let case = page.address.trim_start_matches("/en").to_owned();
    let case = case.split('?').next().unwrap_or_default().to_owned();

    let note = page.form(&format!("{case}/entries/new"));
    let page = note
        .fill("kind", "call")
        .fill("text", "Called the ward.\nThe papers are in the safe.")
        .send()
        .await
        .expect(200);
    let page = page.saying("Saved.").saying("Called the ward.");
    let task = page
        .form(&format!("{case}/tasks/new"))
        .fill("what", "Objection to the court")
        .fill("kind", "deadline")
        .fill("day.day", "23")
        .fill("day.month", "11")
        .fill("day.year", "2026")
        .fill("time", "٠٩:٣٠")
        .fill("time_zone", "Europe/Madrid");
    let page = task.send().await.expect(200);
    page.clone()
        .saying("OVERDUE")
        .saying("09:30 (Europe/Madrid)");
    let agenda = browser.get("/tasks").await.expect(200);
    let agenda = agenda.saying("Objection to the court").saying("OVERDUE");
    let list = browser.get("/cases").await.expect(200);
    list.saying("1 open").saying("1 NOW").saying("1 overdue");
    let done = agenda.form(&format!("{case}/next/done"));
    let agenda = done.send().await.expect(200).at("/tasks");
    agenda.saying("Nothing is due");

    let consent = browser.get(&format!("{case}/consents/new")).await;
    let consent = consent.expect(200).form(&format!("{case}/consents/new"));
    assert_eq!(consent.value("language"), "Tigrinya");
    let wrong = consent.clone().send().await.expect(422);
    wrong.saying("What may be shared");
    let page = consent
        .tick("sections[]", "needs")
        .fill("recipients", "ask_each_time")
        .fill("purpose", "referral")
        .fill("explained_by", "interpreter")
        .fill("given", "spoken")
        .send()
        .await
        .expect(200);
    let page = page.saying("In force").saying("Ask each time");

    let close = page.click(&format!("{case}/close")).await.expect(200);
    let close = close.form(&format!("{case}/close"));
    let page = close
        .fill("outcome", "resolved")
        .fill("reason", "All is there.")
        .send()
        .await
        .expect(200);
    assert!(!page.has_form(&format!("{case}/entries/new")));
    let again = page.click(&format!("{case}/reopen")).await.expect(200);
    let again = again.form(&format!("{case}/reopen"));
    let page = again.fill("reason", "She came back.").send().await;
    assert!(page.expect(200).has_form(&format!("{case}/entries/new")));
}

#[actix_web::test]
async fn a_stale_edit_shows_both_texts_and_loses_none() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (ana, sofia) = (hotline.caseworker("Ana").await, hotline.supervisor());
    let case = opens(&ana, "Amina", "P2").await;
    let path = format!("/cases/{case}/sheet");
    let (hers, mine) = (house.browser(), house.browser());
    hers.sign_in(&sofia).await.expect(200);
    mine.sign_in(&ana).await.expect(200);
    let (first, second) = (hers.get(&path).await, mine.get(&path).await);
    let first = first.expect(200).form(&path);
    let second = second.expect(200).form(&path);
    assert_eq!(second.value("tags"), "port");
    first
        .fill("summary", "She has a lawyer now.")
        .fill("tags", "port, lawyer")
        .send()
        .await
        .expect(200)
        .saying("She has a lawyer now.");
    let both = second.fill("summary", "The hearing is moved.").send().await;
    let both = both.expect(409).saying("She has a lawyer now.");
    let both = both.saying("port, lawyer");
    let form = both.form(&path);
    assert_eq!(form.value("summary"), "The hearing is moved.");
    // Whoever has read both may send hers after all; the other stays in the history.
    let page = form
        .send()
        .await
        .expect(200)
        .saying("The hearing is moved.");
    let history = page.click(&format!("/cases/{case}/history")).await;
    history.expect(200).saying("She has a lawyer now.");
    // Less urgent needs a reason of its own.
    let again = mine.get(&path).await.expect(200).form(&path);
    let refused = again.clone().fill("priority", "P4").send().await;
    refused
        .expect(422)
        .saying("say why the case is less urgent");
    let page = again.fill("priority", "P4").fill("reason", "Released.");
    page.send().await.expect(200);
    let sheet = ana.get(&format!("/cases/{case}")).await.expect(200).body;
    assert_eq!(sheet["sheet"]["body"]["priority"], "P4");
    // Nobody but a supervisor makes less urgent what is for now.
    let now = mine.get(&path).await.expect(200).form(&path);
    now.fill("priority", "P1").send().await.expect(200);
    let now = mine.get(&path).await.expect(200).form(&path);
    let now = now.fill("priority", "P3").fill("reason", "Quiet again.");
    now.send().await.refusing("supervisor_lowers");
}

#[actix_web::test]
async fn a_form_that_is_sent_twice_counts_once() {
    let house = House::open().await;
    let ana = house
        .organisation("hotline", "ES")
        .await
        .caseworker("Ana")
        .await;
    let case = opens(&ana, "Amina", "P2").await;
    let browser = house.browser();
    browser.sign_in(&ana).await.expect(200);
    let page = browser.get(&format!("/cases/{case}")).await.expect(200);
    let note = page.form(&format!("/cases/{case}/entries/new"));
    let note = note.fill("kind", "note").fill("text", "Pressed twice.");
    note.clone().send().await.expect(200);
    note.send().await.expect(200);
    let entries = ana.get(&format!("/cases/{case}/entries")).await.expect(200);
    let same = |entry: &&amparo_tests::Value| entry["body"]["text"] == "Pressed twice.";
    assert_eq!(entries.items().iter().filter(same).count(), 1);
}

#[actix_web::test]
async fn somebody_elses_case_is_the_calm_page_of_nothing() {
    let house = House::open().await;
    let network = house.network().await;
    let ana = network.hotline.caseworker("Ana").await;
    let case = opens(&ana, "Amina", "P2").await;
    let browser = house.browser();
    let none = format!("/cases/{}", super::NOBODY);
    for stranger in [
        network.hotline.caseworker("Bea").await,
        network.legal.supervisor(),
        network.hotline.volunteer("Vera").await,
        network.hotline.administrator(),
    ] {
        browser.sign_in(&stranger).await;
        for part in [
            "",
            "/sheet",
            "/letters",
            "/access",
            "/ledger",
            "/entries/new",
        ] {
            let hidden = browser.get(&format!("/cases/{case}{part}")).await;
            let absent = browser.get(&format!("{none}{part}")).await.expect(404);
            let hidden = hidden.expect(404).saying("There is nothing here");
            assert_eq!(hidden.headings(), absent.headings());
            assert!(!hidden.says("Amina"), "{part}");
        }
        browser.holds(None);
    }
}

#[actix_web::test]
async fn numbers_are_shown_only_behind_the_rule_and_the_look_is_on_record() {
    let house = House::open().await;
    let ana = house
        .organisation("hotline", "ES")
        .await
        .caseworker("Ana")
        .await;
    let case = opens(&ana, "Amina", "P2").await;
    let people = ana.get(&format!("/cases/{case}/people")).await.expect(200);
    let person = people.items()[0]["id"].as_str().unwrap().to_owned();
    let contact = format!("/cases/{case}/people/{person}/contact");
    let browser = house.browser();
    browser.sign_in(&ana).await.expect(200);
    let page = browser.get(&format!("/cases/{case}")).await.expect(200);
    let page = page.saying("There is a code word to say first.");
    assert!(!page.html.contains("911 23 45 67") && !page.says("the library"));
    assert!(
        !whats(&ana, &case)
            .await
            .contains(&"contact_seen".to_owned())
    );
    let shown = page.click(&contact).await.expect(200);
    let text = shown.text();
    assert!(text.find("the library").unwrap() < text.find("911 23 45 67").unwrap());
    assert!(
        whats(&ana, &case)
            .await
            .contains(&"contact_seen".to_owned())
    );
    let form = shown.form(&contact).fill("hours", "after eight");
    form.send().await.expect(200).saying("after eight");
    // What the form did not touch is still there.
    let again = browser.get(&contact).await.expect(200);
    again.saying("the library").saying("911 23 45 67");
}

#[actix_web::test]
async fn lists_and_the_search_show_pseudonyms_and_no_name() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (ana, sofia) = (hotline.caseworker("Ana").await, hotline.supervisor());
    let case = opens(&ana, "Amina Dembele", "P1").await;
    assigns(&sofia, &case, &ana).await;
    let card = ana.get(&format!("/cases/{case}")).await.expect(200);
    let pseudonym = card.body["card"]["pseudonym"].as_str().unwrap().to_owned();
    let browser = house.browser();
    let list = browser.sign_in(&ana).await.expect(200).at("/cases");
    let list = list.saying(&pseudonym);
    assert!(!list.says("Amina"));
    let found = list.form("/cases/find").fill("query", "dembele");
    let found = found.send().await.expect(200).at("/cases/find");
    let found = found.saying(&pseudonym);
    assert!(!found.address.contains("dembele"));
    let nothing = found.form("/cases/find").fill("query", "somebody");
    nothing.send().await.expect(200).saying("Nothing found");
    let short = found.form("/cases/find").fill("query", "a");
    short.send().await.expect(422);
    // A supervisor hands it over; the former worker does not see it any more.
    let bea = hotline.caseworker("Bea").await;
    let desk = house.browser();
    desk.sign_in(&sofia).await.expect(200);
    let assign = format!("/cases/{case}/assign");
    let form = desk.get(&assign).await.expect(200).form(&assign);
    form.fill("account", &bea.id()).send().await.expect(200);
    browser.get(&format!("/cases/{case}")).await.expect(404);
}

#[actix_web::test]
async fn a_case_without_an_intake_can_be_given_a_receipt() {
    let house = House::open().await;
    let ana = house
        .organisation("hotline", "ES")
        .await
        .caseworker("Ana")
        .await;
    let case = opens(&ana, "Amina", "P2").await;
    let browser = house.browser();
    browser.sign_in(&ana).await.expect(200);
    let letters = browser.get(&format!("/cases/{case}/letters")).await;
    let letters = letters
        .expect(200)
        .saying("The person has no number for this case");
    let give = letters.form(&format!("/cases/{case}/receipt"));
    let given = give.send().await.expect(200).text();
    let digits: String = given
        .split("read it back.")
        .nth(1)
        .unwrap()
        .chars()
        .filter(char::is_ascii_digit)
        .take(18)
        .collect();
    assert_eq!(digits.len(), 18, "{given}");
    let letters = browser.get(&format!("/cases/{case}/letters")).await;
    let letters = letters.expect(200);
    let letter = letters.form(&format!("/cases/{case}/letters"));
    let letter = letter.fill("text", "We have a lawyer for you.");
    letter.send().await.expect(200).saying("We have a lawyer");
    let step = browser.get(&format!("/cases/{case}/letters")).await;
    let step = step.form(&format!("/cases/{case}/step"));
    let step = step
        .fill("step", "in_work")
        .fill("text", "A lawyer writes.");
    step.send().await.expect(200).saying("A lawyer writes.");
    // The person comes back with it, and reads what is for her.
    let signed = house
        .visitor()
        .post("/receipts/sessions", json!({ "receipt": digits }))
        .await;
    let person = house.bearer(&signed.expect(201).text_of("token"));
    let seen = person.get("/receipts/current").await.expect(200);
    assert_eq!(seen.body["text"], "A lawyer writes.");
    assert_eq!(seen.body["letters_waiting"], 1);
}
