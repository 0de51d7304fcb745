//! The words that a newcomer reads out: they stand for her keys, as they lie there when she is let in.

use amparo_store::{AccountId, OrganisationId};
use amparo_tests::{Actor, House, Organisation, Value, json};
use amparo_vault::{Context, Kind, Padding};
use data_encoding::HEXLOWER;

#[actix_web::test]
async fn only_the_words_that_the_newcomer_reads_out_let_her_in() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, aya) = (hotline.supervisor(), hotline.auditor("Aya").await);
    let (nur, other) = (
        hotline.newcomer("Nur", &["caseworker"]).await,
        hotline.newcomer("Bea", &["caseworker"]).await,
    );
    let words = nur.account().own_words;
    assert_eq!(words.len(), 6);
    let me = nur.get("/me").await.expect(200);
    assert_eq!(me.body["own_words"], json!(words));
    let path = format!("/members/{}", nur.id());
    let seen = sofia.get(&path).await.expect(200).revision();
    let admit = format!("{path}/admit");
    let mut swapped = words.clone();
    swapped.swap(0, 5);
    for heard in [other.account().own_words, swapped] {
        sofia
            .post(&admit, json!({ "words": heard }))
            .with_if_match(seen)
            .await
            .expect_fault("/words", "other_words");
    }
    assert_eq!(nur.get("/me").await.expect(200).body["admitted"], false);
    house.fold_ledger();
    let lines = aya.get("/ledger?limit=200").await.expect(200);
    let refused = lines
        .items()
        .iter()
        .filter(|line| line["what"] == "admission_refused" && line["subject"] == nur.id().as_str())
        .count();
    assert_eq!(refused, 2, "each is on record");
    let heard: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
    sofia
        .post(&admit, json!({ "words": heard }))
        .with_if_match(seen)
        .await
        .expect(204);
    let me = nur.get("/me").await.expect(200);
    assert_eq!(me.body["admitted"], true);
    assert!(me.body["own_words"].is_null());
}

#[actix_web::test]
async fn keys_that_were_put_in_a_newcomers_place_are_heard() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, nur) = (
        hotline.supervisor(),
        hotline.newcomer("Nur", &["caseworker"]).await,
    );
    // Who has the instance key as well can write any profile.
    for key in ["/identity/opening", "/identity/signing", "/personal/key"] {
        let kept = rewrite(&house, &hotline, &nur, |profile| {
            *profile.pointer_mut(key).unwrap() = json!("07".repeat(32));
        });
        sofia
            .admits(&nur)
            .await
            .expect_fault("/words", "other_words");
        rewrite(&house, &hotline, &nur, |profile| *profile = kept);
    }
    sofia.admits(&nur).await.expect(204);
}

/// Changes what stands in the profile of somebody who has not signed in yet, and gives back what
/// stood there.
fn rewrite(
    house: &House,
    organisation: &Organisation,
    member: &Actor,
    change: impl FnOnce(&mut Value),
) -> Value {
    let account: AccountId = member.id().parse().unwrap();
    let of: OrganisationId = organisation.id.parse().unwrap();
    let instance = &house.app().instance;
    let context = Context::of(Kind::Account, of.as_bytes(), account.as_bytes()).version(1);
    let hers = member.id().replace('-', "");
    let row = house
        .rows("accounts", &["id", "profile"])
        .into_iter()
        .find(|row| row[0].as_ref() == Some(&hers))
        .unwrap();
    let sealed = HEXLOWER
        .decode(row[1].as_ref().unwrap().as_bytes())
        .unwrap();
    let opened = instance.open(&context, &sealed).unwrap();
    let before: Value = serde_json::from_slice(opened.expose()).unwrap();
    let mut after = before.clone();
    change(&mut after);
    let plain = serde_json::to_vec(&after).unwrap();
    let sealed = house
        .app()
        .housekeep(|act| Ok(instance.seal(&context, &plain, Padding::Record, act.rng())?))
        .unwrap();
    house.sql(&format!(
        "update accounts set profile = {{x:{}}} where id = {{x:{hers}}}",
        HEXLOWER.encode(&sealed)
    ));
    before
}
