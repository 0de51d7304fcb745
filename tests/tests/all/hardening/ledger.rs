//! Lines that somebody slipped in, and ends that somebody cut off.

use amparo::foundation::RowKind;
use amparo::ledger;
use amparo_store::OrganisationId;
use amparo_tests::{Actor, House, Value};
use amparo_vault::{EMPTY_LEDGER, InstanceKey, chain, leaf_hash};
use chrono::TimeDelta;
use data_encoding::HEXLOWER;

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
        "insert into ledger_lines \
         (id, organisation_id, label, position, sealed, sealed_for_case, mac) \
         select {{x:00000000000040008000000000000001}}, organisation_id, {{x:{}}}, {position}, \
         sealed, sealed_for_case, mac from ledger_lines where position = 2",
        "00".repeat(32)
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
    // Neither does a restart help.
    house.fold_ledger();
    let again = house.restarted().await;
    let aya = aya.in_house(&again);
    again.later(TimeDelta::minutes(1));
    assert_eq!(verdict(&aya).await["intact"], false);
}

/// Who has the instance key too signs whatever head she likes, and may write any word on a line.
#[actix_web::test]
async fn a_chain_that_was_rewritten_in_the_middle_and_signed_anew_is_noticed() {
    let house = House::open().await;
    let aya = aya_of(&house).await;
    assert_eq!(verdict(&aya).await["intact"], true);
    house.fold_ledger();
    let me = aya.get("/me").await.expect(200);
    rewrite(&house, &me.text_of("organisation"));
    assert_eq!(verdict(&aya).await["intact"], false);
    // New lines make up for the one that is gone.
    house.fold_ledger();
    let rewritten = verdict(&aya).await;
    assert_eq!(rewritten["intact"], false);
    let problems = rewritten["problems"].to_string();
    assert!(problems.contains("was rewritten"), "{problems}");
    // Only what the server and the auditor remember gives it away: the chain itself is in order.
    let problems = rewritten["problems"].as_array().unwrap();
    assert!(
        problems
            .iter()
            .all(|it| it.to_string().contains("was rewritten"))
    );
    let again = house.restarted().await;
    assert_eq!(gaps(&again).len(), 1, "it refuses to start");
    let aya = aya.in_house(&again);
    again.later(TimeDelta::minutes(1));
    assert_eq!(verdict(&aya).await["intact"], false);
}

/// Who has the instance key and the folder of the marks too still does not have her keyring.
#[actix_web::test]
async fn an_auditor_remembers_the_head_that_she_saw() {
    let house = House::open().await;
    let aya = aya_of(&house).await;
    assert_eq!(verdict(&aya).await["intact"], true);
    house.fold_ledger();
    assert_eq!(verdict(&aya).await["intact"], true, "it only grew");
    house.fold_ledger();
    let me = aya.get("/me").await.expect(200);
    rewrite(&house, &me.text_of("organisation"));
    house.app().forget_versions_seen();
    // Make up for the line that is gone, so that only what she saw gives it away.
    for _ in 0..3 {
        aya.get("/ledger?limit=1").await.expect(200);
        house.fold_ledger();
    }
    let found = verdict(&aya).await;
    assert_eq!(found["intact"], false);
    let problems = found["problems"].to_string();
    assert!(problems.contains("was rewritten"), "{problems}");
    // She signs in anew: her keyring has it from the disk.
    house.later(TimeDelta::minutes(1));
    let again = house.bearer(&aya.signs_in().await);
    assert_eq!(verdict(&again).await["intact"], false);
}

/// The ledgers that do not go on from what the server remembers.
fn gaps(house: &House) -> Vec<ledger::Gap> {
    let app = house.app();
    ledger::gaps(app, &app.marks_of(RowKind::Checkpoint)).unwrap()
}

/// Takes the second line out, closes the gap, and signs the one checkpoint that is left.
fn rewrite(house: &House, organisation: &str) {
    let of = organisation.replace('-', "");
    house.sql(&format!(
        "delete from ledger_lines where organisation_id = {{x:{of}}} and position = 2; \
         update ledger_lines set position = -position where organisation_id = {{x:{of}}}; \
         update ledger_lines set position = -position where position = -1; \
         update ledger_lines set position = -position - 1 where position < -1"
    ));
    let columns = ["organisation_id", "position", "sealed"].map(ToOwned::to_owned);
    let mut lines: Vec<(u64, Vec<u8>)> = house
        .texts("ledger_lines", &columns)
        .into_iter()
        .filter(|line| line[0] == of && !line[1].is_empty())
        .map(|line| {
            let sealed = HEXLOWER.decode(line[2].as_bytes()).unwrap();
            (line[1].parse().unwrap(), sealed)
        })
        .collect();
    lines.sort();
    let head = lines.iter().fold(EMPTY_LEDGER, |head, (_, sealed)| {
        chain(head, leaf_hash(sealed))
    });
    let size = lines.last().unwrap().0;
    let id: OrganisationId = organisation.parse().unwrap();
    let notary = InstanceKey::parse_hex(house.instance_key())
        .unwrap()
        .notary();
    let signature = notary.sign_checkpoint(id.as_bytes(), size, head);
    house.sql(&format!(
        "delete from checkpoints where organisation_id = {{x:{of}}}; \
         insert into checkpoints (organisation_id, size, head, signature) \
         values ({{x:{of}}}, {size}, {{x:{}}}, {{x:{}}})",
        HEXLOWER.encode(&head),
        HEXLOWER.encode(&signature)
    ));
}
