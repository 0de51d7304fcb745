//! What fails too often is given up, counted, shown, tried again, discarded.

use amparo::foundation::jobs::{self, MOST_ATTEMPTS};
use amparo_tests::{House, json};
use chrono::TimeDelta;

use super::{inside, invites, mails, outside, states, sweep, until_nothing_waits};

#[actix_web::test]
async fn a_mail_that_nobody_takes_is_given_up_and_shown() {
    let house = House::with_mail().await;
    let hotline = house.organisation("hotline", "ES").await;
    let adil = hotline.administrator();
    let other = house.organisation("legal", "MA").await.administrator();
    invites(&adil).await;
    let turns = until_nothing_waits(&house);
    assert_eq!(i32::try_from(turns).unwrap(), MOST_ATTEMPTS);
    assert_eq!(states(&house), ["12 unreachable"]);
    let undone = adil.get("/undone").await.expect(200);
    assert_eq!(undone.items().len(), 1);
    let job = undone.items()[0].clone();
    assert_eq!(job["kind"], "send_mail");
    assert_eq!(
        (&job["failure"], &job["attempts"]),
        (&json!("unreachable"), &json!(12))
    );
    assert_eq!(job["last_tried_on"], "2026-11-26");
    assert_eq!(job["can_be_tried_again"], true);
    assert_eq!(job["can_be_discarded"], true);
    assert!(!undone.text().contains("example.org"), "{}", undone.text());
    // It is the organisation's own, and an administrator's.
    assert_eq!(other.get("/undone").await.expect(200).items().len(), 0);
    hotline
        .supervisor()
        .get("/undone")
        .await
        .expect_problem(404, "not_found");
    let path = format!("/undone/{}", job["id"].as_str().unwrap());
    other.delete(&path).await.expect_problem(404, "not_found");
    other
        .post_nothing(&format!("{path}/retry"))
        .await
        .expect_problem(404, "not_found");
    // Nothing tries it any more by itself.
    house.later(TimeDelta::days(1));
    assert_eq!(outside(house.app()).failed, 0);
}

#[actix_web::test]
async fn an_administrator_has_it_tried_again_or_discards_it_on_record() {
    let house = House::with_mail().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (adil, aya) = (hotline.administrator(), hotline.auditor("Aya").await);
    invites(&adil).await;
    until_nothing_waits(&house);
    let undone = adil.get("/undone").await.expect(200);
    let path = format!("/undone/{}", undone.items()[0]["id"].as_str().unwrap());
    adil.post_nothing(&format!("{path}/retry"))
        .await
        .expect(204);
    assert_eq!(adil.get("/undone").await.expect(200).items().len(), 0);
    assert_eq!(
        (states(&house), house.waiting_jobs()),
        (vec!["0 -".to_owned()], 1)
    );
    // Once more from the beginning, and in vain again.
    assert_eq!(
        i32::try_from(until_nothing_waits(&house)).unwrap(),
        MOST_ATTEMPTS
    );
    assert_eq!(adil.get("/undone").await.expect(200).items().len(), 1);
    assert_eq!(mails(&house), 1);
    adil.delete(&path).await.expect(204);
    assert_eq!(adil.get("/undone").await.expect(200).items().len(), 0);
    assert_eq!((states(&house).len(), mails(&house)), (0, 0));
    adil.delete(&path).await.expect_problem(404, "not_found");
    house.fold_ledger();
    let ledger = aya.get("/ledger").await.expect(200);
    let noted = |what: &str| {
        ledger
            .items()
            .iter()
            .filter(|line| line["what"] == what)
            .count()
    };
    assert_eq!((noted("job_tried_again"), noted("job_discarded")), (1, 1));
}

#[actix_web::test]
async fn what_a_mail_carried_is_destroyed_after_a_week_and_the_row_stays() {
    let house = House::with_mail().await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    invites(&adil).await;
    until_nothing_waits(&house);
    sweep(&house);
    assert_eq!(mails(&house), 1, "it can still be tried again");
    house.later(TimeDelta::days(jobs::KEPT_DAYS + 1));
    sweep(&house);
    assert_eq!(mails(&house), 0);
    assert_eq!(house.column("select payload as it from jobs"), [""]);
    let undone = adil.get("/undone").await.expect(200);
    assert_eq!(undone.items()[0]["can_be_tried_again"], false);
    let path = format!("/undone/{}", undone.items()[0]["id"].as_str().unwrap());
    let again = adil.post_nothing(&format!("{path}/retry")).await;
    again.expect_reason("job_forgotten");
    adil.delete(&path).await.expect(204);
    assert_eq!(states(&house).len(), 0);
}

#[actix_web::test]
async fn a_job_inside_that_fails_keeps_no_other_waiting_and_is_never_dropped() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let adil = hotline.administrator();
    let app = house.app();
    app.housekeep(|act| {
        // A payload that cannot be read, and after it one that can.
        jobs::enqueue_named(act, "sharing_stopped", &json!("?"), TimeDelta::zero())
    })
    .unwrap();
    house.sql(&format!(
        "update jobs set organisation_id = {{x:{}}}",
        hotline.id.replace('-', "")
    ));
    let wrong = json!({ "login": "nobody", "passphrase": "no" });
    house.visitor().post("/sessions", wrong).await.expect(401);
    let tally = inside(app);
    assert_eq!((tally.done, tally.failed), (1, 1));
    assert_eq!(states(&house), ["1 broken"]);
    for _ in 0..MOST_ATTEMPTS {
        house.later(TimeDelta::hours(5));
        inside(app);
    }
    assert_eq!(house.waiting_jobs(), 0);
    house.later(TimeDelta::days(jobs::KEPT_DAYS + 1));
    sweep(&house);
    let undone = adil.get("/undone").await.expect(200);
    let job = &undone.items()[0];
    assert_eq!(
        (&job["kind"], &job["failure"]),
        (&json!("sharing_stopped"), &json!("broken"))
    );
    assert_eq!(
        (&job["can_be_discarded"], &job["can_be_tried_again"]),
        (&json!(false), &json!(true))
    );
    let path = format!("/undone/{}", job["id"].as_str().unwrap());
    adil.delete(&path).await.expect_reason("job_stays");
    adil.post_nothing(&format!("{path}/retry"))
        .await
        .expect(204);
    assert_eq!(house.waiting_jobs(), 1);
}

#[actix_web::test]
async fn a_job_that_ends_the_process_each_time_is_given_up_without_another_try() {
    let house = House::with_mail().await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    invites(&adil).await;
    house.sql(&format!("update jobs set attempts = {MOST_ATTEMPTS}"));
    assert_eq!(outside(house.app()).failed, 0);
    assert_eq!(states(&house), ["13 interrupted"]);
    let undone = adil.get("/undone").await.expect(200);
    assert_eq!(undone.items()[0]["failure"], "interrupted");
}
