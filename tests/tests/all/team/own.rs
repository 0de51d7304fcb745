//! One's own account: passphrase, second factor, recovery code.

use amparo_tests::{Actor, House, json};
use amparo_vault::{Identity, Keyring, Method, Passphrase, UnlockRow, unlock_with_passphrase};
use data_encoding::HEXLOWER;

const ANOTHER: &str = "violin carpet monsoon ladder prune ember";

#[actix_web::test]
async fn a_new_passphrase_ends_every_other_sign_in() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let other = house.bearer(&sofia.signs_in().await);
    let here = house.bearer(&sofia.signs_in().await);
    let old = sofia.account().passphrase;
    let changed = here
        .put("/me/passphrase", json!({"current": old, "new": ANOTHER}))
        .await
        .expect(200);
    here.get("/me").await.expect(200);
    other.get("/me").await.expect_problem(401, "sign_in");
    sofia
        .gives_passphrase()
        .await
        .expect_problem(401, "wrong_credentials");
    sofia.knows(|account| account.passphrase = ANOTHER.to_owned());
    house.later(chrono::TimeDelta::seconds(30));
    let again = house.bearer(&sofia.signs_in().await);
    let me = again.get("/me").await.expect(200);
    assert_eq!(me.body["groups"].as_array().unwrap().len(), 6);
    // The paper is another one from now on.
    let account = sofia.account();
    let new = changed.text_of("recovery_code");
    for (code, status) in [(account.recovery_code, 401), (new, 201)] {
        let given =
            json!({"login": account.login, "recovery_code": code, "new_passphrase": ANOTHER});
        let tried = house.visitor().post("/sessions/recovery", given);
        tried.await.expect(status);
    }
}

#[actix_web::test]
async fn an_old_copy_with_the_old_passphrase_opens_only_what_it_held() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    sofia.token().await;
    let first = Copy::of(&house, &sofia);
    let account = sofia.account();
    sofia
        .put(
            "/me/passphrase",
            json!({"current": account.passphrase, "new": ANOTHER}),
        )
        .await
        .expect(200);
    let second = Copy::of(&house, &sofia);
    assert!(first.opens(&first, &account.passphrase));
    assert!(second.opens(&second, ANOTHER));
    assert!(!first.opens(&second, &account.passphrase));
    // The old way in beside the new rows does not let her in either.
    house.sql("create table stolen as select * from unlock_methods");
    sofia.knows(|account| account.passphrase = ANOTHER.to_owned());
    sofia
        .put("/me/recovery-code", json!({ "passphrase": ANOTHER }))
        .await
        .expect(200);
    let third = Copy::of(&house, &sofia);
    assert!(third.opens(&third, ANOTHER));
    assert!(
        !second.opens(&third, ANOTHER),
        "a new code is a new key too"
    );
    house.sql("delete from unlock_methods; insert into unlock_methods select * from stolen");
    sofia
        .gives_passphrase()
        .await
        .expect_problem(409, "data_damaged");
}

/// What somebody copied of a member's rows.
struct Copy {
    member: [u8; 16],
    unlock: UnlockRow,
    identity: Vec<u8>,
    keyring: Vec<u8>,
    version: u64,
}

impl Copy {
    fn of(house: &House, actor: &Actor) -> Self {
        let hers = actor.id().replace('-', "");
        let row = |table: &str, columns: &[&str], kind: Option<&str>| {
            house
                .rows(table, columns)
                .into_iter()
                .map(|row| row.into_iter().map(Option::unwrap_or_default).collect())
                .find(|row: &Vec<String>| {
                    let of_kind = |kind: &str| row[1] == HEXLOWER.encode(kind.as_bytes());
                    row[0] == hers && kind.is_none_or(of_kind)
                })
                .unwrap()
        };
        let bytes = |hex: &str| HEXLOWER.decode(hex.as_bytes()).unwrap();
        let method = Method::PassphraseArgon2idV1;
        let columns = [
            "account_id",
            "method",
            "params",
            "salt",
            "verifier",
            "wrapped",
        ];
        let unlock = row("unlock_methods", &columns, Some(method.as_str()));
        let account = row("accounts", &["id", "identity", "keyring"], None);
        let version = house.column(&format!(
            "select cast(keyring_version as text) as it from accounts where id = {{x:{hers}}}"
        ));
        Self {
            member: bytes(&hers).try_into().unwrap(),
            unlock: UnlockRow {
                method,
                params: bytes(&unlock[2]),
                salt: bytes(&unlock[3]).try_into().unwrap(),
                verifier: bytes(&unlock[4]).try_into().unwrap(),
                wrapped: bytes(&unlock[5]),
            },
            identity: bytes(&account[1]),
            keyring: bytes(&account[2]),
            version: version[0].parse().unwrap(),
        }
    }

    /// Whether this copy's way in, with its passphrase, opens the keys of another.
    fn opens(&self, other: &Self, passphrase: &str) -> bool {
        let passphrase = Passphrase::new(passphrase.to_owned());
        let umk = unlock_with_passphrase(&self.unlock, self.member, &passphrase).unwrap();
        let key = umk.keyring_key();
        let identity = Identity::open(&umk, self.member, &other.identity).is_ok();
        let keyring = Keyring::open(&key, self.member, other.version, &other.keyring).is_ok();
        assert_eq!(identity, keyring);
        keyring
    }
}

#[actix_web::test]
async fn six_words_are_offered_and_good() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let offer = house.visitor().get("/passphrase-offer").await.expect(200);
    let words = offer.text_of("passphrase");
    assert_eq!(words.split(' ').count(), 6);
    let other = house.visitor().get("/passphrase-offer").await.expect(200);
    assert_ne!(other.text_of("passphrase"), words);
    let old = sofia.account().passphrase;
    sofia
        .put("/me/passphrase", json!({"current": old, "new": words}))
        .await
        .expect(200);
}

#[actix_web::test]
async fn what_the_organisation_calls_itself_is_no_passphrase() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, nur) = (
        hotline.supervisor(),
        hotline.member("Trinxatpuigmal", &["caseworker"]).await,
    );
    assert!(!nur.id().is_empty());
    let old = sofia.account().passphrase;
    for (weak, code) in [
        ("Trinxat Puigmal", "weak_names"),
        ("TRINXATPUIGMAL!", "weak_names"),
        ("trinxatpuigmal2026", "weak_names"),
        ("Espagne Espagne 1", "weak_names"),
        ("Fatima19871205Ali", "weak_names"),
        ("no one is illegal", "weak_slogan"),
        ("N0 0ne 1s illegal 2026!", "weak_slogan"),
    ] {
        sofia
            .put("/me/passphrase", json!({"current": old, "new": weak}))
            .await
            .expect_fault("/new", code);
    }
    sofia.signs_in().await;
}

#[actix_web::test]
async fn a_new_passphrase_needs_the_present_one_and_must_be_strong() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let old = sofia.account().passphrase;
    sofia
        .put("/me/passphrase", json!({"current": "no", "new": ANOTHER}))
        .await
        .expect_fault("/current", "wrong");
    for (weak, code) in [
        ("passwordpassword", "weak_words"),
        ("aaaaaaaaaaaaaaaa", "weak_words"),
        ("123456789012", "weak"),
    ] {
        sofia
            .put("/me/passphrase", json!({"current": old, "new": weak}))
            .await
            .expect_fault("/new", code);
    }
    sofia
        .put("/me/passphrase", json!({"current": old, "new": "short"}))
        .await
        .expect_fault("/new", "empty");
    sofia.signs_in().await;
}

#[actix_web::test]
async fn guessing_the_present_passphrase_from_a_stolen_sign_in_is_stopped() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let guess = json!({"current": "no", "new": ANOTHER});
    for _ in 0..10 {
        sofia
            .put("/me/passphrase", guess.clone())
            .await
            .expect_fault("/current", "wrong");
    }
    sofia
        .put("/me/passphrase", guess)
        .await
        .expect_problem(429, "too_many");
}

#[actix_web::test]
async fn the_recovery_code_replaces_a_forgotten_passphrase_but_not_the_second_factor() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let before = house.bearer(&sofia.signs_in().await);
    let account = sofia.account();
    let recover = |code: &str| {
        house.visitor().post(
            "/sessions/recovery",
            json!({"login": account.login, "recovery_code": code, "new_passphrase": ANOTHER}),
        )
    };
    recover("no").await.expect_problem(401, "wrong_credentials");
    let half = recover(&account.recovery_code).await.expect(201);
    assert_eq!(half.body["stage"], "second_factor");
    before.get("/me").await.expect_problem(401, "sign_in");
    let full = sofia.gives_code(&half.text_of("token")).await.expect(200);
    let me = house
        .bearer(&full.text_of("token"))
        .get("/me")
        .await
        .expect(200);
    assert_eq!(me.body["groups"].as_array().unwrap().len(), 6);
    sofia.knows(|account| account.passphrase = ANOTHER.to_owned());
    sofia.gives_passphrase().await.expect(201);
}

#[actix_web::test]
async fn recovery_says_the_same_of_a_wrong_code_and_of_an_unknown_name() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let login = sofia.account().login;
    let mut answers = Vec::new();
    for login in [login.as_str(), "nobody"] {
        let given =
            json!({"login": login, "recovery_code": "ABCD-EFGH", "new_passphrase": ANOTHER});
        let answer = house.visitor().post("/sessions/recovery", given).await;
        answers.push(answer.expect_problem(401, "wrong_credentials").text());
    }
    assert_eq!(answers[0], answers[1]);
}

#[actix_web::test]
async fn a_new_recovery_code_makes_the_old_one_useless() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let account = sofia.account();
    sofia
        .put("/me/recovery-code", json!({"passphrase": "no"}))
        .await
        .expect_fault("/passphrase", "wrong");
    let new = sofia
        .put(
            "/me/recovery-code",
            json!({ "passphrase": account.passphrase }),
        )
        .await
        .expect(200)
        .text_of("recovery_code");
    for (code, status) in [(account.recovery_code, 401), (new, 201)] {
        house
            .visitor()
            .post(
                "/sessions/recovery",
                json!({
                    "login": account.login,
                    "recovery_code": code,
                    "new_passphrase": ANOTHER,
                }),
            )
            .await
            .expect(status);
    }
}

#[actix_web::test]
async fn a_new_second_factor_makes_the_old_one_useless() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    sofia.token().await;
    let old = sofia.account();
    let new = sofia
        .put("/me/second-factor", json!({ "passphrase": old.passphrase }))
        .await
        .expect(200);
    let url = new.text_of("otpauth_url");
    assert!(url.starts_with("otpauth://totp/Amparo:"), "{url}");
    let half = sofia.gives_passphrase().await.text_of("token");
    sofia
        .gives_code(&half)
        .await
        .expect_problem(401, "wrong_credentials");
    sofia.knows(|account| account.totp_secret = new.text_of("totp_secret"));
    sofia.gives_code(&half).await.expect(200);
}

#[actix_web::test]
async fn me_shows_oneself_and_the_groups_one_holds() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let me = hotline.supervisor().get("/me").await.expect(200);
    assert_eq!(me.body["organisation"], hotline.id.as_str());
    assert_eq!(me.body["organisation_name"], hotline.name.as_str());
    assert_eq!(me.body["organisation_kind"], "hotline");
    assert_eq!(me.body["key_administrator"], true);
    assert_eq!(me.body["fingerprint"], json!(hotline.fingerprint));
    house
        .visitor()
        .get("/me")
        .await
        .expect_problem(401, "sign_in");
}
