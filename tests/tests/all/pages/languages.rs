//! Pages in every language: what nobody checked is said so, and what safety hangs on is English.

use amparo::languages::{Scope, critical, for_the_person, languages, survey};
use amparo_tests::{House, Screen};

use super::frame::assert_sound;
use crate::intake::{Hotline, a_call, hands_over};

/// The `lang` and `dir` of the page.
fn root(page: &Screen) -> (String, String) {
    let tags = page.tags();
    let root = tags.iter().find(|tag| tag.name == "html").unwrap();
    let value = |name: &str| root.attribute(name).unwrap_or_default().to_owned();
    (value("lang"), value("dir"))
}

#[actix_web::test]
async fn the_person_meets_her_pages_in_every_language() {
    let house = House::open().await;
    let Hotline { vera, .. } = Hotline::open(&house).await;
    let (_, receipt) = hands_over(&vera, a_call()).await;
    for language in languages() {
        let browser = house.browser().in_language(&language.tag);
        browser.holds(None);
        let mut pages = vec![
            browser.get("/").await.expect(200),
            browser.get("/number").await.expect(200),
            browser.get("/translations").await.expect(200),
            browser.get("/nothing").await.expect(404),
            browser.enter_number("1").await.expect(422),
            browser
                .enter_number(&receipt)
                .await
                .expect(200)
                .at("/status"),
        ];
        pages.push(browser.get("/status/sharing").await.expect(200));
        pages.push(browser.get("/status/delete").await.expect(200));
        for page in &pages {
            assert_sound(page);
            let direction = if language.right_to_left { "rtl" } else { "ltr" };
            let expected = (language.tag.clone(), direction.to_owned());
            assert_eq!(root(page), expected, "{}", page.address);
            let says_so = page.html.contains("class=\"notice\"");
            assert_eq!(says_so, language.tag != "en", "{}", page.address);
        }
        // The consequences of deleting are English until somebody checked the translation.
        if language.is_unchecked() {
            let delete = &pages[7];
            let english = "Nobody can bring it back, and nobody can help you with it any more.";
            let marked = format!("<span lang=\"en\" dir=\"ltr\">{english}");
            assert!(delete.html.contains(&marked), "{}", language.tag);
        }
    }
}

#[actix_web::test]
async fn pages_of_staff_are_english_where_nobody_translated_them_and_say_so() {
    let house = House::open().await;
    let some = languages().iter().find(|it| it.scope == Scope::Person);
    let language = some.expect("a language of the person's pages");
    let browser = house.browser().in_language(&language.tag);
    let page = browser.get("/sign-in").await.expect(200);
    assert_sound(&page);
    assert_eq!(root(&page), ("en".to_owned(), "ltr".to_owned()));
    assert!(page.says("so it is in English"), "{}", page.text());
    assert!(page.says(&language.autonym));
    // The way back is in the language that was chosen.
    page.click("/").await.expect(200);
}

#[actix_web::test]
async fn languages_that_nobody_speaks_are_not_served() {
    let house = House::open().await;
    for tag in ["en-XA", "ar-XB"] {
        house.browser().in_language(tag).get("/").await.expect(404);
        let start = house.browser().get("/").await;
        assert!(!start.html.contains(tag));
    }
}

#[actix_web::test]
async fn they_are_served_for_looking_at_pages() {
    let house = House::pretending().await;
    let long = house.browser().in_language("en-XA");
    let turned = house.browser().in_language("ar-XB");
    for path in ["/", "/number", "/sign-in", "/translations", "/join"] {
        let plain = house.browser().get(path).await.expect(200);
        let longer = long.get(path).await.expect(200);
        assert!(longer.text().chars().count() * 10 > plain.text().chars().count() * 11);
        assert_eq!(root(&turned.get(path).await.expect(200)).1, "rtl");
        assert!(!plain.html.contains("en-XA"), "in no picker");
    }
    long.get("/nothing").await.expect(404);
}

#[actix_web::test]
async fn everybody_can_read_how_languages_were_checked() {
    let house = House::open().await;
    let page = house.browser().get("/").await.click("/translations").await;
    assert_sound(&page);
    for it in survey() {
        assert!(page.says(&it.language.autonym), "{}", it.language.tag);
    }
    assert!(page.says(&format!("{} sentences that someone", critical().len())));
    assert!(for_the_person().len() > 100);
}
