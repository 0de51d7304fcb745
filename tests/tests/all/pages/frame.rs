//! What stands around every page: headers, language, direction, and what is not there.

use amparo::pages::POLICY;
use amparo_tests::{House, Screen};

/// What every page must be, whoever looks at it.
pub(crate) fn assert_sound(page: &Screen) {
    let here = &page.address;
    let headers = [
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("content-security-policy", POLICY),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-robots-tag", "noindex, nofollow"),
        ("content-type", "text/html; charset=utf-8"),
    ];
    for (name, value) in headers {
        assert_eq!(page.header(name), Some(value), "{name} on {here}");
    }
    for name in ["server", "x-powered-by", "access-control-allow-origin"] {
        assert_eq!(page.header(name), None, "{name} on {here}");
    }
    assert_eq!(page.headings().len(), 1, "<h1> on {here}");
    assert!(!page.title().is_empty(), "{here} has no title");
    // A message that is said in no language shows as ⟦its-name⟧.
    assert!(!page.html.contains('⟦'), "{here}: {}", page.text());
    let tags = page.tags();
    let root = tags.iter().find(|tag| tag.name == "html").unwrap();
    assert!(root.attribute("lang").is_some() && root.attribute("dir").is_some());
    for tag in &tags {
        for name in ["style", "onclick", "onsubmit"] {
            assert!(tag.attribute(name).is_none(), "{name} on {here}");
        }
        for name in ["href", "src", "action"] {
            let place = tag.attribute(name).unwrap_or_default();
            // Leaving leads elsewhere; nothing else does.
            let is_ours = !place.contains("://") || place.contains("wikipedia.org");
            assert!(is_ours, "{here} leads to {place}");
        }
    }
}

#[actix_web::test]
async fn pages_of_everybody_are_sound_in_every_language() {
    let house = House::open().await;
    for language in amparo::languages::languages() {
        let browser = house.browser().in_language(&language.tag);
        for path in ["/", "/sign-in", "/join", "/forgotten", "/page"] {
            let page = browser.get(path).await.expect(200);
            assert_sound(&page);
            assert_eq!(browser.cookie(), None, "{path}");
        }
    }
}

#[actix_web::test]
async fn an_unknown_page_is_a_calm_404() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let member = house.browser();
    member.sign_in(&sofia).await;
    for browser in [house.browser(), member] {
        for path in ["/nothing", "/cases/x/y/z", "/me/nothing", "/sign-in/x"] {
            let page = browser.get(path).await.expect(404);
            assert_sound(&page);
            assert_eq!(page.headings(), ["There is nothing here"], "{path}");
        }
    }
    let outside = house.browser().visit("/xx/nothing").await.expect(404);
    assert_eq!(outside.headings(), ["There is nothing here"]);
    let program = house.visitor().get("//nothing").await;
    program.expect_problem(404, "not_found");
}

#[actix_web::test]
async fn the_way_in_leads_to_a_language() {
    let house = House::open().await;
    let page = house.browser().visit("/").await.expect(200);
    assert_eq!(page.address, "/en/");
}

#[actix_web::test]
async fn a_bearer_opens_no_page_and_a_cookie_no_api() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let browser = house.browser();
    browser.sign_in(&sofia).await;
    let cookie = browser.cookie().unwrap();
    let held = format!("__Host-amparo={cookie}");
    let ask = house.visitor().get("/me").with_header("Cookie", &held);
    ask.await.expect_problem(401, "sign_in");
    // A path with two strokes is taken as it is, and leads to no page either.
    let page = house.bearer(&cookie).get("//en/me").await;
    assert_ne!(page.status, 200);
}
