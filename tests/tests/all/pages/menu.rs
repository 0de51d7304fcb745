//! Everything that the menu offers is there, for every role.

use std::collections::BTreeSet;

use amparo_tests::html::Tag;
use amparo_tests::{Actor, House};

use super::frame::assert_sound;

/// Opens every page of somebody's menu; answers where they lead.
async fn walk(house: &House, who: &Actor) -> BTreeSet<String> {
    let browser = house.browser();
    let home = browser.sign_in(who).await.expect(200);
    assert_sound(&home);
    let menu: BTreeSet<String> = home.menu().into_iter().collect();
    assert!(menu.contains("/en/me"), "{menu:?}");
    for link in &menu {
        let page = browser.visit(link).await.expect(200);
        assert_sound(&page);
        let again: BTreeSet<String> = page.menu().into_iter().collect();
        assert_eq!(again, menu, "the menu of {link}");
        // Where she is stands in the bar, not below what has to be opened.
        let tags = page.tags();
        let more = |tag: &&Tag| tag.attribute("class") != Some("picker menu-more");
        let here = |tag: &Tag| {
            tag.attribute("href") == Some(link) && tag.attribute("aria-current") == Some("page")
        };
        let in_the_bar = tags.iter().take_while(more).any(here);
        assert!(in_the_bar, "{link} does not say that one is there");
    }
    menu
}

#[actix_web::test]
async fn every_page_of_every_menu_answers() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let everybody = [
        ("supervisor", hotline.supervisor()),
        ("administrator", hotline.administrator()),
        ("volunteer", hotline.volunteer("Vera").await),
        ("caseworker", hotline.caseworker("Ana").await),
        ("coordinator", hotline.coordinator("Caro").await),
        ("auditor", hotline.auditor("Aya").await),
        (
            "all",
            hotline
                .member(
                    "Ina",
                    &[
                        "volunteer",
                        "caseworker",
                        "supervisor",
                        "coordinator",
                        "auditor",
                    ],
                )
                .await,
        ),
    ];
    for (role, who) in everybody {
        let menu = walk(&house, &who).await;
        assert!(!menu.is_empty(), "{role}");
    }
}

#[actix_web::test]
async fn who_waits_for_admission_sees_only_herself() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let waiting = hotline
        .newcomer("Wanda", &["caseworker", "supervisor"])
        .await;
    let menu = walk(&house, &waiting).await;
    assert_eq!(menu, BTreeSet::from(["/en/me".to_owned()]));
}
