//! Somebody leaves, and whoever stays can end it: in every order, also when she who leaves founded
//! the team, held its key last, or signs for the register. The adversary kept her keys and reads
//! every row that is written later.

use std::collections::HashSet;

use amparo::foundation::Caller;
use amparo_store::OrganisationId;
use amparo_tests::{Actor, House, Organisation, json};
use amparo_vault::{CaseKey, Context, GroupKey, Kind, Opener, SessionToken};

use crate::cases::opens;
use crate::intake::{a_call, hands_over};

struct Scene {
    house: House,
    hotline: Organisation,
    ana: Actor,
    ben: Actor,
    vera: Actor,
    /// Founded by the first supervisor, with Ana.
    team: String,
    case: String,
    /// A call that waits in the queue.
    call: String,
    receipt: String,
}

async fn scene() -> Scene {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let founder = hotline.supervisor();
    let ana = hotline.caseworker("Ana").await;
    let ben = hotline.caseworker("Ben").await;
    let vera = hotline.volunteer("Vera").await;
    let label = json!({ "label": "Night" });
    let team = founder.post("/teams", label).await.expect(201).id();
    let join = json!({ "account": ana.id() });
    founder
        .post(&format!("/teams/{team}/members"), join)
        .await
        .expect(204);
    let case = opens(&founder, "Selam", "P2").await;
    let given = json!({ "account": ana.id(), "team": team });
    founder
        .post(&format!("/cases/{case}/assign"), given)
        .await
        .expect(200);
    let (call, receipt) = hands_over(&vera, a_call()).await;
    let person = house.visitor();
    let begun = person
        .post("/receipts/sessions", json!({ "receipt": receipt }))
        .await
        .expect(201);
    house
        .bearer(&begun.text_of("token"))
        .post("/receipts/current/messages", json!({ "text": "I wait" }))
        .await
        .expect(201);
    for who in [&ana, &ben, &vera, &hotline.second_supervisor()] {
        who.get("/me").await.expect(200);
    }
    Scene {
        house,
        hotline,
        ana,
        ben,
        vera,
        team,
        case,
        call,
        receipt,
    }
}

/// What somebody kept who leaves: her keys.
async fn keeps(house: &House, who: &Actor) -> Caller {
    let token = SessionToken::parse(&who.token().await).unwrap();
    house.app().authenticate(token).unwrap()
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2)
        .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

fn cells(house: &House, table: &str, columns: &[&str]) -> Vec<Vec<Vec<u8>>> {
    let rows = house.rows(table, columns).into_iter();
    rows.map(|row| {
        let row = row.into_iter();
        row.map(|cell| bytes(&cell.unwrap_or_default())).collect()
    })
    .collect()
}

/// Everything in the database that one of the kept keys opens, as its sealed bytes.
fn reads(scene: &Scene, kept: &Caller) -> HashSet<Vec<u8>> {
    let house = &scene.house;
    let of = scene.hotline.id.parse::<OrganisationId>().unwrap();
    let of = of.as_bytes();
    let keys: Vec<&GroupKey> = kept
        .member()
        .unwrap()
        .keyring()
        .memberships()
        .iter()
        .map(|held| &held.key)
        .collect();
    let mut opened = HashSet::new();
    for row in cells(house, "intakes", &["id", "sealed", "handling"]) {
        let id: [u8; 16] = row[0].clone().try_into().unwrap();
        for sealed in &row[1..] {
            let opens = |key: &&GroupKey| {
                (0..20).any(|version| {
                    let place = Context::of(Kind::Intake, of, id).version(version);
                    key.open_signed(&place, sealed).is_ok()
                        || key.open_carried(&place, sealed).is_ok()
                })
            };
            if keys.iter().any(opens) {
                opened.insert(sealed.clone());
            }
        }
    }
    for row in cells(house, "letters", &["receipt_id", "sealed"]) {
        let id: [u8; 16] = row[0].clone().try_into().unwrap();
        let opens = |key: &&GroupKey| {
            (0..9).any(|seq| {
                let place = Context::of(Kind::Letter, of, id).version(seq);
                key.open_sealed(&place, &row[1]).is_ok()
            })
        };
        if keys.iter().any(opens) {
            opened.insert(row[1].clone());
        }
    }
    for row in cells(house, "register_manifests", &["sealed"]) {
        let opens = |key: &&GroupKey| (0..200).any(|it| key.open_manifest(of, it, &row[0]).is_ok());
        if keys.iter().any(opens) {
            opened.insert(row[0].clone());
        }
    }
    let cases: Vec<[u8; 16]> = cells(house, "cases", &["id"])
        .into_iter()
        .map(|row| row[0].clone().try_into().unwrap())
        .collect();
    for row in cells(house, "grants", &["sealed", "quick"]) {
        for case in &cases {
            for epoch in 1..9 {
                let opens = |key: &&GroupKey| {
                    CaseKey::open_quick(&row[1], key, of, *case, epoch).is_ok()
                        || CaseKey::open_grant(&row[0], key, of, *case, epoch).is_ok()
                };
                if keys.iter().any(opens) {
                    opened.insert(row[0].clone());
                }
            }
        }
    }
    opened
}

async fn removes(by: &Actor, who: &Actor) {
    by.post(
        &format!("/members/{}/remove", who.id()),
        json!({ "reason": "left us" }),
    )
    .await
    .expect(204);
}

async fn finishes(by: &Actor) {
    let due = by.get("/removal").await.expect(200);
    assert!(due.body["left"].as_u64() > Some(0), "{}", due.text());
    for _ in 0..5 {
        let done = by.post_nothing("/removal").await.expect(200);
        if done.body["left"] == 0 {
            let again = by.get("/removal").await.expect(200);
            assert_eq!(again.body["left"], 0);
            return;
        }
    }
    let left = by.get("/removal").await.expect(200);
    panic!("the removal does not end: {}", left.text());
}

/// Life goes on: a call is taken, a case is worked, somebody calls.
async fn goes_on(scene: &Scene, by: &Actor) {
    by.post_nothing(&format!("/intakes/{}/take", scene.call))
        .with_if_match(2)
        .await;
    let call = by
        .get(&format!("/intakes/{}", scene.call))
        .await
        .expect(200);
    assert_eq!(call.body["verified"], true, "{}", call.text());
    assert_eq!(call.body["intake"]["town"], "Aluche");
    let letters = by
        .get(&format!("/intakes/{}/messages", scene.call))
        .await
        .expect(200);
    assert_eq!(letters.items()[0]["text"], "I wait");
    let entry = json!({ "kind": "note", "text": "after" });
    by.post(&format!("/cases/{}/entries", scene.case), entry)
        .await
        .expect(201);
    opens(by, "Later", "P1").await;
    scene.vera.get("/me").await.expect(200);
    hands_over(&scene.vera, a_call()).await;
}

/// Plays it: `leave` go one after the other, `stays` ends it.
async fn plays(scene: &Scene, leave: &[Actor], stays: &Actor, at_once: bool) {
    let mut kept = Vec::new();
    for who in leave {
        kept.push(keeps(&scene.house, who).await);
    }
    for one in &kept {
        assert!(!reads(scene, one).is_empty(), "she could read before");
    }
    for who in leave {
        removes(stays, who).await;
        if !at_once {
            finishes(stays).await;
        }
    }
    if at_once {
        finishes(stays).await;
    }
    goes_on(scene, stays).await;
    for one in &kept {
        let read = reads(scene, one);
        assert!(read.is_empty(), "{} rows open for who left", read.len());
    }
    let own = keeps(&scene.house, stays).await;
    assert!(reads(scene, &own).len() > 3, "the reader reads nothing");
}

#[actix_web::test]
async fn the_founder_of_a_team_leaves() {
    let scene = scene().await;
    let (founder, second) = (
        scene.hotline.supervisor(),
        scene.hotline.second_supervisor(),
    );
    plays(&scene, &[founder], &second, false).await;
}

#[actix_web::test]
async fn the_last_holder_of_a_teams_key_leaves() {
    let scene = scene().await;
    let (founder, second) = (
        scene.hotline.supervisor(),
        scene.hotline.second_supervisor(),
    );
    plays(&scene, &[founder, scene.ana.clone()], &second, false).await;
    let team = second
        .get(&format!("/teams/{}", scene.team))
        .await
        .expect(200);
    assert_eq!(team.body["rotation_due"], false);
}

#[actix_web::test]
async fn two_leave_at_once_in_either_order() {
    for turned in [false, true] {
        let scene = scene().await;
        let mut leave = [scene.ana.clone(), scene.hotline.supervisor()];
        if turned {
            leave.reverse();
        }
        plays(&scene, &leave, &scene.hotline.second_supervisor(), true).await;
    }
}

#[actix_web::test]
async fn somebody_who_is_in_no_team_leaves() {
    let scene = scene().await;
    plays(
        &scene,
        &[scene.ben.clone()],
        &scene.hotline.supervisor(),
        false,
    )
    .await;
}

#[actix_web::test]
async fn somebody_is_reset() {
    let scene = scene().await;
    let sofia = scene.hotline.supervisor();
    let kept = keeps(&scene.house, &scene.ana).await;
    let administrator = scene.hotline.administrator();
    administrator
        .post(
            &format!("/members/{}/reset", scene.ana.id()),
            json!({ "reason": "lost everything" }),
        )
        .await
        .expect(204);
    finishes(&sofia).await;
    goes_on(&scene, &sofia).await;
    assert!(reads(&scene, &kept).is_empty());
}

#[actix_web::test]
async fn who_signs_no_register_does_the_rest_and_is_told_whom_to_ask() {
    let scene = scene().await;
    let sofia = scene.hotline.supervisor();
    let lea = scene.hotline.member("Lea", &["supervisor"]).await;
    removes(&sofia, &scene.ana).await;
    let done = lea.post_nothing("/removal").await.expect(200);
    let groups = done.body["groups"].as_array().unwrap().len();
    assert!(groups > 0, "{}", done.text());
    // The case of her own group waits: its other groups are due, and no new key is sealed to them.
    assert_eq!(done.body["done"], 0, "{}", done.text());
    assert_eq!(done.body["cases"], 1, "{}", done.text());
    let page = scene.house.browser();
    page.sign_in(&lea).await;
    let page = page.get("/removal").await;
    assert!(page.text().contains("Sofia"), "{}", page.text());
    finishes(&sofia).await;
}

#[actix_web::test]
async fn nobody_else_is_told_what_is_due() {
    let scene = scene().await;
    for who in [&scene.ana, &scene.vera, &scene.hotline.administrator()] {
        who.get("/removal").await.expect_problem(404, "not_found");
        who.post_nothing("/removal")
            .await
            .expect_problem(404, "not_found");
    }
    let _ = &scene.receipt;
}

#[actix_web::test]
async fn an_older_register_is_not_believed() {
    let scene = scene().await;
    let sofia = scene.hotline.supervisor();
    let tables = ["register_manifests", "register_entries", "published_keys"];
    let page = scene.house.browser();
    page.sign_in(&sofia).await;
    scene.house.note_every_row();
    removes(&sofia, &scene.ana).await;
    let before = scene
        .house
        .column("select cast(number as text) as it from register_manifests");
    finishes(&sofia).await;
    let after = scene
        .house
        .column("select cast(number as text) as it from register_manifests");
    assert_ne!(before, after, "the manifest is numbered on");
    // The rows of the register as they were; everything else as it is.
    scene.house.put_back(&tables);
    let call = json!({ "intake": a_call() });
    let written = scene.vera.post("/intakes", call).await;
    written.expect_reason("register_put_back");
    let looked = sofia.get("/teams").await;
    looked.expect_reason("register_put_back");
    let made = sofia.post("/teams", json!({ "label": "New" })).await;
    made.expect_reason("register_put_back");
    page.get("/teams").await.refusing("register_put_back");
}
