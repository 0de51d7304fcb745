//! What holds for every form: it is ours, it counts once, and what was typed is not lost.

use amparo_tests::{Browser, House};
use chrono::TimeDelta;

/// A browser in which the first supervisor of a hotline has signed in.
async fn signed_in(house: &House) -> (Browser, String) {
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let browser = house.browser();
    browser.sign_in(&sofia).await;
    (browser, sofia.account().passphrase)
}

#[actix_web::test]
async fn a_form_without_the_token_of_the_sign_in_does_nothing() {
    let house = House::open().await;
    let (browser, passphrase) = signed_in(&house).await;
    let page = browser.get("/me/recovery-code").await.expect(200);
    let form = page
        .form("/me/recovery-code")
        .fill("passphrase", &passphrase);
    let planted = form.clone().without("_csrf").with("_csrf", "AAAA");
    for stolen in [form.clone().without("_csrf"), planted] {
        let refused = stolen.send().await.expect(422);
        assert!(refused.says("You have signed in again since this page was opened."));
        assert!(!refused.says("Your new recovery code"));
    }
    form.send()
        .await
        .expect(200)
        .saying("Your new recovery code");
}

#[actix_web::test]
async fn a_form_from_elsewhere_is_refused_also_of_a_visitor() {
    let house = House::open().await;
    let (browser, passphrase) = signed_in(&house).await;
    let page = browser.get("/me/recovery-code").await;
    let form = page
        .form("/me/recovery-code")
        .fill("passphrase", &passphrase);
    for origin in [Some("https://evil.example"), Some("null"), None] {
        let refused = form.clone().from_origin(origin).send().await.expect(422);
        assert!(refused.says("This could not be accepted"), "{origin:?}");
    }
    let visitor = house.browser();
    let page = visitor.get("/sign-in").await;
    let form = page
        .form("/sign-in")
        .fill("login", "sofia")
        .fill("passphrase", "x");
    form.from_origin(Some("https://evil.example"))
        .send()
        .await
        .expect(422);
}

#[actix_web::test]
async fn a_form_that_is_sent_twice_does_its_work_once() {
    let house = House::open().await;
    let (browser, passphrase) = signed_in(&house).await;
    let page = browser.get("/me/recovery-code").await;
    let form = page
        .form("/me/recovery-code")
        .fill("passphrase", &passphrase);
    let first = form.clone().send().await.expect(200);
    let again = form.clone().send().await.expect(200);
    assert!(first.says("Your new recovery code"));
    assert_eq!(first.html, again.html);
    // The same key with other words is another form, and is refused.
    let other = form.fill("passphrase", "something else entirely");
    other.send().await.expect(422);
    // Opened anew, it makes another code.
    let page = browser.get("/me/recovery-code").await;
    let form = page
        .form("/me/recovery-code")
        .fill("passphrase", &passphrase);
    assert_ne!(form.send().await.expect(200).html, first.html);
}

#[actix_web::test]
async fn a_sign_in_that_lapsed_says_so_and_does_nothing() {
    let house = House::open().await;
    let (browser, passphrase) = signed_in(&house).await;
    let page = browser.get("/me/recovery-code").await;
    let form = page
        .form("/me/recovery-code")
        .fill("passphrase", &passphrase);
    house.later(TimeDelta::minutes(16));
    let lapsed = form.send().await.expect(401);
    assert_eq!(lapsed.headings(), ["You are no longer signed in"]);
    // A passphrase is not kept for the next try.
    assert!(!lapsed.html.contains(passphrase.as_str()));
    assert!(
        lapsed
            .links()
            .iter()
            .any(|link| link.starts_with("/en/sign-in"))
    );
}
