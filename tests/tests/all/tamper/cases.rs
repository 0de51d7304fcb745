//! Somebody writes the rows that say where the file of a case lies: a grant that was planted opens
//! nothing and shuts nothing, what was put back is refused and said, and no value in a clear column
//! is a fault of ours.

use amparo_tests::{Actor, Reply, Value, json};
use amparo_vault::{CaseKey, GroupPurpose, SessionToken, record_hash};
use data_encoding::HEXLOWER;

use super::scene::{Scene, bare};

fn bytes(hex: &str) -> Vec<u8> {
    HEXLOWER.decode(hex.as_bytes()).unwrap()
}

/// Puts a case back to what it was when every row was noted.
pub(super) fn put_back(scene: &Scene, tables: &[&str]) {
    let case = &scene.case;
    for table in tables {
        scene.house.sql(&format!(
            "delete from {table} where case_id = {{x:{case}}}; \
             insert into {table} select * from noted_{table} where case_id = {{x:{case}}}"
        ));
    }
}

pub(super) fn put_row_back(scene: &Scene) {
    scene.house.sql(&format!(
        "update cases set epoch = (select epoch from noted_cases n where n.id = cases.id), \
         revision = (select revision from noted_cases n where n.id = cases.id) \
         where id = {{x:{}}}",
        scene.case
    ));
}

pub(super) async fn writes(who: &Actor, scene: &Scene) -> Reply {
    let entries = format!("/cases/{}/entries", scene.world.id("case"));
    let entry = scene.world.plain_body(&scene.world.operation("add_entry"));
    who.post(&entries, entry).await
}

async fn lists(who: &Actor, scene: &Scene) -> (bool, Value) {
    let list = who.get("/cases?limit=200").await.expect(200);
    let id = json!(scene.world.id("case"));
    let shown = list.items().iter().any(|one| one["id"] == id);
    (shown, list.body["withheld"].clone())
}

#[actix_web::test]
async fn a_case_put_back_is_refused_and_said() {
    let scene = Scene::set().await;
    let (ana, sofia) = (scene.world.who("ana"), scene.world.who("supervisor"));
    let path = format!("/cases/{}", scene.world.id("case"));
    ana.get(&path).await.expect(200);
    writes(&ana, &scene).await.expect(201);
    put_row_back(&scene);
    put_back(&scene, &["case_records", "grants", "cards"]);
    for who in [&ana, &sofia] {
        who.get(&path).await.expect_reason("case_put_back");
        writes(who, &scene).await.expect_reason("case_put_back");
        assert_eq!(lists(who, &scene).await, (false, json!(1)));
        let browser = scene.house.browser();
        browser.sign_in(who).await.expect(200);
        browser.get(&path).await.refusing("case_put_back");
        let list = browser.get("/cases?whose=all").await.expect(200);
        list.saying("1 case is left out of this list.");
    }
    scene.house.sql(&format!(
        "update cards set sealed = (select sealed from noted_cards where case_id = {{x:{}}}) \
         where case_id = {{x:{}}}",
        scene.case, scene.other
    ));
    let path = format!("/cases/{}", scene.world.id("other case"));
    let browser = scene.house.browser();
    browser.sign_in(&ana).await.expect(200);
    browser.get(&path).await.refusing("case_damaged");
}

#[actix_web::test]
async fn a_card_put_back_is_left_out_of_lists_and_said() {
    let scene = Scene::set().await;
    let ana = scene.world.who("ana");
    let path = format!("/cases/{}", scene.world.id("case"));
    assert_eq!(lists(&ana, &scene).await, (true, json!(0)));
    writes(&ana, &scene).await.expect(201);
    let here = format!("case_id = {{x:{}}}", scene.case);
    let mac = scene.value("mac", "cards", &here);
    let now = (
        scene.value("sealed", "cards", &here),
        scene.house.column(&format!(
            "select cast(revision as text) as it from cards where {here}"
        )),
    );
    scene.house.sql(&format!(
        "update cards set sealed = (select sealed from noted_cards n where n.case_id = cards.case_id), \
         mac = (select mac from noted_cards n where n.case_id = cards.case_id), \
         revision = (select revision from noted_cards n where n.case_id = cards.case_id) where {here}"
    ));
    assert_eq!(lists(&ana, &scene).await, (false, json!(1)));
    ana.get(&path).await.expect_reason("case_put_back");
    writes(&ana, &scene).await.expect_reason("case_put_back");
    let page = ana.get("/cases?limit=1").await.expect(200);
    assert_eq!(page.body["withheld"], 1);
    // Put right again, without a trace.
    scene.house.sql(&format!(
        "update cards set sealed = {{x:{}}}, mac = {{x:{mac}}}, revision = {} where {here}",
        now.0, now.1[0]
    ));
    assert_eq!(lists(&ana, &scene).await, (true, json!(0)));
    ana.get(&path).await.expect(200);
}

/// The card of the scene's case as somebody writes it who kept the case's key, with another priority.
async fn forged(scene: &Scene, who: &Actor) -> (u64, Vec<u8>) {
    let token = SessionToken::parse(&who.token().await).unwrap();
    let caller = scene.house.app().authenticate(token).unwrap();
    let keyring = caller.member().unwrap().keyring();
    let own = keyring.current(GroupPurpose::Personal).unwrap();
    let of = scene.world.id("hotline");
    let of = uuid::Uuid::parse_str(&of).unwrap().into_bytes();
    let case = uuid::Uuid::parse_str(&scene.case).unwrap().into_bytes();
    let here = format!("case_id = {{x:{}}}", scene.case);
    let hers = format!(
        "{here} and label = {{x:{}}}",
        scene.label(who, &scene.case).await
    );
    let quick = bytes(&scene.value("quick", "grants", &hers));
    let key = CaseKey::open_quick(&quick, own, of, case, 1).unwrap();
    let revision = format!("select cast(revision as text) as it from cards where {here}");
    let revision: u64 = scene.house.column(&revision)[0].parse().unwrap();
    let sealed = bytes(&scene.value("sealed", "cards", &here));
    let plain = key.open_card(of, revision, &sealed).unwrap();
    let mut card: Value = serde_json::from_slice(plain.expose()).unwrap();
    card["c"] = json!("C-0000");
    let plain = serde_json::to_vec(&card).unwrap();
    let rng = &mut amparo::foundation::rng::fresh().unwrap();
    let sealed = key.seal_card(of, revision + 1, &plain, rng).unwrap();
    (revision + 1, sealed)
}

#[actix_web::test]
async fn who_kept_the_key_of_a_case_cannot_go_on_writing_it() {
    let scene = Scene::set().await;
    let ana = scene.world.who("ana");
    let path = format!("/cases/{}", scene.world.id("case"));
    let before = ana.get(&path).await.expect(200).body["card"]["pseudonym"].clone();
    assert!(before.is_string() && before != "C-0000", "{before}");
    amparo::casefile::write_claims(scene.house.app()).unwrap();
    let (revision, sealed) = forged(&scene, &ana).await;
    let plants = |mac: &str| {
        format!(
            "update cards set sealed = {{x:{}}}, revision = {revision}, mac = {mac} \
             where case_id = {{x:{case}}}; \
             update cases set revision = {revision} where id = {{x:{case}}}",
            HEXLOWER.encode(&sealed),
            case = scene.case,
        )
    };
    // The word of the former card, none, and that of another case.
    let other = scene.value("mac", "cards", &format!("case_id = {{x:{}}}", scene.other));
    for mac in [
        "mac".to_owned(),
        "{x:}".to_owned(),
        format!("{{x:{other}}}"),
    ] {
        scene.house.sql(&plants(&mac));
        ana.get(&path).await.expect_reason("case_damaged");
        writes(&ana, &scene).await.expect_reason("case_damaged");
        assert_eq!(lists(&ana, &scene).await, (false, json!(1)));
        scene.house.back();
        ana.signs_in().await;
    }
    // It is the word that is missing: with it the same card is believed.
    let text = format!(
        "{}\n{}\n1\n{revision}\n{}",
        scene.world.id("hotline"),
        scene.world.id("case"),
        HEXLOWER.encode(&record_hash(&sealed))
    );
    let word = scene.house.app().instance.lookup_tag("card", &text);
    scene
        .house
        .sql(&plants(&format!("{{x:{}}}", HEXLOWER.encode(&word))));
    let shown = ana.get(&path).await.expect(200);
    assert_eq!(shown.body["card"]["pseudonym"], "C-0000");
}

#[actix_web::test]
async fn a_planted_grant_opens_nothing_and_shuts_nothing() {
    let scene = Scene::set().await;
    let (ana, sofia) = (scene.world.who("ana"), scene.world.who("supervisor"));
    let stranger = scene.world.who("bea");
    let path = format!("/cases/{}", scene.world.id("case"));
    let case = &scene.case;
    let here = format!("case_id = {{x:{case}}}");
    let true_seal = scene.value("sealed", "grants", &format!("{here} limit 1"));
    let noise = format!("0101{}", "5a".repeat(true_seal.len() / 2 - 2));
    let hers = scene.label(&stranger, case).await;
    let before = stranger.get(&path).await.status;
    for (number, sealed, quick) in [
        (1, &noise, "null".to_owned()),
        (2, &noise, format!("{{x:{}}}", &noise[..300])),
        (3, &true_seal, "null".to_owned()),
    ] {
        let label = format!("{number:064x}");
        scene.house.sql(&format!(
            "insert into grants (case_id, label, case_epoch, sealed, quick, mac) values \
             ({{x:{case}}}, {{x:{label}}}, 1, {{x:{sealed}}}, {quick}, {{x:{label}}})"
        ));
    }
    ana.get(&path).await.expect(200);
    sofia.get(&path).await.expect(200);
    assert_eq!(stranger.get(&path).await.status, before);
    assert_eq!(lists(&ana, &scene).await, (true, json!(0)));
    scene.house.fold_ledger();
    let auditor = scene.world.who("auditor");
    let lines = auditor.get("/ledger?limit=200").await.expect(200);
    let told = |line: &&Value| line["what"] == "row_not_believed";
    assert_eq!(lines.items().iter().filter(told).count(), 1, "told once");
    // Not even under her own label, which she alone can compute.
    if before == 404 {
        scene.house.sql(&format!(
            "insert into grants (case_id, label, case_epoch, sealed, quick, mac) values \
             ({{x:{case}}}, {{x:{hers}}}, 1, {{x:{noise}}}, null, {{x:{hers}}})"
        ));
        stranger.get(&path).await.expect_reason("case_damaged");
    }
    let teams = sofia.get("/teams").await.expect(200);
    let supervisors = teams
        .items()
        .iter()
        .find(|one| one["purpose"] == "supervisors");
    let id = supervisors.unwrap()["id"].as_str().unwrap();
    sofia
        .post_nothing(&format!("/teams/{id}/rotate"))
        .await
        .expect(200);
    ana.get(&path).await.expect(200);
    sofia.get(&path).await.expect(200);
    assert_eq!(stranger.get(&path).await.status, before);
}

/// Every clear column of a case's tables, each with whatever fits into it.
#[actix_web::test]
async fn no_value_in_a_clear_column_of_a_case_is_a_fault_of_ours() {
    let scene = Scene::set().await;
    let (case, other) = (&scene.case, &scene.other);
    let (ana, sofia) = (scene.world.who("ana"), scene.world.who("supervisor"));
    let id = scene.world.id("case");
    let legal = bare(&scene.world.id("legal"));
    let numbers = ["-1", "0", "2", "2147483647"];
    let zeros = format!("{{x:{}}}", "0".repeat(64));
    let of = |table: &str| format!("update {table} set");
    let here = format!("where case_id = {{x:{case}}}");
    let mut all = Vec::new();
    for number in numbers {
        for column in ["epoch", "revision"] {
            all.push(format!(
                "update cases set {column} = {number} where id = {{x:{case}}}"
            ));
        }
        all.push(format!("{} revision = {number} {here}", of("cards")));
        all.push(format!("{} change = {number} {here}", of("cards")));
        all.push(format!("{} epoch = {number} {here}", of("case_records")));
        all.push(format!("{} case_epoch = {number} {here}", of("grants")));
    }
    for number in ["-1", "900"] {
        all.push(format!(
            "{} seq = {number} {here} and seq = 2",
            of("case_records")
        ));
    }
    all.push(format!(
        "update cases set organisation_id = {{x:{legal}}} where id = {{x:{case}}}"
    ));
    all.push(format!(
        "{} organisation_id = {{x:{legal}}} {here}",
        of("cards")
    ));
    all.push(format!("{} mac = {zeros} {here}", of("grants")));
    all.push(format!(
        "{} label = {zeros} {here} and label = (select label from grants {here} order by label limit 1)",
        of("grants")
    ));
    all.push(format!(
        "delete from grants where case_id = {{x:{other}}}; {} case_id = {{x:{other}}} {here}",
        of("grants")
    ));
    all.push(format!(
        "delete from cards where case_id = {{x:{other}}}; {} case_id = {{x:{other}}} {here}",
        of("cards")
    ));
    all.push(format!("delete from cards {here}"));
    all.push(format!("delete from grants {here}"));
    all.push(format!("delete from case_records {here}"));
    for (turn, statement) in all.iter().enumerate() {
        // Now with lists that were asked for before, now without.
        if turn % 2 == 0 {
            lists(&ana, &scene).await;
        }
        scene.house.sql(statement);
        let search = json!({ "query": "selam" });
        let answers = [
            ana.get(&format!("/cases/{id}")).await,
            ana.get(&format!("/cases/{id}/history")).await,
            sofia.get(&format!("/cases/{id}/access")).await,
            sofia.get("/cases?limit=200").await,
            ana.post("/search", search).await,
            writes(&ana, &scene).await,
        ];
        for answer in answers {
            assert!(answer.status < 500, "{statement}: {}", answer.text());
        }
        scene.house.back();
        ana.get(&format!("/cases/{id}")).await.expect(200);
    }
}
