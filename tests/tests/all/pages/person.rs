//! The journey of the person with a number, without scripts.

use amparo_tests::document::PlainWords;
use amparo_tests::{Browser, House, World, json};
use chrono::TimeDelta;

use super::frame::assert_sound;
use crate::intake::{Hotline, a_call, hands_over};
use crate::receipts::a_case;

/// What a page of hers may weigh, with everything it loads, before it is packed smaller.
const MOST_BYTES: usize = 20_000;

/// The person of a report that nobody has read, in a browser.
async fn with_a_report(house: &House) -> (Browser, String) {
    let Hotline { vera, .. } = Hotline::open(house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    (house.browser(), receipt)
}

/// The digits in another script, from its zero on.
fn in_script(zero: u32, digits: &str) -> String {
    let turned = |c: char| {
        c.to_digit(10)
            .and_then(|digit| char::from_u32(zero + digit))
    };
    digits.chars().map(|c| turned(c).unwrap_or(c)).collect()
}

#[actix_web::test]
async fn a_number_opens_her_page_in_three_steps() {
    let house = House::open().await;
    let (browser, receipt) = with_a_report(&house).await;
    let start = browser.get("/").await.expect(200);
    let number = start.click("/number").await.expect(200);
    assert_sound(&number);
    assert_eq!(number.headings(), ["Your number"]);
    let form = number.form("/number").fill("receipt", &receipt);
    let page = form.send().await.expect(200).at("/status");
    assert_sound(&page);
    assert!(page.says("Your report is waiting to be read."));
    assert!(page.says("Nobody has read it yet."));
    // A title on a shared screen says nothing about us.
    for page in [&number, &page] {
        assert!(!page.title().contains("Amparo"), "{}", page.title());
    }
    // Who comes back is not asked again.
    browser.get("/number").await.at("/status");
}

#[actix_web::test]
async fn digits_of_every_script_open_it() {
    let house = House::open().await;
    let (browser, receipt) = with_a_report(&house).await;
    for zero in [0x660, 0x6f0, 0x966, 0x9e6, 0x1040, 0x17e0, 0xe50, 0xff10] {
        let typed = in_script(zero, &receipt);
        browser.enter_number(&typed).await.expect(200).at("/status");
        browser.holds(None);
    }
    for typed in [
        receipt.replace(' ', ""),
        format!("  {}\u{200f}", receipt.replace(' ', "-")),
    ] {
        browser.enter_number(&typed).await.expect(200).at("/status");
        browser.holds(None);
    }
}

#[actix_web::test]
async fn a_slip_is_named_and_a_wrong_number_tells_nothing() {
    let house = House::open().await;
    let (browser, receipt) = with_a_report(&house).await;
    let slip = format!(
        "{}{}",
        if receipt.starts_with('9') { 1 } else { 9 },
        &receipt[1..]
    );
    let cases = [
        (slip.as_str(), "one digit is wrong"),
        ("482 913", "a number has 18 digits"),
        ("four eight two", "type only digits here"),
        ("", "fill this in"),
    ];
    for (typed, says) in cases {
        let again = browser.enter_number(typed).await.expect(422).at("/number");
        assert!(again.says(says), "{typed}: {}", again.text());
        // What was typed stays, so that one digit can be put right.
        assert_eq!(again.form("/number").value("receipt"), typed);
        assert_eq!(browser.cookie(), None);
    }
    // Well-formed: one that never was, and one that was erased.
    let never = browser.enter_number("000000000000000098").await.expect(422);
    browser.enter_number(&receipt).await.expect(200);
    let delete = browser.get("/status").await.click("/status/delete").await;
    delete.form("/status/delete").send().await.expect(200);
    assert_eq!(house.run_jobs(), 1);
    let gone = browser.enter_number(&receipt).await.expect(422);
    assert!(gone.says("this number opens nothing"));
    assert_eq!(never.text(), gone.text());
}

#[actix_web::test]
async fn messages_go_both_ways_and_count_once() {
    let house = House::open().await;
    let (Hotline { ana, .. }, case, receipt) = a_case(&house).await;
    let browser = house.browser();
    let page = browser.enter_number(&receipt).await.expect(200);
    let form = page
        .form("/status")
        .fill("text", "ሰላም\nI am in another place.");
    let sent = form.clone().send().await.expect(200).at("/status");
    assert!(sent.says("Your message has been sent."));
    form.send().await.expect(200);
    let letters = ana
        .get(&format!("/cases/{case}/messages"))
        .await
        .expect(200);
    assert_eq!(letters.items().len(), 1);
    assert_eq!(letters.items()[0]["text"], "ሰላም\nI am in another place.");
    let answer = json!({ "text": "A lawyer comes <b>on Friday</b>." });
    ana.post(&format!("/cases/{case}/messages"), answer)
        .await
        .expect(201);
    let page = browser.get("/status").await.expect(200);
    assert!(page.says("Messages: one is new"));
    assert!(page.html.contains("A lawyer comes &#60;b&#62;on Friday"));
    assert!(!page.says("Ana"), "no name of a helper reaches the person");
    assert!(browser.get("/status").await.says("Messages You"));
    // Nothing and too much are said at the field, and her words stay.
    let empty = page.form("/status").send().await.expect(422);
    assert!(empty.says("Write back: fill this in"));
    let long = "a".repeat(4001);
    let long = page
        .form("/status")
        .fill("text", &long)
        .send()
        .await
        .expect(422);
    assert!(long.says("at most 4000 characters") || long.says("at most 4,000 characters"));
    assert_eq!(long.form("/status").value("text").len(), 4001);
}

#[actix_web::test]
async fn what_was_typed_survives_the_end_of_the_sign_in() {
    let house = House::open().await;
    let (browser, receipt) = with_a_report(&house).await;
    let page = browser.enter_number(&receipt).await.expect(200);
    let form = page.form("/status").fill("text", "They moved us tonight.");
    house.later(TimeDelta::minutes(16));
    let lapsed = form.send().await.expect(401);
    assert_sound(&lapsed);
    assert_eq!(lapsed.headings(), ["You are no longer signed in"]);
    assert!(lapsed.says("What you wrote is not lost"));
    assert_eq!(
        lapsed.form("/status").value("text"),
        "They moved us tonight."
    );
    // The way in is the one for a number, in another tab.
    lapsed.click("/number").await.expect(200).at("/number");
    browser.enter_number(&receipt).await.expect(200);
    let again = lapsed.form("/status").send().await.expect(422);
    assert!(again.says("You have signed in again since this page was opened."));
    let sent = again.form("/status");
    assert_eq!(sent.value("text"), "They moved us tonight.");
    sent.send()
        .await
        .expect(200)
        .saying("Your message has been sent.");
}

#[actix_web::test]
async fn she_sees_which_kind_of_organisation_has_seen_what() {
    let house = House::open().await;
    let world = World::build(&house, &mut PlainWords).await;
    let browser = house.browser();
    let page = browser.enter_number(&world.id("receipt")).await.expect(200);
    for words in [
        "A hotline read your report.",
        "A legal aid office read a short note without your name.",
        "A legal aid office was given what you agreed to share.",
    ] {
        assert!(page.says(words), "{}", page.text());
    }
}

#[actix_web::test]
async fn sharing_stops_after_the_consequences_were_read() {
    let house = House::open().await;
    let (Hotline { ana, .. }, case, receipt) = a_case(&house).await;
    let browser = house.browser();
    let page = browser.enter_number(&receipt).await;
    let asked = page.click("/status/sharing").await.expect(200);
    assert_sound(&asked);
    assert!(asked.says("People still know what they have already read."));
    let status = || ana.get(&format!("/cases/{case}/status"));
    assert_eq!(status().await.body["sharing_stopped"], false);
    let done = asked
        .form("/status/sharing")
        .send()
        .await
        .expect(200)
        .at("/status");
    assert!(done.says("Sharing has stopped."));
    assert_eq!(status().await.body["sharing_stopped"], true);
    let again = browser.get("/status/sharing").await.expect(200);
    assert!(!again.has_form("/status/sharing"));
    assert_sound(&again);
    let back = again
        .form("/status/sharing/again")
        .send()
        .await
        .expect(200)
        .at("/status");
    assert!(back.says("Sharing goes on again."));
    assert!(!back.says("You have stopped sharing."));
    assert_eq!(status().await.body["sharing_stopped"], false);
    let asked = browser.get("/status/sharing").await.expect(200);
    assert!(asked.has_form("/status/sharing"));
}

#[actix_web::test]
async fn deleting_takes_two_steps_and_says_what_it_means() {
    let house = House::open().await;
    let (browser, receipt) = with_a_report(&house).await;
    let page = browser.enter_number(&receipt).await;
    let asked = page.click("/status/delete").await.expect(200);
    assert_sound(&asked);
    assert!(asked.says("Nobody can bring it back"));
    let unsure = asked
        .form("/status/delete")
        .without("confirm")
        .with("confirm", "false");
    unsure.send().await.expect(422).saying("say yes first");
    let done = asked
        .form("/status/delete")
        .send()
        .await
        .expect(200)
        .at("/number");
    assert!(done.says("Everything has been deleted."));
    assert_eq!(browser.cookie(), None);
    assert_eq!(house.run_jobs(), 1);
    browser.get("/status").await.at("/number");
}

#[actix_web::test]
async fn in_a_case_deleting_is_asked_for() {
    let house = House::open().await;
    let (Hotline { ana, .. }, case, receipt) = a_case(&house).await;
    let browser = house.browser();
    let page = browser.enter_number(&receipt).await;
    let asked = page.click("/status/delete").await.expect(200);
    assert!(asked.says("Your helpers must agree before it is deleted."));
    let done = asked
        .form("/status/delete")
        .send()
        .await
        .expect(200)
        .at("/status");
    assert!(done.says("Your helpers have been asked to delete everything."));
    let letters = ana
        .get(&format!("/cases/{case}/messages"))
        .await
        .expect(200);
    assert_eq!(letters.items()[0]["asks_erasure"], true);
}

#[actix_web::test]
async fn helpers_are_told_when_contact_is_dangerous() {
    let house = House::open().await;
    let (Hotline { ana, .. }, case, receipt) = a_case(&house).await;
    let browser = house.browser().in_language("ar");
    let page = browser.enter_number(&receipt).await.expect(200);
    page.form("/status/no-contact")
        .send()
        .await
        .expect(200)
        .at("/status");
    let letters = ana
        .get(&format!("/cases/{case}/messages"))
        .await
        .expect(200);
    let text = letters.items()[0]["text"].as_str().unwrap();
    assert!(
        text.starts_with("It is safer not to contact me now."),
        "{text}"
    );
}

#[actix_web::test]
async fn her_pages_are_for_nobody_else() {
    let house = House::open().await;
    let world = World::build(&house, &mut PlainWords).await;
    let member = house.browser();
    member.sign_in(&world.who("ana")).await;
    for browser in [house.browser(), member] {
        for path in [
            "/status",
            "/status/letters",
            "/status/sharing",
            "/status/delete",
        ] {
            browser.get(path).await.expect(200).at("/number");
        }
    }
    // Nor does a number open pages of members.
    let person = house.browser();
    person.enter_number(&world.id("receipt")).await.expect(200);
    for path in ["/me", "/home"] {
        person.get(path).await.at("/sign-in");
    }
}

#[actix_web::test]
async fn her_pages_are_light() {
    let house = House::open().await;
    let world = World::build(&house, &mut PlainWords).await;
    let browser = house.browser();
    let page = browser.enter_number(&world.id("receipt")).await;
    for page in [
        browser.get("/").await,
        house.browser().get("/number").await,
        page,
    ] {
        let bytes = page.html.len();
        assert!(bytes <= MOST_BYTES, "{}: {bytes}", page.address);
    }
}

#[actix_web::test]
async fn leaving_says_nothing_about_us() {
    let house = House::open().await;
    let (browser, receipt) = with_a_report(&house).await;
    let page = browser.enter_number(&receipt).await;
    let left = page.form("/leave").send().await.expect(200).at("/page");
    assert!(!left.html.contains("Amparo"));
    assert_eq!(browser.cookie(), None);
}
