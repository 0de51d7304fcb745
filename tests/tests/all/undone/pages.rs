//! The same for the administrator's browser.

use amparo_tests::{Browser, House};

use super::{invites, until_nothing_waits};

async fn with_a_lost_mail() -> (House, Browser) {
    let house = House::with_mail().await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    invites(&adil).await;
    until_nothing_waits(&house);
    let browser = house.browser();
    browser.sign_in(&adil).await.expect(200);
    (house, browser)
}

#[actix_web::test]
async fn an_administrator_is_told_on_her_first_page_and_has_it_tried_again() {
    let (house, browser) = with_a_lost_mail().await;
    let members = browser.get("/members").await.expect(200);
    let members = members.saying("The last try was on 26 November 2026.");
    let undone = members.click("/undone").await.expect(200);
    let undone = undone
        .saying("An e-mail could not be sent")
        .saying("The mail server could not be reached.")
        .saying("Ask the people who run this server whether the mail server is working.");
    assert!(!undone.says("example.org"));
    let id = uuid_of(&house);
    let done = undone.form(&format!("/undone/{id}/retry")).send().await;
    done.expect(200)
        .at("/undone")
        .saying("It will be tried again")
        .saying("Everything has been done");
    assert!(!browser.get("/members").await.expect(200).says("gave up"));
}

#[actix_web::test]
async fn she_discards_it_and_nobody_else_sees_it() {
    let (house, browser) = with_a_lost_mail().await;
    let id = uuid_of(&house);
    let undone = browser.get("/undone").await.expect(200);
    let done = undone.form(&format!("/undone/{id}/discard")).send().await;
    done.expect(200).at("/undone").saying("Discarded.");
    assert_eq!(house.ids("select id as it from jobs").len(), 0);
    let other = house.organisation("legal", "MA").await;
    let lena = house.browser();
    lena.sign_in(&other.supervisor()).await.expect(200);
    lena.get("/undone").await.expect(404);
}

fn uuid_of(house: &House) -> String {
    let id = &house.ids("select id as it from jobs")[0];
    uuid::Uuid::parse_str(id).unwrap().to_string()
}
