//! What they agreed to share, and the proof that follows from it.

use amparo::casefile::{self, File, StopRow};
use amparo::consent::{self, Covering, SharedSection, Sharing};
use amparo::foundation::{Reason, Refusal};
use amparo::rights::Right;
use amparo::words::NeedCategory;
use amparo_store::{CaseId, OrganisationId};
use amparo_tests::{Actor, House, Value, json};
use amparo_vault::SessionToken;

use super::{NOBODY, opens, whats};

fn consent(recipients: Value) -> Value {
    json!({
        "sections": ["identity", "needs"],
        "recipients": recipients,
        "purpose": "referral",
        "explained": { "language": "tir", "by": "interpreter", "how_checked": "she said it back" },
        "given": { "how": "spoken" },
        "given_on": "2026-11-24",
    })
}

async fn covering(
    house: &House,
    who: &Actor,
    case: &str,
    ask: Sharing,
) -> Result<Covering, Refusal> {
    let token = SessionToken::parse(&who.token().await).unwrap();
    let caller = house.app().authenticate(token).unwrap();
    let id: CaseId = case.parse().unwrap();
    house.app().consult(&caller, |act| {
        let case = casefile::find(act, id, Right::Refer)?;
        let file = File::open(act, &case)?;
        consent::covering(act, &case, &file, &ask)
    })
}

fn ask(recipient: &str) -> Sharing {
    Sharing {
        recipient: recipient.parse::<OrganisationId>().unwrap(),
        sections: vec![SharedSection::Needs, SharedSection::Identity],
        need: NeedCategory::Legal,
        confirmed_now: false,
    }
}

#[actix_web::test]
async fn a_consent_is_given_and_covers_what_it_names() {
    let house = House::open().await;
    let network = house.network().await;
    let ana = network.hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    let legal = network.legal.id.clone();
    let none = covering(&house, &ana, &case, ask(&legal)).await;
    assert!(matches!(
        none,
        Err(Refusal::Because(Reason::NothingOnRecord))
    ));

    let path = format!("/cases/{case}/consents");
    let named = json!({ "kind": "named", "organisations": [legal] });
    let given = ana.post(&path, consent(named)).await.expect(201);
    let one = format!("{path}/{}", given.id());
    assert_eq!(ana.get(&one).await.expect(200).revision(), 1);
    let proof = covering(&house, &ana, &case, ask(&legal)).await.unwrap();
    assert_eq!(proof.basis().to_string(), given.id());
    assert_eq!(proof.case().to_string(), case);
    assert_eq!(proof.recipient().to_string(), legal);
    assert_eq!(
        proof.sections(),
        [SharedSection::Identity, SharedSection::Needs]
    );
    assert_eq!(proof.until(), None);
    let other = covering(&house, &ana, &case, ask(&network.hotline.id)).await;
    assert!(matches!(other, Err(Refusal::Because(_))));
    let more = Sharing {
        sections: vec![SharedSection::ImmigrationStatus],
        ..ask(&legal)
    };
    let more = covering(&house, &ana, &case, more).await;
    assert!(matches!(
        more,
        Err(Refusal::Because(Reason::StatusNotNamed))
    ));
    // A later consent that covers less does not end an earlier one: withdrawing does, and so does
    // the word that nothing may be shared yet.
    let mut less = consent(json!({ "kind": "any_partner" }));
    less["sections"] = json!(["custody"]);
    ana.post(&path, less).await.expect(201);
    assert!(covering(&house, &ana, &case, ask(&legal)).await.is_ok());
    ana.post(&path, consent(json!({ "kind": "nobody_yet" })))
        .await
        .expect(201);
    assert!(covering(&house, &ana, &case, ask(&legal)).await.is_err());
    assert_eq!(ana.get(&path).await.expect(200).items().len(), 3);
    assert!(
        whats(&ana, &case)
            .await
            .contains(&"consent_given".to_owned())
    );
}

#[actix_web::test]
async fn impossible_consents_are_refused() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let police = house.organisation("authority", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    let path = format!("/cases/{case}/consents");
    let named = json!({ "kind": "named", "organisations": [police.id, NOBODY] });
    let mut bad = consent(named);
    bad["given_on"] = json!("2026-11-25");
    bad["purpose"] = json!("other");
    ana.post(&path, bad)
        .await
        .expect_fault("/recipients/organisations/0", "authority")
        .expect_fault("/recipients/organisations/1", "unknown")
        .expect_fault("/given_on", "in_the_future")
        .expect_fault("/purpose_words", "missing");
    let mut bad = consent(json!({ "kind": "any_partner" }));
    bad["given_on"] = json!("1582-10-15");
    ana.post(&path, bad)
        .await
        .expect_fault("/given_on", "too_early");
    let mut bad = consent(json!({ "kind": "any_partner" }));
    bad["withdrawn"] = json!({ "at": "2026-11-24T00:00:00Z", "reason": "", "by_person": true });
    ana.post(&path, bad)
        .await
        .expect_fault("/withdrawn", "not_here");
    let mut bad = consent(json!({ "kind": "everybody" }));
    bad["sections"] = json!([]);
    let refused = ana
        .post(&path, bad)
        .await
        .expect_fault("/sections", "too_few");
    assert!(refused.text().contains("/recipients"), "{}", refused.text());
    ana.get(&format!("{path}/{NOBODY}"))
        .await
        .expect_problem(404, "not_found");
}

#[actix_web::test]
async fn withdrawing_twice_is_withdrawing_once() {
    let house = House::open().await;
    let network = house.network().await;
    let ana = network.hotline.caseworker("Ana").await;
    let case = opens(&ana, "Selam", "P2").await;
    let legal = network.legal.id.clone();
    let any = consent(json!({ "kind": "any_partner" }));
    let given = ana
        .post(&format!("/cases/{case}/consents"), any)
        .await
        .expect(201);
    let (id, record) = (case.parse().unwrap(), given.id().parse().unwrap());
    let token = SessionToken::parse(&ana.token().await).unwrap();
    let caller = house.app().authenticate(token).unwrap();
    let withdraw = |seen: i64| {
        house.app().write(&caller, |act| {
            casefile::change(act, id, Right::Refer, |act, case| {
                consent::withdraw(act, case, record, seen, "changed her mind")
            })
        })
    };
    assert!(matches!(withdraw(7), Err(Refusal::StaleRevision { .. })));
    let first = withdraw(1).unwrap();
    assert_eq!(first.version, 2);
    let withdrawn = first.body.withdrawn.unwrap();
    assert_eq!(
        (withdrawn.reason.as_str(), withdrawn.by_person),
        ("changed her mind", false)
    );
    assert_eq!(withdraw(1).unwrap().version, 2);
    let refused = covering(&house, &ana, &case, ask(&legal)).await;
    assert!(matches!(
        refused,
        Err(Refusal::Because(Reason::ConsentWithdrawn))
    ));
}

#[actix_web::test]
async fn who_said_stop_is_not_overridden_and_an_override_calls_a_supervisor() {
    let house = House::open().await;
    let network = house.network().await;
    let ana = network.hotline.caseworker("Ana").await;
    let (sofia, samira) = (
        network.hotline.supervisor(),
        network.hotline.second_supervisor(),
    );
    let case = opens(&sofia, "Selam", "P1").await;
    let legal = network.legal.id.clone();
    let id: CaseId = case.parse().unwrap();
    let token = SessionToken::parse(&sofia.token().await).unwrap();
    let caller = house.app().authenticate(token).unwrap();
    let organisation: OrganisationId = network.hotline.id.parse().unwrap();
    let act_on = |reason: &'static str, number: u64| {
        let said = StopRow {
            number,
            signature: None,
        };
        house.app().write(&caller, |act| {
            casefile::keep_statement(act, organisation, id, said)?;
            casefile::change(act, id, Right::Refer, |act, case| {
                consent::override_vital_interest(act, case, &ask(&legal), reason)
            })
        })
    };
    assert!(matches!(act_on("in a coma", 1), Err(Refusal::Because(_))));
    assert!(matches!(act_on("  ", 2), Err(Refusal::Invalid(_))));
    let proof = act_on("in a coma", 4).unwrap();
    let listed = samira.get("/cases?override=unsigned").await.expect(200);
    assert_eq!(listed.items()[0]["id"], case);

    let overrides = samira
        .get(&format!("/cases/{case}/overrides"))
        .await
        .expect(200);
    assert_eq!(overrides.items()[0]["id"], proof.basis().to_string());
    assert_eq!(overrides.items()[0]["body"]["reason"], "in a coma");
    let sign = format!("/cases/{case}/overrides/{}/sign-off", proof.basis());
    sofia
        .post_nothing(&sign)
        .await
        .expect_reason("own_override");
    super::assigns(&sofia, &case, &ana).await;
    ana.post_nothing(&sign)
        .await
        .expect_problem(404, "not_found");
    let signed = samira.post_nothing(&sign).await.expect(200);
    assert_eq!(signed.body["body"]["signed_off"]["by"], "Samira");
    samira
        .post_nothing(&sign)
        .await
        .expect_reason("signed_off_before");
    let listed = samira.get("/cases?override=unsigned").await.expect(200);
    assert!(listed.items().is_empty());
    let lines = whats(&samira, &case).await;
    for what in ["consent_overridden", "override_signed_off"] {
        assert!(lines.contains(&what.to_owned()));
    }
}
