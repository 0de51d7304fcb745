//! A case as it was before there were access lists and labels: whoever comes by takes it over, and
//! what somebody planted among the former grants is not believed.

use amparo_store::{CaseId, OrganisationId};
use amparo_tests::{Actor, House, Organisation, Value, json};
use amparo_vault::{CaseKey, GroupKey, SessionToken, record_hash};

use super::opens;

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2)
        .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

struct Former {
    house: House,
    organisation: [u8; 16],
    case: CaseId,
}

impl Former {
    fn column(&self, query: &str) -> Vec<String> {
        let case = hex(&self.case.as_bytes());
        self.house
            .ids(&query.replace("CASE", &format!("{{x:{case}}}")))
    }

    fn sql(&self, statement: &str) {
        let case = hex(&self.case.as_bytes());
        self.house
            .sql(&statement.replace("CASE", &format!("{{x:{case}}}")));
    }

    /// Puts the grants of these groups where the last release had them.
    fn put_grants(&self, groups: &[&GroupKey]) -> CaseKey {
        let sealed = self.column("select sealed as it from grants where case_id = CASE");
        let mut key = None;
        for group in groups {
            let labelled = group.labels().of(self.case.as_bytes(), 1);
            let opens = |sealed: &&String| {
                let (of, case) = (self.organisation, self.case.as_bytes());
                CaseKey::open_grant(&bytes(sealed), group, of, case, 1).is_ok()
            };
            let mine = sealed.iter().find(opens).expect("a grant for each group");
            let quick = self.column(&format!(
                "select quick as it from grants where label = {{x:{}}}",
                hex(&labelled)
            ));
            if let Some(quick) = quick.first() {
                let case = self.case.as_bytes();
                let opened = CaseKey::open_quick(&bytes(quick), group, self.organisation, case, 1);
                key = Some(opened.unwrap());
            }
            self.sql(&format!(
                "insert into grants_before (case_id, group_id, group_epoch, case_epoch, sealed) \
                 values (CASE, {{x:{}}}, {}, 1, {{x:{mine}}})",
                hex(&group.id()),
                group.epoch()
            ));
        }
        self.sql("delete from grants where case_id = CASE");
        key.expect("one quick way")
    }

    /// Takes the access list out of the chain and off the card.
    fn forget_the_access_list(&self, key: &CaseKey) {
        let rng = &mut amparo::foundation::rng::fresh().unwrap();
        let of = self.organisation;
        let records =
            self.column("select sealed as it from case_records where case_id = CASE order by seq");
        let (mut before, mut after, mut length) = (None, None, 0);
        self.sql("delete from case_records where case_id = CASE");
        for (place, sealed) in (1..).zip(records) {
            let sealed = bytes(&sealed);
            let plain = key.open_record(of, place, before, &sealed).unwrap();
            before = Some(record_hash(&sealed));
            let said: Value = serde_json::from_slice(plain.expose()).unwrap();
            if said["kind"] == "access" {
                continue;
            }
            length += 1;
            let fresh = key
                .seal_record(of, length, after, plain.expose(), rng)
                .unwrap();
            after = Some(record_hash(&fresh));
            self.sql(&format!(
                "insert into case_records (case_id, seq, epoch, sealed) \
                 values (CASE, {length}, 1, {{x:{}}})",
                hex(&fresh)
            ));
        }
        let card = self.column("select sealed as it from cards where case_id = CASE");
        let revision = self.house.column(&format!(
            "select cast(revision as text) as it from cards where case_id = {{x:{}}}",
            hex(&self.case.as_bytes())
        ));
        let revision = revision[0].parse().unwrap();
        let plain = key.open_card(of, revision, &bytes(&card[0])).unwrap();
        let mut card: Value = serde_json::from_slice(plain.expose()).unwrap();
        card.as_object_mut().unwrap().remove("g").unwrap();
        card["h"] = json!(hex(&after.unwrap()));
        let plain = serde_json::to_vec(&card).unwrap();
        let sealed = key.seal_card(of, length, &plain, rng).unwrap();
        self.sql(&format!(
            "update cases set revision = {length} where id = CASE; \
             update cards set revision = {length}, sealed = {{x:{}}}, mac = {{x:}} \
             where case_id = CASE",
            hex(&sealed)
        ));
        self.house.app().forget_versions_seen();
    }

    fn left(&self) -> usize {
        self.column("select case_id as it from grants_before where case_id = CASE")
            .len()
    }
}

async fn again(who: &Actor) {
    who.signs_in().await;
}

async fn names(who: &Actor, case: &str) -> Vec<String> {
    let access = who.get(&format!("/cases/{case}/access")).await.expect(200);
    let name = |one: &Value| one["label"].as_str().unwrap().to_owned();
    let mut names: Vec<String> = access.items().iter().map(name).collect();
    names.sort();
    names
}

#[actix_web::test]
async fn what_was_granted_before_is_taken_over_by_whoever_comes_by() {
    let house = House::open().await;
    let hotline: Organisation = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let (ana, ben) = (
        hotline.caseworker("Ana").await,
        hotline.caseworker("Ben").await,
    );
    let case = opens(&ana, "Selam", "P2").await;
    let before = names(&ana, &case).await;
    assert_eq!(before.len(), 2);
    let token = SessionToken::parse(&ana.token().await).unwrap();
    let hers = house.app().authenticate(token).unwrap();
    let token = SessionToken::parse(&sofia.token().await).unwrap();
    let sofias = house.app().authenticate(token).unwrap();
    let token = SessionToken::parse(&ben.token().await).unwrap();
    let bens = house.app().authenticate(token).unwrap();
    use amparo_vault::GroupPurpose::{Personal, Supervisors};
    let own = hers.member().unwrap().keyring().current(Personal).unwrap();
    let supervisors = sofias.member().unwrap().keyring();
    let supervisors = supervisors.current(Supervisors).unwrap();
    let foreign = bens.member().unwrap().keyring().current(Personal).unwrap();
    let organisation = hotline.id.parse::<OrganisationId>().unwrap().as_bytes();
    let former = Former {
        case: case.parse().unwrap(),
        organisation,
        house,
    };
    let key = former.put_grants(&[own, supervisors]);
    former.forget_the_access_list(&key);
    // Somebody plants a former grant of noise for Ben.
    former.sql(&format!(
        "insert into grants_before (case_id, group_id, group_epoch, case_epoch, sealed) \
         select case_id, {{x:{}}}, {}, 1, sealed from grants_before where case_id = CASE limit 1",
        hex(&foreign.id()),
        foreign.epoch()
    ));
    assert_eq!(former.left(), 3);
    let path = format!("/cases/{case}");

    again(&ben).await;
    ben.get(&path).await.expect_problem(404, "not_found");
    assert_eq!(former.left(), 2, "what opens for nobody goes");
    again(&ana).await;
    ana.get(&path).await.expect(200);
    assert_eq!(names(&ana, &case).await, before);
    assert_eq!(former.left(), 0);
    sofia.get(&path).await.expect(200);
    assert_eq!(sofia.get("/cases").await.expect(200).items().len(), 1);
    ben.get(&path).await.expect_problem(404, "not_found");
    let entry = json!({ "kind": "note", "text": "after" });
    ana.post(&format!("{path}/entries"), entry)
        .await
        .expect(201);

    // Nothing was left, so what is written there now is never believed again.
    again(&sofia).await;
    sofia.get(&path).await.expect(200);
    former.sql(&format!(
        "insert into grants_before (case_id, group_id, group_epoch, case_epoch, sealed) \
         select case_id, {{x:{}}}, {}, 1, sealed from grants where case_id = CASE limit 1",
        hex(&foreign.id()),
        foreign.epoch()
    ));
    again(&ben).await;
    ben.get(&path).await.expect_problem(404, "not_found");
    assert_eq!(former.left(), 1);
}
