//! Signing in through the pages, and what a sign-in leaves behind.

use amparo_tests::House;

#[actix_web::test]
async fn a_member_signs_in_and_lands_where_she_wanted_to_go() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let browser = house.browser();
    // Who asks for a page of members is shown the way in, and the way back is kept.
    let first = browser.get("/me").await.expect(200).at("/sign-in");
    let account = sofia.account();
    let second = first
        .form("/sign-in")
        .fill("login", &account.login)
        .fill("passphrase", &account.passphrase)
        .send()
        .await
        .expect(200)
        .at("/second-factor");
    assert_eq!(second.headings(), ["One more step"]);
    let form = second
        .form("/second-factor")
        .fill("code", &sofia.next_code());
    let me = form.send().await.expect(200).at("/me");
    assert_eq!(me.headings(), ["My account"]);
    assert!(me.says("Sofia"));
    // Then she signs out, and nothing is left.
    let out = me.form("/sign-out").send().await.expect(200).at("/");
    assert!(out.says("You are signed out."));
    assert_eq!(browser.cookie(), None);
    browser.get("/me").await.at("/sign-in");
}

#[actix_web::test]
async fn a_wrong_passphrase_keeps_the_login_name_and_never_the_passphrase() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let browser = house.browser();
    let account = sofia.account();
    let page = browser.get("/sign-in").await;
    let again = page
        .form("/sign-in")
        .fill("login", &account.login)
        .fill("passphrase", "violin carpet monsoon ladder")
        .send()
        .await
        .expect(422)
        .at("/sign-in");
    assert!(again.says("These details do not match."));
    let form = again.form("/sign-in");
    assert_eq!(form.value("login"), account.login);
    assert_eq!(form.value("passphrase"), "");
    assert!(!again.html.contains("monsoon"));
    assert_eq!(browser.cookie(), None);
    // An unknown name is answered in the same words.
    let unknown = form
        .fill("login", "nobody-knows")
        .fill("passphrase", "violin carpet");
    let unknown = unknown.send().await.expect(422);
    assert!(unknown.says("These details do not match."));
    // Nothing typed at all: each fault stands at its field.
    let empty = page.form("/sign-in").send().await.expect(422);
    assert!(empty.says("Login name: fill this in"));
    assert!(empty.says("Passphrase: fill this in"));
}

#[actix_web::test]
async fn the_second_factor_is_owed_everywhere() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let browser = house.browser();
    let account = sofia.account();
    let page = browser.get("/sign-in").await;
    let form = page.form("/sign-in").fill("login", &account.login);
    let second = form.fill("passphrase", &account.passphrase).send().await;
    let second = second.expect(200).at("/second-factor");
    // Half a sign-in opens nothing: every page leads back to the second step.
    browser.get("/me").await.at("/second-factor");
    let wrong = second.form("/second-factor").fill("code", "000000");
    let wrong = wrong.send().await.expect(422).at("/second-factor");
    assert!(wrong.says("These details do not match."));
    let code = sofia.next_code();
    let right = wrong.form("/second-factor").fill("code", &code);
    right.send().await.expect(200);
    // The code counts once, for anybody.
    let other = house.browser();
    let page = other.get("/sign-in").await;
    let form = page.form("/sign-in").fill("login", &account.login);
    let second = form.fill("passphrase", &account.passphrase).send().await;
    let again = second.form("/second-factor").fill("code", &code);
    again.send().await.expect(422);
}

#[actix_web::test]
async fn leaving_ends_the_sign_in_at_once() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let browser = house.browser();
    browser.sign_in(&sofia).await.expect(200);
    let me = browser.get("/me").await;
    let held = browser.cookie();
    let left = me.form("/leave").send_only().await.expect(303);
    assert_eq!(
        left.header("clear-site-data"),
        Some("\"cache\", \"cookies\", \"storage\"")
    );
    let place = left.leads_to().unwrap();
    let gone = browser.visit(&place).await.expect(200);
    assert!(!gone.html.contains("Amparo"));
    // Whoever kept the cookie holds nothing.
    browser.holds(held.as_deref());
    browser
        .get("/me")
        .await
        .saying("You are no longer signed in");
}
