//! What ends a sign-in.

use std::collections::BTreeMap;

use amparo_tests::House;
use chrono::TimeDelta;

#[actix_web::test]
async fn signing_out_ends_this_sign_in_and_no_other() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let (phone, desk) = (sofia.signs_in().await, sofia.signs_in().await);
    house
        .bearer(&phone)
        .delete("/sessions/current")
        .await
        .expect(204);
    house
        .bearer(&phone)
        .get("/me")
        .await
        .expect_problem(401, "sign_in");
    house.bearer(&desk).get("/me").await.expect(200);
}

#[actix_web::test]
async fn somebody_who_gave_up_half_way_can_sign_out() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let half = sofia.gives_passphrase().await.text_of("token");
    let half = house.bearer(&half);
    half.delete("/sessions/current").await.expect(204);
    half.delete("/sessions/current")
        .await
        .expect_problem(401, "sign_in");
    house
        .visitor()
        .delete("/sessions/current")
        .await
        .expect_problem(401, "sign_in");
}

#[actix_web::test]
async fn another_sign_in_of_ones_own_can_be_ended_from_afar() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let lost = sofia.signs_in().await;
    let kept = house.bearer(&sofia.signs_in().await);
    let list = kept.get("/sessions").await.expect(200);
    assert_eq!(list.items().len(), 2);
    let other = list
        .items()
        .iter()
        .find(|session| session["current"] == false)
        .unwrap();
    let path = format!("/sessions/{}", other["id"].as_str().unwrap());
    // A colleague cannot.
    let absent = hotline.second_supervisor().delete(&path).await;
    absent.expect_problem(404, "not_found");
    kept.delete(&path).await.expect(204);
    kept.delete(&path).await.expect_problem(404, "not_found");
    house
        .bearer(&lost)
        .get("/me")
        .await
        .expect_problem(401, "sign_in");
}

#[actix_web::test]
async fn a_sign_in_ends_when_it_is_not_used() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let token = sofia.signs_in().await;
    let it = house.bearer(&token);
    house.later(TimeDelta::minutes(14));
    it.get("/me").await.expect(200);
    house.later(TimeDelta::minutes(15));
    it.get("/me").await.expect_problem(401, "sign_in");
}

/// Everything that stands in the database, but for the ledger, where a line is written.
fn everything(house: &House) -> Vec<Vec<Vec<String>>> {
    let columns = house.store().tables().unwrap();
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column, _) in columns {
        tables.entry(table).or_default().push(column);
    }
    tables
        .iter()
        .filter(|(table, _)| *table != "ledger_lines" && *table != "checkpoints")
        .map(|(table, columns)| {
            let mut rows = house.texts(table, columns);
            rows.sort();
            rows
        })
        .collect()
}

#[actix_web::test]
async fn nothing_on_the_disk_says_that_somebody_signed_in() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    // Keys that wait are put on her keyring once.
    house
        .bearer(&sofia.signs_in().await)
        .get("/me")
        .await
        .expect(200);
    let before = everything(&house);
    let lines = house.rows("ledger_lines", &["id"]).len();
    house.later(TimeDelta::minutes(1));
    let token = sofia.signs_in().await;
    house.bearer(&token).get("/me").await.expect(200);
    house.later(TimeDelta::minutes(14));
    house.bearer(&token).get("/me").await.expect(200);
    assert!(before == everything(&house), "a row changed");
    assert_eq!(house.rows("ledger_lines", &["id"]).len(), lines + 1);
    house
        .bearer(&token)
        .delete("/sessions/current")
        .await
        .expect(204);
    assert!(before == everything(&house), "a row changed");
    // The control: a row that changes is seen.
    house.sql("update accounts set revision = revision + 1");
    assert!(before != everything(&house));
}

#[actix_web::test]
async fn a_code_counts_once() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    house.later(TimeDelta::minutes(1));
    let code = sofia.next_code();
    for status in [200, 401] {
        let half = sofia.gives_passphrase().await.text_of("token");
        let given = amparo_tests::json!({ "code": code });
        let half = house.bearer(&half);
        let answer = half.post("/sessions/current/second-factor", given).await;
        answer.expect(status);
    }
}

#[actix_web::test]
async fn a_sign_in_that_is_used_ends_after_ten_hours() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let it = house.bearer(&sofia.signs_in().await);
    for _ in 0..(10 * 60 / 10 - 1) {
        house.later(TimeDelta::minutes(10));
        it.get("/me").await.expect(200);
    }
    house.later(TimeDelta::minutes(10));
    it.get("/me").await.expect_problem(401, "sign_in");
}

#[actix_web::test]
async fn a_restart_signs_everybody_out() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let token = sofia.token().await;
    let again = house.restarted().await;
    again
        .bearer(&token)
        .get("/me")
        .await
        .expect_problem(401, "sign_in");
    // She signs in again and has everything she had.
    house.later(TimeDelta::seconds(30));
    let sofia = sofia.in_house(&again);
    again.later(TimeDelta::seconds(30));
    let me = sofia.get("/me").await.expect(200);
    assert_eq!(me.body["groups"].as_array().unwrap().len(), 6);
}

#[actix_web::test]
async fn a_token_that_is_none_is_told_to_sign_in() {
    let house = House::open().await;
    for wrong in ["", "x", "Bearer", "éé", "A".repeat(400).as_str()] {
        house
            .bearer(wrong)
            .get("/me")
            .await
            .expect_problem(401, "sign_in");
    }
    let basic = house
        .visitor()
        .get("/me")
        .with_header("Authorization", "Basic c29maWE6eA==")
        .await
        .expect_problem(401, "sign_in");
    assert_eq!(basic.header("www-authenticate"), Some("Bearer"));
}

#[actix_web::test]
async fn a_cookie_is_no_sign_in() {
    let house = House::open().await;
    let sofia = house.organisation("hotline", "ES").await.supervisor();
    let token = sofia.token().await;
    for name in ["__Host-amparo", "amparo", "session"] {
        house
            .visitor()
            .get("/me")
            .with_header("Cookie", &format!("{name}={token}"))
            .await
            .expect_problem(401, "sign_in");
    }
}
