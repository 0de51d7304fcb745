//! Lines that somebody slipped in, and ends that somebody cut off.

use amparo_tests::{Actor, House, Value};

async fn aya_of(house: &House) -> Actor {
    let hotline = house.organisation("hotline", "ES").await;
    let aya = hotline.auditor("Aya").await;
    aya.get("/me").await.expect(200);
    house.fold_ledger();
    aya
}

async fn verdict(aya: &Actor) -> Value {
    aya.get("/ledger/verify").await.expect(200).body
}

/// A copy of a true line under another id, at a place in the chain or before it.
fn slip_in(house: &House, position: &str) {
    house.sql(&format!(
        "insert into ledger_lines (id, organisation_id, case_id, position, sealed, mac) \
         select {{x:00000000000040008000000000000001}}, organisation_id, case_id, {position}, \
         sealed, mac from ledger_lines where position = 2"
    ));
}

#[actix_web::test]
async fn a_line_that_was_slipped_in_is_not_folded_and_is_reported() {
    let house = House::open().await;
    let aya = aya_of(&house).await;
    slip_in(&house, "null");
    assert_eq!(house.fold_ledger(), 0);
    let found = verdict(&aya).await;
    assert_eq!(found["intact"], false);
    assert_eq!(found["not_yet_folded"], 0);
    let problems = found["problems"].to_string();
    assert!(
        problems.contains("1 lines were not written by this instance"),
        "{problems}"
    );
    // The true lines go on.
    assert_eq!(house.fold_ledger(), 1);
}

#[actix_web::test]
async fn a_line_that_cannot_be_read_hides_no_other() {
    let house = House::open().await;
    let aya = aya_of(&house).await;
    let before = aya.get("/ledger?limit=200").await.expect(200).items().len();
    slip_in(&house, "1000");
    let shown = aya.get("/ledger?limit=200").await.expect(200);
    assert_eq!(shown.items().len(), before + 1);
    let first = &shown.items()[0];
    assert_eq!(first["what"], "line_unreadable");
    assert!(first["at"].is_null());
    assert_eq!(verdict(&aya).await["intact"], false);
}

#[actix_web::test]
async fn an_end_that_was_cut_off_is_noticed_though_new_lines_make_up_for_it() {
    let house = House::open().await;
    let aya = aya_of(&house).await;
    let size = verdict(&aya).await["lines"].as_i64().unwrap();
    house.fold_ledger();
    verdict(&aya).await;
    house.fold_ledger();
    house.sql(&format!("delete from ledger_lines where position > {size}"));
    house.sql(&format!("delete from checkpoints where size > {size}"));
    let cut = verdict(&aya).await;
    assert_eq!(cut["intact"], false);
    for _ in 0..5 {
        verdict(&aya).await;
        house.fold_ledger();
    }
    let later = verdict(&aya).await;
    assert!(later["lines"].as_i64().unwrap() > size + 2);
    assert_eq!(later["intact"], false);
}
