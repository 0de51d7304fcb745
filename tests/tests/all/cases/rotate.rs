//! Somebody leaves a team: nothing in the database opens under what she kept.

use amparo::foundation::Caller;
use amparo_store::OrganisationId;
use amparo_tests::{Actor, House, Organisation, json};
use amparo_vault::{CaseKey, SessionToken};

use super::{NOBODY, opens, whats};

pub(super) struct Scene {
    pub house: House,
    pub hotline: Organisation,
    pub sofia: Actor,
    pub ana: Actor,
    pub ben: Actor,
    pub team: String,
    pub case: String,
}

/// A case of the team of Sofia, Ana and Ben. She opened it, and lost it to the team: its key is the
/// second.
pub(super) async fn scene() -> Scene {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let (ana, ben) = (
        hotline.caseworker("Ana").await,
        hotline.caseworker("Ben").await,
    );
    let team = sofia
        .post("/teams", json!({ "label": "Night" }))
        .await
        .expect(201)
        .id();
    for who in [&ana, &ben] {
        let join = json!({ "account": who.id() });
        sofia
            .post(&format!("/teams/{team}/members"), join)
            .await
            .expect(204);
    }
    let case = opens(&sofia, "Selam", "P2").await;
    sofia
        .post(&format!("/cases/{case}/assign"), json!({ "team": team }))
        .await
        .expect(200);
    for who in [&ana, &ben] {
        who.get(&format!("/cases/{case}")).await.expect(200);
    }
    Scene {
        house,
        hotline,
        sofia,
        ana,
        ben,
        team,
        case,
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2)
        .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

fn column(house: &House, table: &str, column: &str) -> Vec<Vec<u8>> {
    let rows = house.rows(table, &[column]);
    rows.into_iter()
        .flatten()
        .flatten()
        .map(|hex| bytes(&hex))
        .collect()
}

pub(super) async fn caller(house: &House, who: &Actor) -> Caller {
    let token = SessionToken::parse(&who.token().await).unwrap();
    house.app().authenticate(token).unwrap()
}

/// The case key from whatever quick grant a group of this member opens.
fn stolen(scene: &Scene, of: &Caller, grants: &[Vec<u8>], epoch: u32) -> Option<CaseKey> {
    let member = of.member().unwrap();
    let organisation: OrganisationId = scene.hotline.id.parse().unwrap();
    let case = scene.case.parse::<amparo_store::CaseId>().unwrap();
    member.keyring().memberships().iter().find_map(|held| {
        grants.iter().find_map(|grant| {
            let place = (organisation.as_bytes(), case.as_bytes());
            CaseKey::open_quick(grant, &held.key, place.0, place.1, epoch).ok()
        })
    })
}

#[actix_web::test]
async fn an_old_key_opens_nothing_after_its_holder_left() {
    let scene = scene().await;
    let Scene {
        house,
        sofia,
        ana,
        ben,
        team,
        case,
        ..
    } = &scene;
    // Ana keeps all she can: her keys, and a copy of the grants.
    let kept = caller(house, ana).await;
    amparo::casefile::write_claims(house.app()).unwrap();
    let grants = column(house, "grants", "quick");
    let old = stolen(&scene, &kept, &grants, 2).expect("she could open it");
    let organisation = scene.hotline.id.parse::<OrganisationId>().unwrap();
    let organisation = organisation.as_bytes();
    let first = &column(house, "case_records", "sealed")[0];
    assert!(old.open_record(organisation, 1, None, first).is_ok());
    let before = sofia
        .get(&format!("/cases/{case}/history?limit=200"))
        .await
        .expect(200);

    let left = sofia
        .delete(&format!("/teams/{team}/members/{}", ana.id()))
        .await;
    let left = left.expect(200);
    assert_eq!(left.body, json!({ "epoch": 2, "rekeyed": 1, "left": 0 }));

    let records = column(house, "case_records", "sealed");
    let opened = |place: u64, previous, sealed: &[u8]| {
        old.open_record(organisation, place, previous, sealed)
            .is_ok()
    };
    let mut previous = None;
    for (place, sealed) in (1_u64..).zip(&records) {
        assert!(!opened(place, previous, sealed) && !opened(place, None, sealed));
        previous = Some(amparo_vault::record_hash(sealed));
    }
    for card in column(house, "cards", "sealed") {
        for revision in 0..20 {
            assert!(old.open_card(organisation, revision, &card).is_err());
        }
    }
    let lines = house.rows("ledger_lines", &["id", "sealed_for_case"]);
    let copies: Vec<_> = lines.iter().filter_map(|line| line[1].clone()).collect();
    assert!(copies.len() > 3);
    for line in &lines {
        let id: [u8; 16] = bytes(line[0].as_ref().unwrap()).try_into().unwrap();
        if let Some(copy) = &line[1] {
            assert!(
                old.open_ledger_line(organisation, id, &bytes(copy))
                    .is_err()
            );
        }
    }
    let grants = column(house, "grants", "quick");
    assert!(stolen(&scene, &kept, &grants, 2).is_none());
    assert!(stolen(&scene, &kept, &grants, 3).is_none());

    ana.get(&format!("/cases/{case}"))
        .await
        .expect_problem(404, "not_found");
    assert!(ana.get("/cases").await.expect(200).items().is_empty());
    for who in [sofia, ben, &scene.hotline.second_supervisor()] {
        who.get(&format!("/cases/{case}")).await.expect(200);
    }
    let after = ben
        .get(&format!("/cases/{case}/history?limit=200"))
        .await
        .expect(200);
    // The change of keys is on record in the chain itself, and nothing was lost.
    let access = after.items()[0].clone();
    assert_eq!(access["kind"], "access");
    assert_eq!(after.items()[1..], before.items()[..]);
    let lines = whats(ben, case).await;
    for what in ["case_rekeyed", "case_assigned", "case_opened"] {
        assert!(lines.contains(&what.to_owned()), "{what} not in {lines:?}");
    }
    let entry = json!({ "kind": "note", "text": "after" });
    ben.post(&format!("/cases/{case}/entries"), entry)
        .await
        .expect(201);
    let found = ben
        .post("/search", json!({ "query": "selam" }))
        .await
        .expect(200);
    assert_eq!(found.items().len(), 1);
}

#[actix_web::test]
async fn who_was_removed_is_left_out_of_the_new_keys() {
    let scene = scene().await;
    let Scene {
        sofia,
        ana,
        ben,
        team,
        case,
        hotline,
        ..
    } = &scene;
    let own = opens(sofia, "Sara", "P2").await;
    let given = json!({ "account": ana.id(), "team": team });
    sofia
        .post(&format!("/cases/{own}/assign"), given)
        .await
        .expect(200);
    sofia
        .post(
            &format!("/members/{}/remove", ana.id()),
            json!({ "reason": "left us" }),
        )
        .await
        .expect(204);
    let seen = sofia.get(&format!("/teams/{team}")).await.expect(200);
    assert_eq!(seen.body["rotation_due"], true);
    let rotated = sofia
        .post_nothing(&format!("/teams/{team}/rotate"))
        .await
        .expect(200);
    assert_eq!(rotated.body, json!({ "epoch": 2, "rekeyed": 2, "left": 0 }));
    let seen = sofia.get(&format!("/teams/{team}")).await.expect(200);
    assert_eq!(seen.body["rotation_due"], false);
    assert_eq!(seen.body["epoch"], 2);
    ben.get(&format!("/cases/{case}")).await.expect(200);
    let access = sofia.get(&format!("/cases/{own}/access")).await.expect(200);
    let purposes: Vec<_> = access.items().iter().map(|one| &one["purpose"]).collect();
    assert!(!purposes.contains(&&json!("personal")), "{}", access.text());
    assert_eq!(purposes.len(), 2);
    drop(hotline.second_supervisor());
}

#[actix_web::test]
async fn what_a_removed_member_held_alone_falls_to_the_supervisors() {
    let scene = scene().await;
    let Scene { sofia, ana, .. } = &scene;
    let own = opens(sofia, "Sara", "P2").await;
    let given = json!({ "account": ana.id() });
    sofia
        .post(&format!("/cases/{own}/assign"), given)
        .await
        .expect(200);
    let teams = sofia.get("/teams").await.expect(200);
    let all = teams.items();
    let supervisors = all.iter().find(|one| one["purpose"] == "supervisors");
    let path = format!(
        "/teams/{}/rotation",
        supervisors.unwrap()["id"].as_str().unwrap()
    );
    assert_eq!(sofia.get(&path).await.expect(200).body["left"], 0);
    sofia
        .post(
            &format!("/members/{}/remove", ana.id()),
            json!({ "reason": "left us" }),
        )
        .await
        .expect(204);
    assert_eq!(sofia.get(&path).await.expect(200).body["left"], 1);
    let done = sofia.post_nothing(&path).await.expect(200);
    assert_eq!(done.body["rekeyed"], 1);
    assert_eq!(sofia.get(&path).await.expect(200).body["left"], 0);
    let access = sofia.get(&format!("/cases/{own}/access")).await.expect(200);
    let purposes: Vec<_> = access.items().iter().map(|one| &one["purpose"]).collect();
    assert!(!purposes.contains(&&json!("personal")), "{}", access.text());
}

#[actix_web::test]
async fn a_rotation_that_stopped_half_way_is_counted_and_finished() {
    let scene = scene().await;
    let Scene {
        house,
        sofia,
        ben,
        team,
        case,
        ..
    } = &scene;
    let path = format!("/teams/{team}/rotation");
    assert_eq!(sofia.get(&path).await.expect(200).body["left"], 0);
    // The process died after the group had its new key and before the case had its own.
    let caller = caller(house, sofia).await;
    let group = team.parse().unwrap();
    house
        .app()
        .write(&caller, |act| amparo::team::rotate(act, group, None))
        .unwrap();
    let debt = sofia.get(&path).await.expect(200);
    assert_eq!(debt.body, json!({ "epoch": 2, "rekeyed": 0, "left": 1 }));
    ben.get(&format!("/cases/{case}")).await.expect(200);
    let done = sofia.post_nothing(&path).await.expect(200);
    assert_eq!(done.body, json!({ "epoch": 2, "rekeyed": 1, "left": 0 }));
    ben.get(&format!("/cases/{case}")).await.expect(200);
    assert_eq!(
        sofia.post_nothing(&path).await.expect(200).body["rekeyed"],
        0
    );
}

#[actix_web::test]
async fn only_who_keeps_the_register_rotates_and_needs_no_old_key() {
    let scene = scene().await;
    let Scene {
        sofia,
        ana,
        ben,
        team,
        hotline,
        ..
    } = &scene;
    let rotate = format!("/teams/{team}/rotate");
    for other in [ana, &hotline.administrator()] {
        other
            .post_nothing(&rotate)
            .await
            .expect_problem(404, "not_found");
        let leave = other
            .delete(&format!("/teams/{team}/members/{}", ben.id()))
            .await;
        leave.expect_problem(404, "not_found");
    }
    ana.get(&format!("/teams/{team}/rotation"))
        .await
        .expect_problem(404, "not_found");
    for nobody in [NOBODY.to_owned(), hotline.second_supervisor().id()] {
        let leave = sofia
            .delete(&format!("/teams/{team}/members/{nobody}"))
            .await;
        leave.expect_problem(404, "not_found");
    }
    sofia
        .post_nothing(&format!("/teams/{NOBODY}/rotate"))
        .await
        .expect_problem(404, "not_found");
    let teams = sofia.get("/teams").await.expect(200);
    let everyone = teams
        .items()
        .iter()
        .find(|one| one["purpose"] == "everyone")
        .unwrap();
    let path = format!(
        "/teams/{}/members/{}",
        everyone["id"].as_str().unwrap(),
        ana.id()
    );
    sofia.delete(&path).await.expect_reason("everybody_belongs");
    // She is in no such team and never held its key.
    let rotated = hotline.second_supervisor().post_nothing(&rotate).await;
    assert_eq!(rotated.expect(200).body["epoch"], 2);
    ben.get("/me").await.expect(200);
}
