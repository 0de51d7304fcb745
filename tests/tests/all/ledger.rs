//! Who saw or did what: lines, chain, and what an intruder does to them.

use amparo_tests::{Actor, House, Organisation, Value};

async fn a_folded_ledger(house: &House) -> (Organisation, Actor) {
    let hotline = house.organisation("hotline", "ES").await;
    let aya = hotline.auditor("Aya").await;
    aya.get("/me").await.expect(200);
    assert!(house.fold_ledger() >= 6);
    (hotline, aya)
}

async fn verdict(aya: &Actor) -> Value {
    aya.get("/ledger/verify").await.expect(200).body
}

#[actix_web::test]
async fn auditors_read_what_was_done_by_whom() {
    let house = House::open().await;
    let (hotline, aya) = a_folded_ledger(&house).await;
    let lines = aya.get("/ledger?limit=200").await.expect(200);
    let whats: Vec<&str> = lines
        .items()
        .iter()
        .map(|line| line["what"].as_str().unwrap())
        .collect();
    for what in [
        "organisation_founded",
        "invited",
        "joined",
        "admitted",
        "signed_in",
    ] {
        assert!(whats.contains(&what), "{what} is not in {whats:?}");
    }
    let admitted = lines
        .items()
        .iter()
        .find(|line| line["what"] == "admitted")
        .unwrap();
    assert_eq!(admitted["actor"]["name"], "Sofia");
    assert_eq!(admitted["actor"]["account"], hotline.supervisor().id());
    assert_eq!(admitted["subject"], aya.id());
    // The reading is on record itself.
    house.fold_ledger();
    let lines = aya.get("/ledger?limit=1").await.expect(200);
    assert_eq!(lines.items()[0]["what"], "ledger_read");
}

#[actix_web::test]
async fn the_ledger_is_paged_from_the_newest() {
    let house = House::open().await;
    let (_, aya) = a_folded_ledger(&house).await;
    let first = aya.get("/ledger?limit=2").await.expect(200);
    let next = first.text_of("next");
    let second = aya
        .get(&format!("/ledger?limit=2&after={next}"))
        .await
        .expect(200);
    let positions = |page: &amparo_tests::Reply| -> Vec<i64> {
        page.items()
            .iter()
            .map(|line| line["position"].as_i64().unwrap())
            .collect()
    };
    let (a, b) = (positions(&first), positions(&second));
    assert_eq!(b, [a[0] - 2, a[0] - 3]);
    aya.get("/ledger?after=yesterday")
        .await
        .expect_fault("/after", "bad_cursor");
    aya.get("/ledger?limit=0")
        .await
        .expect_fault("/limit", "out_of_range");
    aya.get("/ledger?limit=201")
        .await
        .expect_fault("/limit", "out_of_range");
}

#[actix_web::test]
async fn only_auditors_read_and_only_their_own() {
    let house = House::open().await;
    let network = house.network().await;
    let others = [
        network.hotline.caseworker("Ana").await,
        network.hotline.supervisor(),
        network.hotline.administrator(),
    ];
    for other in others {
        for path in ["/ledger", "/ledger/verify"] {
            other.get(path).await.expect_problem(404, "not_found");
        }
    }
    let aya = network.hotline.auditor("Aya").await;
    let lena = network.legal.auditor("Lena").await;
    aya.get("/me").await.expect(200);
    lena.get("/me").await.expect(200);
    house.fold_ledger();
    let own = aya.get("/ledger?limit=200").await.expect(200).text();
    assert!(own.contains(&aya.id()) && !own.contains(&lena.id()));
}

#[actix_web::test]
async fn an_untouched_chain_holds() {
    let house = House::open().await;
    let (_, aya) = a_folded_ledger(&house).await;
    let before = verdict(&aya).await;
    assert_eq!(before["intact"], true);
    assert_eq!(before["not_yet_folded"], 0);
    let after = verdict(&aya).await;
    assert_eq!(after["not_yet_folded"], 1, "the check itself is on record");
    assert_eq!(after["head"], before["head"]);
    house.fold_ledger();
    let folded = verdict(&aya).await;
    assert_ne!(folded["head"], before["head"]);
    assert_eq!(folded["intact"], true);
    assert_eq!(house.restarted().await.fold_ledger(), 1);
}

/// Each is what somebody who can write rows, but not sign, might do to hide a line.
const INTRUSIONS: [(&str, &str); 8] = [
    (
        "a byte of a line is changed",
        "update ledger_lines set sealed = (select b.sealed from ledger_lines b \
         where b.position = 4 and b.organisation_id = ledger_lines.organisation_id) \
         where position = 3",
    ),
    (
        "a line is dropped",
        "delete from ledger_lines where position = 3",
    ),
    (
        "the last line is dropped",
        "delete from ledger_lines where position = (select max(position) from ledger_lines)",
    ),
    (
        "two lines change places",
        "update ledger_lines set position = -2 where position = 2; \
         update ledger_lines set position = 2 where position = 3; \
         update ledger_lines set position = 3 where position = -2",
    ),
    (
        "a line is moved to the end",
        "update ledger_lines set position = 1000 where position = 3",
    ),
    (
        "a line is taken out of the chain",
        "update ledger_lines set position = null where position = 3",
    ),
    ("the checkpoints are dropped", "delete from checkpoints"),
    (
        "the head is forged",
        "update checkpoints set head = (select head from checkpoints order by size limit 1), \
         signature = {x:00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000}",
    ),
];

#[actix_web::test]
async fn every_intrusion_is_noticed() {
    for (what, statement) in INTRUSIONS {
        let house = House::open().await;
        let (_, aya) = a_folded_ledger(&house).await;
        assert_eq!(verdict(&aya).await["intact"], true, "before: {what}");
        house.sql(statement);
        let after = verdict(&aya).await;
        assert_eq!(after["intact"], false, "not noticed: {what}");
        assert!(!after["problems"].as_array().unwrap().is_empty());
    }
}

#[actix_web::test]
async fn a_rolled_back_chain_shows_against_a_head_that_was_kept_elsewhere() {
    let house = House::open().await;
    let (_, aya) = a_folded_ledger(&house).await;
    let then = verdict(&aya).await;
    house.fold_ledger();
    let kept_on_paper = verdict(&aya).await;
    let size = &then["lines"];
    house.sql(&format!(
        "delete from ledger_lines where position > {size} or position is null"
    ));
    house.sql(&format!("delete from checkpoints where size > {size}"));
    assert_eq!(
        verdict(&aya).await["intact"],
        false,
        "this process saw more"
    );
    house.sql(&format!(
        "delete from ledger_lines where position > {size} or position is null"
    ));
    let house = house.restarted().await;
    let aya = aya.in_house(&house);
    aya.next_code();
    let now = verdict(&aya).await;
    assert_eq!(now["intact"], false, "the marks are outside the database");
    // The documented limit: who puts the file of marks back as well owns the machine.
    std::fs::remove_dir_all(house.database().folder.join("state")).unwrap();
    let house = House::over_again(&house).await;
    let aya = aya.in_house(&house);
    house.later(chrono::TimeDelta::minutes(2));
    let now = verdict(&aya).await;
    assert_eq!(
        now["intact"], false,
        "her keyring has the head that she saw"
    );
    assert_ne!(now["head"], kept_on_paper["head"]);
}

#[actix_web::test]
async fn a_line_of_another_organisation_cannot_be_slipped_in() {
    let house = House::open().await;
    let network = house.network().await;
    let aya = network.hotline.auditor("Aya").await;
    aya.get("/me").await.expect(200);
    house.fold_ledger();
    let legal = network.legal.id.replace('-', "");
    let hotline = network.hotline.id.replace('-', "");
    house.sql(&format!(
        "update ledger_lines set sealed = (select b.sealed from ledger_lines b \
         where b.organisation_id = {{x:{legal}}} and b.position = 2) \
         where organisation_id = {{x:{hotline}}} and position = 2"
    ));
    assert_eq!(verdict(&aya).await["intact"], false);
    let shown = aya.get("/ledger?limit=200").await.expect(200);
    let second = shown.items().iter().find(|line| line["position"] == 2);
    assert_eq!(second.unwrap()["what"], "line_unreadable");
}
