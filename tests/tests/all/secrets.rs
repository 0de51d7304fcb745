//! What is secret shows nothing in `Debug`, and cannot be written or copied by accident. The vault
//! tests its own types; these are the server's.

use amparo::foundation::Caller;
use amparo::team::{Founded, Handout, Profile};
use amparo_tests::House;

fn is_redacted(shown: &str) -> bool {
    shown.ends_with("(..)") || shown.ends_with("(redacted)")
}

/// Types that hold keys, codes or names have a `Debug` written by hand. Their source is read,
/// because a value of some of them can be made only inside the server.
fn derives_debug(source: &str, name: &str) -> bool {
    let at = source
        .find(&format!("struct {name}"))
        .unwrap_or_else(|| panic!("no {name}"));
    let before = &source[..at];
    let start = before.rfind("\n\n").unwrap_or(0);
    before[start..].contains("Debug")
}

fn derives_clone(source: &str, name: &str) -> bool {
    let at = source.find(&format!("struct {name}")).unwrap();
    let before = &source[..at];
    before[before.rfind("\n\n").unwrap_or(0)..].contains("Clone")
}

const SECRET: [(&str, &str, &str); 6] = [
    (
        "Handout",
        "enrol.rs",
        include_str!("../../../server/src/team/enrol.rs"),
    ),
    (
        "Profile",
        "accounts.rs",
        include_str!("../../../server/src/team/accounts.rs"),
    ),
    (
        "Member",
        "caller.rs",
        include_str!("../../../server/src/foundation/caller.rs"),
    ),
    (
        "Person",
        "caller.rs",
        include_str!("../../../server/src/foundation/caller.rs"),
    ),
    (
        "App",
        "app.rs",
        include_str!("../../../server/src/foundation/app.rs"),
    ),
    (
        "CaseAccess",
        "mod.rs",
        include_str!("../../../server/src/casefile/mod.rs"),
    ),
];

#[test]
fn secret_types_have_a_debug_that_was_written_by_hand() {
    for (name, file, source) in SECRET {
        assert!(!derives_debug(source, name), "{name} in {file}");
        let by_hand = format!("write_str(\"{name}(..)\")");
        assert!(source.contains(&by_hand), "{name} in {file}");
        if name != "App" {
            assert!(
                !derives_clone(source, name),
                "{name} in {file} can be copied"
            );
        }
    }
    assert!(derives_debug(
        "x\n\n#[derive(Debug)]\npub struct Planted {",
        "Planted"
    ));
    assert!(derives_clone(
        "x\n\n#[derive(Clone)]\npub struct Planted {",
        "Planted"
    ));
}

#[actix_web::test]
async fn nothing_secret_shows() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let token = sofia.token().await;
    let app = house.app();
    let parsed = amparo_vault::SessionToken::parse(&token).unwrap();
    let caller = app.authenticate(parsed).unwrap();
    let Caller::Member(member) = &caller else {
        panic!("not a member")
    };
    let shown = [
        format!("{app:?}"),
        format!("{member:?}"),
        format!("{:?}", member.token),
        format!("{:?}", app.boot),
        format!("{:?}", app.instance),
    ];
    for shown in &shown {
        assert!(is_redacted(shown), "{shown}");
    }
    let account = sofia.account();
    let whole = format!("{caller:?} {app:?} {:?}", member.keys);
    for secret in [
        &token,
        &account.login,
        &account.passphrase,
        &account.totp_secret,
    ] {
        assert!(!whole.contains(secret.as_str()));
    }
}

/// Compiles only while these exist under these names.
#[test]
fn the_types_are_where_they_were() {
    fn named<T>() -> &'static str {
        std::any::type_name::<T>()
    }
    let names = [named::<Founded>(), named::<Handout>(), named::<Profile>()];
    assert!(names.iter().all(|name| name.starts_with("amparo::team")));
}
