//! Lines of the ledger say how far their case had come: as far as its rows say after each act, and
//! never further, or the auditors would be told of a case that nobody put back.

use amparo_store::OrganisationId;
use amparo_tests::{Actor, House, Organisation, Reply, Value, json};
use amparo_vault::{Context, GroupPurpose, Kind, Opener as _};

use super::rotate::{Scene, bytes, caller, scene};
use super::whats;

/// What the auditors' newest line of the only case says.
async fn said(house: &House, hotline: &Organisation, auditor: &Actor) -> String {
    let organisation = hotline.id.parse::<OrganisationId>().unwrap().as_bytes();
    let caller = caller(house, auditor).await;
    let keyring = caller.member().unwrap().keyring();
    let key = keyring.current(GroupPurpose::Auditors).unwrap();
    let states = house.rows("ledger_lines", &["id", "sealed"]).into_iter();
    let states = states.filter_map(|line| {
        let [id, sealed] = [0, 1].map(|at| bytes(line[at].as_ref().unwrap()));
        let context = Context::of(Kind::LedgerLine, organisation, id.try_into().unwrap());
        let plain = key.open_sealed(&context, &sealed).unwrap();
        let line: Value = serde_json::from_slice(plain.expose()).unwrap();
        let at = line.get("case_at")?;
        Some((at["epoch"].as_u64()?, at["revision"].as_u64()?))
    });
    let (epoch, revision) = states.max().unwrap();
    format!("{epoch} {revision}")
}

fn is(house: &House) -> String {
    let state = "cast(epoch as text) || ' ' || cast(revision as text)";
    house
        .column(&format!("select {state} as it from cases"))
        .remove(0)
}

#[actix_web::test]
async fn lines_say_how_far_their_case_has_come_and_never_further() {
    let scene = scene().await;
    let Scene {
        house,
        hotline,
        sofia,
        ana,
        ben,
        team,
        case,
    } = &scene;
    let auditor = hotline.auditor("Aya").await;
    auditor.get("/me").await.expect(200);
    let same = async |after: &str| {
        let (said, is) = (said(house, hotline, &auditor).await, is(house));
        assert_eq!(said, is, "after {after}");
        is
    };
    let begun = same("it was opened and given to a team").await;
    let path = format!("/cases/{case}");
    let entries = format!("{path}/entries");
    let note = |text: &str| json!({ "kind": "note", "text": text });
    let entry = ben.post(&entries, note("one")).await.expect(201).id();
    assert_ne!(same("an entry").await, begun);
    let entry = format!("{entries}/{entry}");
    let change = async |text: &str, seen: i64| -> Reply {
        let change = ben.patch(&entry, json!({ "text": text }));
        change.with_if_match(seen).await
    };
    change("two", 1).await.expect(200);
    let changed = same("a change").await;
    change("three", 1)
        .await
        .expect_problem(412, "stale_revision");
    assert_eq!(same("a change that came too late").await, changed);

    // The case is behind a key of its team, so whoever writes gives it a new key first; but not if
    // she comes too late.
    let of_sofia = caller(house, sofia).await;
    let group = team.parse().unwrap();
    house
        .app()
        .write(&of_sofia, |act| amparo::team::rotate(act, group, None))
        .unwrap();
    let looks = async || {
        let lines = whats(ben, case).await;
        lines.iter().filter(|what| *what == "case_seen").count()
    };
    let before = looks().await;
    change("four", 1)
        .await
        .expect_problem(412, "stale_revision");
    assert_eq!(same("the same in a case that is behind").await, changed);
    assert_eq!(looks().await, before + 1, "those with the case read it too");
    change("five", 2).await.expect(200);
    assert!(same("a new key").await.starts_with("3 "));

    for who in [ana, sofia] {
        who.get(&path).await.expect(200);
    }
    same("looks").await;
    sofia
        .delete(&format!("/teams/{team}/members/{}", ana.id()))
        .await
        .expect(200);
    assert!(same("somebody left the team").await.starts_with("4 "));
    let given = json!({ "account": ben.id() });
    sofia
        .post(&format!("{path}/assign"), given)
        .await
        .expect(200);
    same("it was given away").await;
}
