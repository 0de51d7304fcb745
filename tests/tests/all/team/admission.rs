//! Inviting, accepting, admitting, changing, removing.

use amparo_tests::{House, Organisation, Value, json};
use chrono::TimeDelta;

fn purposes(me: &amparo_tests::Reply) -> Vec<String> {
    let groups = me.body["groups"].as_array().unwrap();
    let mut purposes: Vec<String> = groups
        .iter()
        .map(|group| group["purpose"].as_str().unwrap().to_owned())
        .collect();
    purposes.sort();
    purposes
}

#[actix_web::test]
async fn an_admitted_newcomer_has_the_keys_of_her_role() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let expected: [(&str, &[&str]); 5] = [
        ("volunteer", &["everyone", "personal"]),
        ("caseworker", &["everyone", "inbox", "personal", "queue"]),
        (
            "supervisor",
            &["everyone", "inbox", "personal", "queue", "supervisors"],
        ),
        ("coordinator", &["everyone", "personal"]),
        ("auditor", &["auditors", "everyone", "personal"]),
    ];
    for (role, groups) in expected {
        let member = hotline.member("Nur", &[role]).await;
        let me = member.get("/me").await.expect(200);
        assert_eq!(purposes(&me), groups, "{role}");
        // A founder signs for the register; nobody who came later does by herself.
        assert_eq!(me.body["key_administrator"], false);
    }
}

#[actix_web::test]
async fn keys_arrive_at_somebody_who_is_signed_in_already() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.newcomer("Ana", &["caseworker"]).await;
    let before = ana.get("/me").await.expect(200);
    assert_eq!(before.body["admitted"], false);
    assert_eq!(purposes(&before), ["personal"]);
    hotline.supervisor().admits(&ana).await.expect(204);
    let after = ana.get("/me").await.expect(200);
    assert_eq!(after.body["admitted"], true);
    assert_eq!(purposes(&after).len(), 4);
}

#[actix_web::test]
async fn a_waiting_member_sees_nothing() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let everything = [
        "volunteer",
        "caseworker",
        "supervisor",
        "coordinator",
        "auditor",
    ];
    let nur = hotline.newcomer("Nur", &everything).await;
    for path in ["/members", "/teams", "/ledger", "/ledger/verify"] {
        nur.get(path).await.expect_problem(404, "not_found");
    }
    let other = hotline.newcomer("Ana", &["caseworker"]).await;
    let heard = json!({ "words": other.account().own_words });
    nur.post(&format!("/members/{}/admit", other.id()), heard.clone())
        .with_if_match(1)
        .await
        .expect_problem(404, "not_found");
    nur.post(&format!("/members/{}/admit", nur.id()), heard)
        .with_if_match(1)
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn an_administrator_runs_accounts_and_holds_no_key() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let adil = hotline.administrator();
    assert_eq!(purposes(&adil.get("/me").await.expect(200)), ["personal"]);
    let ana = hotline.newcomer("Ana", &["caseworker"]).await;
    let heard = json!({ "words": ana.account().own_words });
    adil.post(&format!("/members/{}/admit", ana.id()), heard)
        .with_if_match(1)
        .await
        .expect_problem(404, "not_found");
    adil.get("/ledger").await.expect_problem(404, "not_found");
    adil.get("/teams").await.expect_problem(404, "not_found");
    adil.post(
        "/invitations",
        json!({"roles": ["administrator", "supervisor"]}),
    )
    .await
    .expect_fault("/roles", "not_together");
    // One who is invited needs no admission: there is nothing to let her into.
    let amir = hotline.newcomer("Amir", &["administrator"]).await;
    let me = amir.get("/me").await.expect(200);
    assert_eq!(
        (&me.body["admitted"], purposes(&me).len()),
        (&json!(true), 1)
    );
    let members = adil.get("/members").await.expect(200);
    assert!(members.items()[0]["login"].is_string());
    let seen = hotline.supervisor().get("/members").await.expect(200);
    assert!(
        seen.items()[0].get("login").is_none(),
        "logins are for administrators"
    );
}

async fn invite(organisation: &Organisation, days: u32) -> String {
    organisation
        .administrator()
        .post(
            "/invitations",
            json!({"roles": ["caseworker"], "days": days}),
        )
        .await
        .expect(201)
        .text_of("code")
}

fn acceptance(code: &str, login: &str) -> Value {
    let member = json!({
        "login": login,
        "display_name": "Ana",
        "passphrase": "gravel tulip onward cement hazel pilot",
    });
    json!({ "code": code, "member": member })
}

#[actix_web::test]
async fn an_invitation_can_be_used_once_until_its_last_day() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (first, second) = (invite(&hotline, 3).await, invite(&hotline, 3).await);
    let visitor = house.visitor();
    let preview = visitor
        .post("/invitations/preview", json!({ "code": first }))
        .await
        .expect(200);
    assert_eq!(preview.body["organisation_name"], hotline.name.as_str());
    assert_eq!(preview.body["fingerprint"], json!(hotline.fingerprint));
    house.later(TimeDelta::days(3));
    let accept =
        |code: &str, login: &str| visitor.post("/invitations/accept", acceptance(code, login));
    accept(&first, "ana").await.expect(201);
    let used = accept(&first, "bea").await.expect_problem(404, "not_found");
    house.later(TimeDelta::days(1));
    let lapsed = accept(&second, "bea")
        .await
        .expect_problem(404, "not_found");
    let absent = accept("no-such-code", "bea")
        .await
        .expect_problem(404, "not_found");
    assert_eq!(used.text(), absent.text());
    assert_eq!(lapsed.text(), absent.text());
    let open = hotline
        .administrator()
        .get("/invitations")
        .await
        .expect(200);
    assert!(open.items().is_empty());
}

#[actix_web::test]
async fn an_invitation_can_be_taken_back() {
    let house = House::open().await;
    let network = house.network().await;
    let adil = network.hotline.administrator();
    let made = adil
        .post(
            "/invitations",
            json!({"roles": ["auditor"], "note": "for Ana"}),
        )
        .await
        .expect(201);
    let listed = adil.get("/invitations").await.expect(200);
    assert_eq!(listed.items()[0]["note"], "for Ana");
    assert!(
        listed.items()[0].get("code").is_none(),
        "the code is shown once"
    );
    let path = format!("/invitations/{}", made.id());
    network
        .legal
        .administrator()
        .delete(&path)
        .await
        .expect_problem(404, "not_found");
    adil.delete(&path).await.expect(204);
    adil.delete(&path).await.expect_problem(404, "not_found");
    house
        .visitor()
        .post(
            "/invitations/preview",
            json!({ "code": made.text_of("code") }),
        )
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn an_acceptance_must_be_usable() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let code = invite(&hotline, 3).await;
    let accept = |member: Value| {
        house.visitor().post(
            "/invitations/accept",
            json!({ "code": code, "member": member }),
        )
    };
    let strong = "gravel tulip onward cement hazel pilot";
    let taken = hotline.supervisor().account().login;
    accept(json!({"login": taken, "display_name": "A", "passphrase": strong}))
        .await
        .expect_fault("/login", "taken");
    accept(json!({"login": "ana", "display_name": "A", "passphrase": "passwordpassword"}))
        .await
        .expect_fault("/passphrase", "weak_words");
    accept(json!({"login": "Ana Ruiz", "display_name": "", "passphrase": strong}))
        .await
        .expect_fault("/member/login", "not_possible")
        .expect_fault("/member/display_name", "empty");
    // None of that used the invitation up.
    accept(json!({"login": "ana", "display_name": "A", "passphrase": strong}))
        .await
        .expect(201);
}

#[actix_web::test]
async fn roles_change_only_on_the_version_that_was_seen() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let adil = hotline.administrator();
    let ana = hotline.caseworker("Ana").await;
    let path = format!("/members/{}", ana.id());
    let seen = adil.get(&path).await.expect(200).revision();
    let roles = format!("{path}/roles");
    let both = json!({"roles": ["volunteer", "caseworker"]});
    adil.put(&roles, both.clone())
        .await
        .expect_problem(428, "match_missing");
    adil.put(&roles, both.clone())
        .with_if_match(seen)
        .await
        .expect(200);
    let stale = adil
        .put(&roles, json!({"roles": ["auditor"]}))
        .with_if_match(seen)
        .await
        .expect_problem(412, "stale_revision");
    assert_eq!(stale.body["current"], both["roles"]);
    assert_eq!(stale.body["sent"], json!(["auditor"]));
    adil.put(&roles, json!({"roles": ["administrator"]}))
        .with_if_match(stale.revision())
        .await
        .expect_reason("keys_or_accounts");
    hotline
        .supervisor()
        .put(&roles, both)
        .with_if_match(stale.revision())
        .await
        .expect_problem(404, "not_found");
    assert_eq!(
        ana.get("/me").await.body["roles"],
        json!(["volunteer", "caseworker"])
    );
}

#[actix_web::test]
async fn a_removed_member_is_out_at_once() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let token = ana.token().await;
    let remove = format!("/members/{}/remove", ana.id());
    let why = json!({"reason": "left"});
    ana.post(&remove, why.clone())
        .await
        .expect_problem(404, "not_found");
    let sofia = hotline.supervisor();
    sofia
        .post(&remove, json!({"reason": ""}))
        .await
        .expect_fault("/reason", "empty");
    sofia.post(&remove, why.clone()).await.expect(204);
    sofia
        .post(&remove, why.clone())
        .await
        .expect_reason("removed_before");
    house
        .bearer(&token)
        .get("/me")
        .await
        .expect_problem(401, "sign_in");
    ana.gives_passphrase()
        .await
        .expect_problem(401, "wrong_credentials");
    let own = format!("/members/{}/remove", sofia.id());
    sofia.post(&own, why).await.expect_reason("not_oneself");
    let teams = sofia.get("/teams").await.expect(200);
    let due: Vec<_> = teams
        .items()
        .iter()
        .filter(|team| team["rotation_due"] == true)
        .collect();
    assert_eq!(due.len(), 3, "everyone, queue and inbox had her");
}

#[actix_web::test]
async fn members_are_paged_and_those_of_others_are_absent() {
    let house = House::open().await;
    let network = house.network().await;
    let sofia = network.hotline.supervisor();
    let first = sofia.get("/members?limit=2").await.expect(200);
    let next = first.text_of("next");
    let last = sofia
        .get(&format!("/members?limit=2&after={next}"))
        .await
        .expect(200);
    assert_eq!((first.items().len(), last.items().len()), (2, 1));
    assert!(last.body["next"].is_null());
    let stranger = network.legal.supervisor().id();
    let other = sofia
        .get(&format!("/members/{stranger}"))
        .await
        .expect_problem(404, "not_found");
    let absent = sofia
        .get("/members/00000000-0000-4000-8000-000000000000")
        .await
        .expect_problem(404, "not_found");
    assert_eq!(other.text(), absent.text());
}
