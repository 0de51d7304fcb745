//! Attacks on rows, and on the order in which things are done. Each test plants one.

use amparo::foundation::{Caller, Refusal};
use amparo::register;
use amparo_store::{AccountId, GroupId, OrganisationId};
use amparo_tests::{Actor, House, Organisation, json};
use amparo_vault::{Entry, GroupPurpose, SessionToken, leaf_hash, sign_entry};

mod accounts;
mod doors;
mod ledger;
mod statements;

fn bare(id: &str) -> String {
    id.replace('-', "")
}

async fn caller(house: &House, who: &Actor) -> Caller {
    let token = SessionToken::parse(&who.token().await).unwrap();
    house.app().authenticate(token).unwrap()
}

fn organisation(of: &Organisation) -> OrganisationId {
    of.id.parse().unwrap()
}

async fn group(who: &Actor, purpose: &str) -> String {
    let me = who.get("/me").await.expect(200);
    let groups = me.body["groups"].as_array().unwrap();
    let found = groups.iter().find(|group| group["purpose"] == purpose);
    found.unwrap()["id"].as_str().unwrap().to_owned()
}

async fn removes(who: &Actor, whom: &Actor) -> amparo_tests::Reply {
    let path = format!("/members/{}/remove", whom.id());
    who.post(&path, json!({"reason": "left"})).await
}

#[actix_web::test]
async fn no_row_says_which_group_is_a_member_alone_or_whom_a_row_is_about() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let ana = hotline.caseworker("Ana").await;
    let team = sofia
        .post("/teams", json!({"label": "Night"}))
        .await
        .expect(201)
        .id();
    let join = json!({ "account": ana.id() });
    sofia
        .post(&format!("/teams/{team}/members"), join)
        .await
        .expect(204);
    let waiting = house.rows("deliveries", &["id", "lookup"]);
    assert!(!waiting.is_empty());
    let own = bare(&group(&ana, "personal").await);
    let subjects = [own, bare(&ana.id()), bare(&team)];
    let rows = [
        waiting,
        house.rows("register_entries", &["organisation_id", "lookup"]),
    ];
    for row in rows.iter().flatten() {
        let row: Vec<&str> = row.iter().flatten().map(String::as_str).collect();
        assert!(
            !subjects
                .iter()
                .any(|subject| row.contains(&subject.as_str()))
        );
    }
    // Which groups there are stands in the manifest alone.
    assert!(house.rows("groups_before", &["id"]).is_empty());
}

#[actix_web::test]
async fn a_damaged_delivery_blocks_nobody() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.newcomer("Ana", &["caseworker"]).await;
    ana.get("/me").await.expect(200);
    hotline.supervisor().admits(&ana).await.expect(204);
    house.sql(
        "update deliveries set sealed = \
         {x:010101010101010101010101010101010101010101010101010101010101010101010101}",
    );
    let me = ana.get("/me").await.expect(200);
    assert_eq!(me.body["groups"].as_array().unwrap().len(), 1, "her own");
    let left = house.rows("deliveries", &["id", "lookup"]);
    assert_eq!(left.len(), 5, "only what waits for Samira");
    hotline.second_supervisor().get("/me").await.expect(200);
}

#[actix_web::test]
async fn a_register_entry_that_is_put_back_is_refused() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, ana) = (hotline.supervisor(), hotline.caseworker("Ana").await);
    let team = sofia
        .post("/teams", json!({"label": "Night"}))
        .await
        .expect(201)
        .id();
    let path = format!("/teams/{team}");
    sofia.get(&path).await.expect(200);
    house.sql("create table stolen as select * from register_entries");
    let join = json!({ "account": ana.id() });
    sofia
        .post(&format!("{path}/members"), join)
        .await
        .expect(204);
    sofia.get(&path).await.expect(200);
    house.sql(
        "update register_entries set \
         version = (select s.version from stolen s where s.lookup = register_entries.lookup), \
         sealed = (select s.sealed from stolen s where s.lookup = register_entries.lookup) \
         where lookup in (select lookup from stolen)",
    );
    sofia.get(&path).await.expect_reason("register_put_back");
}

fn queue_key(house: &House, who: &Caller, of: OrganisationId) -> Result<u32, Refusal> {
    house.app().consult(who, |act| {
        let key = register::published_key(act, of, GroupPurpose::Queue)?;
        Ok(key.group().unwrap().1)
    })
}

#[actix_web::test]
async fn a_published_key_that_is_put_back_is_refused_even_after_a_restart() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, ana) = (hotline.supervisor(), hotline.caseworker("Ana").await);
    let vera = hotline.volunteer("Vera").await;
    let of = organisation(&hotline);
    let queue = group(&sofia, "queue").await;
    assert_eq!(
        queue_key(&house, &caller(&house, &vera).await, of).unwrap(),
        1
    );
    house.sql("create table stolen as select * from published_keys");
    sofia
        .delete(&format!("/teams/{queue}/members/{}", ana.id()))
        .await
        .expect(200);
    assert_eq!(
        queue_key(&house, &caller(&house, &vera).await, of).unwrap(),
        2
    );
    house.sql("delete from published_keys; insert into published_keys select * from stolen");
    for who in [&vera, &sofia] {
        assert!(queue_key(&house, &caller(&house, who).await, of).is_err());
    }
    // After a restart not even a sign-in is written down under what was put back.
    let again = house.restarted().await;
    for who in [&vera, &sofia] {
        let who = who.in_house(&again);
        who.next_code();
        let half = who.gives_passphrase().await;
        let half = half.expect(201).text_of("token");
        who.gives_code(&half)
            .await
            .expect_reason("register_put_back");
    }
}

#[actix_web::test]
async fn what_a_removed_key_administrator_signs_is_not_believed() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, samira) = (hotline.supervisor(), hotline.second_supervisor());
    let ana = hotline.newcomer("Ana", &["caseworker"]).await;
    samira.admits(&ana).await.expect(204);
    let kept = caller(&house, &samira).await;
    removes(&sofia, &samira).await.expect(204);
    // What she signed in her time was signed anew: Ana is still known, and everything works.
    sofia.get("/teams").await.expect(200);
    let asks = caller(&house, &sofia).await;
    let account: AccountId = ana.id().parse().unwrap();
    let known = |house: &House| {
        house.app().consult(&asks, |act| {
            let entry = register::entry(act, account.to_uuid())?;
            Ok((entry.version(), AccountId::from_bytes(entry.signer())))
        })
    };
    let (version, signer) = known(&house).unwrap();
    assert_eq!(signer.to_string(), sofia.id());
    // She kept her keys, and writes a row that puts another key in Ana's place.
    let member = kept.member().unwrap();
    let of = organisation(&hotline).as_bytes();
    let forged = Entry::Member {
        member: account.as_bytes(),
        identity: member.identity().public(),
        personal: member.keyring().memberships()[0].key.public(),
    };
    let certificate = member.certificate.as_ref().unwrap();
    let (subject, next) = (account.as_bytes(), version + 1);
    let signed = sign_entry(certificate, member.identity(), of, subject, next, &forged).unwrap();
    let everyone = member.keyring().current(GroupPurpose::Everyone).unwrap();
    let mut rng = amparo::foundation::rng::fresh().unwrap();
    let sealed = everyone
        .seal_register_entry(of, subject, next, &signed, &mut rng)
        .unwrap();
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    let text = format!("{}\n{account}", hotline.id);
    let lookup = house.app().instance.lookup_tag("register", &text);
    house.sql(&format!(
        "update register_entries set version = {next}, sealed = {{x:{}}} where lookup = {{x:{}}}",
        hex(&sealed),
        hex(&lookup)
    ));
    assert!(known(&house).is_err());
}

#[actix_web::test]
async fn after_everyones_key_was_changed_the_old_one_opens_no_row_of_the_register() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, samira) = (hotline.supervisor(), hotline.second_supervisor());
    let ana = hotline.caseworker("Ana").await;
    let everyone = group(&ana, "everyone").await;
    removes(&sofia, &ana).await.expect(204);
    sofia
        .post_nothing(&format!("/teams/{everyone}/rotate"))
        .await
        .expect(200);
    let epochs = house.column("select cast(epoch as text) as it from register_entries");
    assert!(epochs.iter().all(|epoch| epoch == "2"), "{epochs:?}");
    // Whoever stays reads and writes the register as before.
    for who in [&sofia, &samira] {
        who.get("/teams").await.expect(200);
        who.post("/teams", json!({"label": "Night"}))
            .await
            .expect(201);
    }
    hotline.caseworker("Bea").await.get("/me").await.expect(200);
}

#[actix_web::test]
async fn own_groups_of_those_who_left_are_known_to_whoever_changes_keys() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let (sofia, ana) = (hotline.supervisor(), hotline.caseworker("Ana").await);
    let own: GroupId = group(&ana, "personal").await.parse().unwrap();
    removes(&sofia, &ana).await.expect(204);
    let asks = caller(&house, &sofia).await;
    let left = house
        .app()
        .consult(&asks, amparo::team::removed_own_groups)
        .unwrap();
    assert_eq!(left, [(ana.id().parse().unwrap(), own)]);
    let gone = house.app().consult(&asks, |act| {
        register::colleague(act, ana.id().parse().unwrap()).map(|_| ())
    });
    assert!(matches!(gone, Err(Refusal::NotFound)));
}

#[actix_web::test]
async fn a_kept_answer_does_not_hold_the_hash_of_what_was_asked() {
    let house = House::open().await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    let body = json!({"roles": ["auditor"]});
    adil.post("/invitations", body.clone())
        .with_key("0f9d3c5e-7f0a-4c56-9d0b-3f1f2f0a7a11")
        .await
        .expect(201);
    let guess: String = leaf_hash(body.to_string().as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let rows = house.rows("replies", &["request"]);
    assert_eq!(rows.len(), 1);
    assert_ne!(rows[0][0], Some(guess));
}

#[actix_web::test]
async fn nobody_verifies_or_agrees_with_an_authority() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let police = house.organisation("authority", "ES").await;
    let path = format!("/organisations/{}", police.id);
    let sofia = hotline.supervisor();
    let words = json!({ "fingerprint": police.fingerprint });
    sofia
        .post(&format!("{path}/verify"), words)
        .await
        .expect_reason("authority");
    sofia
        .put(&format!("{path}/agreement"), json!({ "agreed": true }))
        .await
        .expect_reason("authority");
}

#[test]
fn nothing_in_the_server_forgets_the_versions_it_saw() {
    let sources = concat!(env!("CARGO_MANIFEST_DIR"), "/../server/src");
    let mut folders = vec![std::path::PathBuf::from(sources)];
    let mut callers = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read_to_string(&path)
                .is_ok_and(|text| text.contains(".forget_versions_seen("))
            {
                callers.push(path);
            }
        }
    }
    assert!(callers.is_empty(), "{callers:?}");
}
