//! Somebody can write rows, but knows no key: every stored object that is changed, swapped, cut or
//! put back to an older state is refused, and nothing of it is shown.

mod cases;
mod older_cases;
mod planted;
mod scene;

use amparo_tests::Actor;

use scene::{Scene, attempts, bare};

#[actix_web::test]
async fn every_spoilt_record_of_a_case_is_noticed() {
    let scene = Scene::set().await;
    let (case, other) = (&scene.case, &scene.other);
    let path = format!("/cases/{}", scene.world.id("case"));
    let ana = scene.world.who("ana");
    let at = |seq: i64| format!("case_id = {{x:{case}}} and seq = {seq}");
    let newest = format!("select max(seq) from case_records where case_id = {{x:{case}}}");
    let neighbours = [
        scene.value("sealed", "case_records", &at(2)),
        scene.value(
            "sealed",
            "case_records",
            &format!("case_id = {{x:{other}}} and seq = 1"),
        ),
    ];
    let mut all = scene.spoil("sealed", "case_records", &at(1), &neighbours);
    all.extend([
        (
            "the newest record is dropped".to_owned(),
            format!("delete from case_records where case_id = {{x:{case}}} and seq = ({newest})"),
        ),
        (
            "a record in the middle is dropped".to_owned(),
            format!("delete from case_records where {}", at(3)),
        ),
        (
            "two records change places".to_owned(),
            format!(
                "update case_records set seq = -1 where {}; update case_records set seq = 2 where {}; \
                 update case_records set seq = 3 where case_id = {{x:{case}}} and seq = -1",
                at(2),
                at(3)
            ),
        ),
        (
            "a record is moved to another case".to_owned(),
            format!("update case_records set case_id = {{x:{other}}}, seq = 900 where {}", at(3)),
        ),
        (
            "a record is copied to the end".to_owned(),
            format!(
                "insert into case_records (case_id, seq, epoch, sealed) select case_id, \
                 ({newest}) + 1, epoch, sealed from case_records where {}",
                at(2)
            ),
        ),
    ]);
    scene.try_all(attempts(&ana, &path, all)).await;
}

#[actix_web::test]
async fn every_spoilt_card_and_grant_is_noticed() {
    let scene = Scene::set().await;
    let (case, other) = (&scene.case, &scene.other);
    let path = format!("/cases/{}", scene.world.id("case"));
    let ana = scene.world.who("ana");
    let here = format!("case_id = {{x:{case}}}");
    let there = format!("case_id = {{x:{other}}}");
    let card = scene.value("sealed", "cards", &there);
    let mut all = scene.spoil("sealed", "cards", &here, &[card]);
    // One way in, so that what is spoilt is what is opened; a look leaves label and quick way.
    for id in [case, other] {
        let id = uuid::Uuid::parse_str(id).unwrap();
        ana.get(&format!("/cases/{id}")).await.expect(200);
    }
    amparo::casefile::write_claims(scene.house.app()).unwrap();
    let (own, own_other) = (
        scene.label(&ana, case).await,
        scene.label(&ana, other).await,
    );
    scene.house.sql(&format!(
        "delete from grants where label not in ({{x:{own}}}, {{x:{own_other}}}) and ({here} or {there});"
    ));
    scene.house.note_grants();
    let (here, there) = (
        format!("{here} and label = {{x:{own}}}"),
        format!("{there} and label = {{x:{own_other}}}"),
    );
    let quick = scene.value("quick", "grants", &here);
    assert!(!quick.is_empty(), "no quick way was left to spoil");
    let other_quick = scene.value("quick", "grants", &there);
    all.extend(scene.spoil("quick", "grants", &here, &[other_quick]));
    let other_grant = scene.value("sealed", "grants", &there);
    for (what, statement) in scene.spoil("sealed", "grants", &here, &[other_grant]) {
        // Without the quick way the grant itself would be opened.
        let slow = format!("update grants set quick = null where {here}; {statement}");
        all.push((what, slow));
    }
    for column in ["label", "mac"] {
        let there = scene.value(column, "grants", &there);
        all.push((
            format!("the {column} of another grant stands in its place"),
            format!("update grants set {column} = {{x:{there}}} where {here}"),
        ));
    }
    all.push((
        "a grant says that it is to another key".to_owned(),
        format!("update grants set case_epoch = case_epoch + 1 where {here}"),
    ));
    all.push((
        "a grant is moved to another case".to_owned(),
        format!(
            "delete from grants where {there}; update grants set case_id = {{x:{other}}} where {here}"
        ),
    ));
    scene.try_all(attempts(&ana, &path, all)).await;
}

#[actix_web::test]
async fn a_card_put_back_to_an_older_state_is_noticed() {
    let scene = Scene::set().await;
    let case = &scene.case;
    let ana = scene.world.who("ana");
    let here = format!("case_id = {{x:{case}}}");
    let old = scene.value("sealed", "cards", &here);
    let entries = format!("/cases/{}/entries", scene.world.id("case"));
    let entry = scene.world.plain_body(&scene.world.operation("add_entry"));
    ana.post(&entries, entry).await.expect(201);
    scene.house.sql(&format!(
        "update cards set sealed = {{x:{old}}} where {here}"
    ));
    let path = format!("/cases/{}", scene.world.id("case"));
    let shown = ana.get(&path).await;
    assert!(
        shown.status >= 400,
        "an old card was shown: {}",
        shown.text()
    );
}

#[actix_web::test]
async fn every_spoilt_entry_of_the_register_and_the_account_is_noticed() {
    let scene = Scene::set().await;
    let sofia = scene.world.who("supervisor");
    let teams = sofia.get("/teams").await.expect(200);
    let path = format!("/teams/{}", teams.items()[0]["id"].as_str().unwrap());
    // The rows do not say what they are about: each attempt is made on all of them at once.
    let own = format!(
        "organisation_id = {{x:{}}}",
        bare(&scene.world.id("hotline"))
    );
    let rows = format!("select lookup as it from register_entries where {own}");
    let rows = scene.house.ids(&rows);
    // None stays in its own place: which one the path is about, the rows do not say.
    let here = |lookup: &String| format!("{own} and lookup = {{x:{lookup}}}");
    let sealed: Vec<String> = rows
        .iter()
        .map(|lookup| scene.value("sealed", "register_entries", &here(lookup)))
        .collect();
    let others = sealed.iter().cycle().skip(1);
    let moved = rows.iter().zip(others).map(|(lookup, other)| {
        let at = here(lookup);
        format!("update register_entries set sealed = {{x:{other}}} where {at}")
    });
    let mut spoilt = vec![(
        "each entry stands in the place of another".to_owned(),
        moved.collect::<Vec<_>>().join("; "),
    )];
    for way in 0..6 {
        let one = |lookup: &String| {
            let here = format!("{own} and lookup = {{x:{lookup}}}");
            scene
                .spoil("sealed", "register_entries", &here, &[])
                .swap_remove(way)
        };
        let (what, statements): (Vec<_>, Vec<_>) = rows.iter().map(one).unzip();
        spoilt.push((what[0].clone(), statements.join("; ")));
    }
    let mut all = attempts(&sofia, &path, spoilt);
    let ana = scene.world.who("ana");
    let account = format!("id = {{x:{}}}", bare(&ana.id()));
    let other = format!("id = {{x:{}}}", bare(&sofia.id()));
    let profile = scene.value("profile", "accounts", &other);
    let spoilt = scene.spoil("profile", "accounts", &account, &[profile]);
    all.extend(attempts(&ana, "/me", spoilt));
    scene.try_all(all).await;
}

#[actix_web::test]
async fn a_spoilt_keyring_or_lock_lets_nobody_in() {
    let scene = Scene::set().await;
    let (ana, bea) = (scene.world.who("ana"), scene.world.who("bea"));
    let account = format!("id = {{x:{}}}", bare(&ana.id()));
    let other = format!("id = {{x:{}}}", bare(&bea.id()));
    let lock = |actor: &Actor| format!("account_id = {{x:{}}}", bare(&actor.id()));
    let passphrase = " and method like 'pass%'";
    let here = format!("{}{passphrase}", lock(&ana));
    let there = format!("{}{passphrase}", lock(&bea));
    let mut all = Vec::new();
    for column in ["keyring", "identity"] {
        let swapped = scene.value(column, "accounts", &other);
        all.extend(scene.spoil(column, "accounts", &account, &[swapped]));
    }
    let swapped = scene.value("wrapped", "unlock_methods", &there);
    all.extend(scene.spoil("wrapped", "unlock_methods", &here, &[swapped]));
    all.push((
        "the keyring is said to be older".to_owned(),
        format!("update accounts set keyring_version = keyring_version - 1 where {account}"),
    ));
    for (what, statement) in all {
        scene.house.sql(&statement);
        let first = ana.gives_passphrase().await;
        assert!(first.status >= 400, "{what}: {}", first.text());
        scene.house.back();
    }
    scene.house.later(chrono::TimeDelta::minutes(16));
    ana.gives_passphrase().await.expect(201);
}

#[actix_web::test]
async fn a_spoilt_intake_packet_notice_or_letter_is_noticed() {
    let scene = Scene::set().await;
    let world = &scene.world;
    let (ana, leo, person) = (world.who("ana"), world.who("partner"), world.who("person"));
    let intake = format!("id = {{x:{}}}", bare(&world.id("waiting intake")));
    let other = format!("id = {{x:{}}}", bare(&world.id("draft")));
    let other = scene.value("sealed", "intakes", &other);
    let spoilt = scene.spoil("sealed", "intakes", &intake, &[other]);
    let path = format!("/intakes/{}", world.id("waiting intake"));
    let mut all = attempts(&ana, &path, spoilt);
    let referral = format!("id = {{x:{}}}", bare(&world.id("referral")));
    let notice = scene.value("notice", "referrals", &referral);
    let spoilt = scene.spoil("packet", "referrals", &referral, &[notice]);
    let path = format!("/referrals/{}/packet", world.id("referral"));
    all.extend(attempts(&leo, &path, spoilt));
    let packet = scene.value("packet", "referrals", &referral);
    let spoilt = scene.spoil("notice", "referrals", &referral, &[packet]);
    let path = format!("/referrals/{}", world.id("referral"));
    all.extend(attempts(&leo, &path, spoilt));
    let status = scene
        .house
        .ids("select status as it from receipts where status is not null");
    assert!(!status.is_empty());
    let receipt = bare(&world.id("receipt"));
    assert!(!receipt.is_empty());
    let here = format!("case_id = {{x:{}}}", scene.case);
    let spoilt = scene.spoil("status", "receipts", &here, &[]);
    all.extend(attempts(&person, "/receipts/current", spoilt));
    scene.try_all(all).await;
}

#[actix_web::test]
async fn a_key_of_another_group_in_the_place_of_the_inbox_is_refused() {
    let scene = Scene::set().await;
    let legal = bare(&scene.world.id("legal"));
    scene.house.sql(&format!(
        "update published_keys set entry = (select q.entry from published_keys q where \
         q.organisation_id = published_keys.organisation_id and q.purpose = 'queue'), \
         group_id = (select q.group_id from published_keys q where \
         q.organisation_id = published_keys.organisation_id and q.purpose = 'queue') \
         where organisation_id = {{x:{legal}}} and purpose = 'inbox'"
    ));
    let mut refer = scene.world.plain_body(&scene.world.operation("refer"));
    let ana = scene.world.who("ana");
    let needs = format!("/cases/{}/needs", scene.world.id("other case"));
    let needs = ana.get(&needs).await.expect(200);
    refer["need"] = needs.items()[0]["id"].clone();
    refer["receiver"] = amparo_tests::json!(scene.world.id("legal"));
    let path = format!("/cases/{}/referrals", scene.world.id("other case"));
    ana.post(&path, refer).await.expect_reason("key_replaced");
}
