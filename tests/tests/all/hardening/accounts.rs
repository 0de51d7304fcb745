//! Accounts: what a writer of rows, a guesser and two people at once can do to them.

use amparo_store::{AccountId, OrganisationId};
use amparo_tests::{House, json};
use amparo_vault::{Context, Kind};

use super::{bare, group, removes};

const ANOTHER: &str = "violin carpet monsoon ladder prune ember";

#[actix_web::test]
async fn nobody_becomes_active_by_a_row() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let nur = hotline.newcomer("Nur", &["supervisor"]).await;
    nur.get("/me").await.expect(200);
    house.sql(&format!(
        "update accounts set state = 'active' where id = {{x:{}}}",
        bare(&nur.id())
    ));
    nur.get("/me").await.expect_reason("register_put_back");
    nur.gives_passphrase()
        .await
        .expect_reason("register_put_back");
}

#[actix_web::test]
async fn a_removed_members_passphrase_and_code_open_nothing_though_the_wraps_are_put_back() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, ana) = (hotline.supervisor(), hotline.caseworker("Ana").await);
    ana.token().await;
    house.sql("create table stolen as select * from unlock_methods");
    removes(&sofia, &ana).await.expect(204);
    let hers = bare(&ana.id());
    let wraps = house.rows("unlock_methods", &["account_id"]);
    assert!(!wraps.concat().contains(&Some(hers.clone())));
    house.sql(&format!(
        "insert into unlock_methods select * from stolen where account_id = {{x:{hers}}}"
    ));
    ana.gives_passphrase()
        .await
        .expect_problem(401, "wrong_credentials");
    let account = ana.account();
    let given = json!({
        "login": account.login,
        "recovery_code": account.recovery_code,
        "new_passphrase": ANOTHER,
    });
    house
        .visitor()
        .post("/sessions/recovery", given)
        .await
        .expect_problem(401, "wrong_credentials");
}

#[actix_web::test]
async fn an_account_that_is_put_back_is_refused() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, ana) = (hotline.supervisor(), hotline.caseworker("Ana").await);
    ana.token().await;
    house.sql("create table stolen as select * from accounts");
    house.sql("create table wraps as select * from unlock_methods");
    removes(&sofia, &ana).await.expect(204);
    sofia
        .get(&format!("/members/{}", ana.id()))
        .await
        .expect(200);
    let hers = bare(&ana.id());
    house.sql(&format!(
        "delete from accounts where id = {{x:{hers}}}; \
         insert into accounts select * from stolen where id = {{x:{hers}}}; \
         insert into unlock_methods select * from wraps where account_id = {{x:{hers}}}"
    ));
    ana.gives_passphrase()
        .await
        .expect_reason("register_put_back");
}

#[actix_web::test]
async fn the_instance_key_does_not_lead_from_a_name_to_a_group() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.newcomer("Ana", &["caseworker"]).await;
    hotline.supervisor().admits(&ana).await.expect(204);
    let account: AccountId = ana.id().parse().unwrap();
    let of: OrganisationId = hotline.id.parse().unwrap();
    let (instance, hers) = (&house.app().instance, bare(&ana.id()));
    let row = |table: &str, columns: &[&str]| house.rows(table, columns);
    let bytes = |hex: &str| -> Vec<u8> {
        (0..hex.len() / 2)
            .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
            .collect()
    };
    let profile = row("accounts", &["id", "profile"])
        .into_iter()
        .find(|row| row[0].as_ref() == Some(&hers))
        .unwrap();
    // Waiting is the first revision, admitted the second: she has not signed in.
    let context = Context::of(Kind::Account, of.as_bytes(), account.as_bytes()).version(2);
    let opened = instance
        .open(&context, &bytes(profile[1].as_ref().unwrap()))
        .unwrap();
    let opened: amparo_tests::Value = serde_json::from_slice(opened.expose()).unwrap();
    assert_eq!(opened["login"], ana.account().login.as_str());
    assert!(opened["personal"].is_null());
    let mut parcels = 0;
    for parcel in row("deliveries", &["id", "sealed"]) {
        let id = <[u8; 16]>::try_from(bytes(parcel[0].as_ref().unwrap())).unwrap();
        let context = Context::of(Kind::Delivery, account.as_bytes(), id);
        let Ok(opened) = instance.open(&context, &bytes(parcel[1].as_ref().unwrap())) else {
            continue;
        };
        parcels += 1;
        let opened: amparo_tests::Value = serde_json::from_slice(opened.expose()).unwrap();
        let fields: Vec<&String> = opened.as_object().unwrap().keys().collect();
        assert_eq!(
            fields,
            ["delivery", "papers"],
            "both are boxes to the member"
        );
    }
    assert_eq!(parcels, 3);
    assert!(!group(&ana, "personal").await.is_empty());
}

#[actix_web::test]
async fn an_admission_is_of_the_roles_that_were_seen() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, adil) = (hotline.supervisor(), hotline.administrator());
    let nur = hotline.newcomer("Nur", &["volunteer"]).await;
    let path = format!("/members/{}", nur.id());
    let admit = format!("{path}/admit");
    let seen = sofia.get(&path).await.expect(200).revision();
    adil.put(
        &format!("{path}/roles"),
        json!({"roles": ["supervisor", "auditor"]}),
    )
    .with_if_match(seen)
    .await
    .expect(200);
    let heard = json!({ "words": nur.account().own_words });
    sofia
        .post(&admit, heard.clone())
        .await
        .expect_problem(428, "match_missing");
    let stale = sofia
        .post(&admit, heard)
        .with_if_match(seen)
        .await
        .expect_problem(412, "stale_revision");
    assert_eq!(stale.body["current"], json!(["supervisor", "auditor"]));
    sofia.admits(&nur).await.expect(204);
}

#[actix_web::test]
async fn an_organisation_keeps_a_key_administrator() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, samira) = (hotline.supervisor(), hotline.second_supervisor());
    let adil = hotline.administrator();
    let nur = hotline.member("Nur", &["supervisor"]).await;
    let ana = hotline.caseworker("Ana").await;
    // A supervisor who signs nothing removes nobody; an administrator removes no key administrator.
    removes(&nur, &ana).await.expect_problem(404, "not_found");
    removes(&adil, &samira)
        .await
        .expect_reason("signs_register");
    removes(&adil, &ana).await.expect(204);
    let inbox = group(&sofia, "inbox").await;
    sofia
        .delete(&format!("/teams/{inbox}/members/{}", samira.id()))
        .await
        .expect_reason("key_administrator_stays");
    samira.token().await;
    removes(&sofia, &samira).await.expect(204);
    removes(&adil, &sofia).await.expect_reason("signs_register");
    // The one who is left still runs everything.
    hotline.caseworker("Bea").await.get("/me").await.expect(200);
}

#[actix_web::test]
async fn a_failed_sign_in_leaves_the_same_trace_whether_the_name_is_known_or_not() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let aya = hotline.auditor("Aya").await;
    house.run_jobs();
    for login in [sofia.account().login.as_str(), "nobody-at-all"] {
        house
            .visitor()
            .post("/sessions", json!({"login": login, "passphrase": "x"}))
            .await
            .expect_problem(401, "wrong_credentials");
    }
    let left = house.column("select cast(length(payload) as text) as it from jobs");
    assert_eq!((left.len(), &left[0]), (2, &left[1]));
    let payloads = house.column("select payload as it from jobs").concat();
    assert!(!payloads.contains(&sofia.id()));
    assert_eq!(house.run_jobs(), 2);
    house.fold_ledger();
    let lines = aya.get("/ledger?limit=200").await.expect(200);
    let failed: Vec<_> = lines
        .items()
        .iter()
        .filter(|line| line["what"] == "sign_in_failed")
        .collect();
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0]["subject"], sofia.id());
}

#[actix_web::test]
async fn a_recovery_code_is_used_up_and_failures_are_on_record() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, aya) = (hotline.supervisor(), hotline.auditor("Aya").await);
    let account = sofia.account();
    let recover = || {
        let given = json!({
            "login": account.login,
            "recovery_code": account.recovery_code,
            "new_passphrase": ANOTHER,
        });
        house.visitor().post("/sessions/recovery", given)
    };
    let first = recover().await.expect(201);
    assert_eq!(first.body["recovery_code_used"], true);
    recover().await.expect_problem(401, "wrong_credentials");
    house.run_jobs();
    house.fold_ledger();
    let lines = aya.get("/ledger?limit=200").await.expect(200);
    let failed = lines
        .items()
        .iter()
        .find(|line| line["what"] == "sign_in_failed");
    assert_eq!(failed.unwrap()["reason"], "recovery_code");
    sofia.knows(|account| account.passphrase = ANOTHER.to_owned());
    let half = sofia.gives_passphrase().await.expect(201);
    assert_eq!(half.body["recovery_code_used"], false);
}

#[actix_web::test]
async fn one_invitation_does_not_tell_which_login_names_are_taken() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let code = hotline
        .administrator()
        .post("/invitations", json!({"roles": ["caseworker"]}))
        .await
        .expect(201)
        .text_of("code");
    let login = hotline.supervisor().account().login;
    let member = json!({"login": login, "display_name": "Ana", "passphrase": ANOTHER});
    let given = json!({ "code": code, "member": member });
    for _ in 0..10 {
        house
            .visitor()
            .post("/invitations/accept", given.clone())
            .await
            .expect_fault("/login", "taken");
    }
    house
        .visitor()
        .post("/invitations/accept", given)
        .await
        .expect_problem(429, "too_many");
}
