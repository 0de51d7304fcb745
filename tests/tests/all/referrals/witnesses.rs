//! Partners are each other's witnesses: an organisation's rows are put back together with the marks,
//! and the next letters say so, on both sides. Nobody who waits for help is turned away for it.

use amparo_tests::{Actor, House, Organisation, Value, json};
use chrono::TimeDelta;

use super::Story;

/// What an organisation says of itself in letters, as it lies in rows.
const TOLD: [&str; 5] = [
    "register_entries",
    "register_manifests",
    "published_keys",
    "checkpoints",
    "ledger_lines",
];

/// The two organisations with an auditor each, and a third to change a register with.
struct Witnesses {
    story: Story,
    third: Organisation,
    of_hotline: Actor,
    of_legal: Actor,
}

impl Witnesses {
    /// Every row is noted.
    async fn begin() -> Self {
        let story = Story::begin().await;
        let third = story.house.organisation("legal", "GR").await;
        let of_hotline = story.network.hotline.auditor("Aya").await;
        let of_legal = story.network.legal.auditor("Leila").await;
        for who in [&of_hotline, &of_legal, &story.ana, &story.lena] {
            who.get("/me").await.expect(200);
        }
        story.house.fold_ledger();
        story.house.note_every_row();
        Self {
            story,
            third,
            of_hotline,
            of_legal,
        }
    }

    /// A register and a ledger go on, and letters about it go both ways.
    async fn go_on(&self, organisation: &Organisation) -> String {
        organisation.trusts(&self.third).await;
        for _ in 0..60 {
            organisation.supervisor().get("/cases").await.expect(200);
        }
        self.story.house.fold_ledger();
        let path = self.story.accepted().await;
        assert_eq!(self.seen(&path).await, (json!([]), json!([])));
        path
    }

    /// What each side is warned of: the sender, then the receiver.
    async fn seen(&self, path: &str) -> (Value, Value) {
        let of = async |who: &Actor| who.get(path).await.expect(200).body["doubts"].clone();
        (of(&self.story.ana).await, of(&self.story.lena).await)
    }

    /// Somebody is given a key, so that her keyring is sealed anew and takes over what is known.
    async fn is_given_a_key(&self, organisation: &Organisation, who: &Actor) {
        let supervisor = organisation.supervisor();
        let made = supervisor.post("/teams", json!({ "label": "Night" })).await;
        let members = format!("/teams/{}/members", made.expect(201).id());
        let join = json!({ "account": who.id() });
        supervisor.post(&members, join).await.expect(204);
        self.story.house.later(TimeDelta::minutes(1));
        who.signs_in().await;
        who.get("/cases").await.expect(200);
    }

    /// What an organisation tells is put back to what was noted.
    fn put_back(&self, organisation: &Organisation) {
        let here = format!(
            "organisation_id = {{x:{}}}",
            organisation.id.replace('-', "")
        );
        for table in TOLD {
            self.story.house.sql(&format!(
                "delete from {table} where {here}; \
                 insert into {table} select * from noted_{table} where {here}"
            ));
        }
    }

    /// The same people, after the marks were taken away and the server began anew.
    async fn without_marks(self) -> Self {
        let Story {
            house,
            network,
            ana,
            lena,
            case,
            need,
            consent,
        } = self.story;
        house.app().keep_marks().unwrap();
        std::fs::remove_dir_all(house.database().folder.join("state")).unwrap();
        let house = House::over_again(&house).await;
        house.later(TimeDelta::minutes(5));
        let again = |who: Actor| {
            let who = who.in_house(&house);
            who.next_code();
            who
        };
        Self {
            of_hotline: again(self.of_hotline),
            of_legal: again(self.of_legal),
            third: self.third,
            story: Story {
                ana: again(ana),
                lena: again(lena),
                network,
                case,
                need,
                consent,
                house,
            },
        }
    }

    /// One more need of the case is offered.
    async fn sent_again(&self) -> String {
        let story = &self.story;
        let need = json!({ "category": "health", "where": "here", "urgency": "P1" });
        let needs = format!("/cases/{}/needs", story.case);
        let mut offer = story.offer();
        offer["need"] = json!(story.ana.post(&needs, need).await.expect(201).id());
        let sent = story.ana.post(&story.path(), offer).await.expect(201);
        format!("/referrals/{}", sent.id())
    }

    /// Why the auditors of an organisation were told, once for each.
    async fn told(&self, auditor: &Actor) -> Vec<String> {
        self.story.house.fold_ledger();
        let lines = auditor.get("/ledger?limit=200").await.expect(200);
        let lines = lines.items().iter();
        let told = lines.filter(|line| line["what"] == "witness_disagrees");
        let mut why: Vec<String> = told
            .map(|line| line["reason"].as_str().unwrap().to_owned())
            .collect();
        why.sort_unstable();
        why
    }
}

const OF_PARTNER: [&str; 2] = ["partner_register_put_back", "partner_ledger_put_back"];
const OF_US: [&str; 2] = ["own_register_put_back", "own_ledger_put_back"];

fn sorted(words: [&str; 2]) -> Vec<String> {
    let mut words = words.map(ToOwned::to_owned).to_vec();
    words.sort_unstable();
    words
}

#[actix_web::test]
async fn a_sender_put_back_is_told_by_whom_it_writes_to() {
    let all = Witnesses::begin().await;
    let hotline = all.story.network.hotline.clone();
    let first = all.go_on(&hotline).await;
    let legal = all.story.network.legal.clone();
    all.is_given_a_key(&legal, &all.story.lena).await;
    all.put_back(&hotline);
    let all = all.without_marks().await;

    let second = all.sent_again().await;
    let seen = all.story.lena.get(&second).await.expect(200);
    assert_eq!(seen.body["doubts"], json!(OF_PARTNER));
    // It is an urgent referral all the same.
    all.story
        .step(&all.story.lena, &second, "accept", json!({}))
        .await;
    let packet = all.story.lena.get(&format!("{second}/packet")).await;
    assert_eq!(packet.expect(200).body["doubts"], json!(OF_PARTNER));
    let browser = all.story.house.browser();
    all.story.lena.next_code();
    browser.sign_in(&all.story.lena).await.expect(200);
    for page in [second.clone(), format!("{second}/packet")] {
        let page = browser.get(&page).await.expect(200);
        page.saying("is older than what it told before");
    }
    assert_eq!(all.told(&all.of_legal).await, sorted(OF_PARTNER));
    // And the sender hears what was seen of it.
    assert_eq!(all.seen(&second).await.0, json!(OF_US));
    assert_eq!(all.told(&all.of_hotline).await, sorted(OF_US));
    // Letters of before are what they were.
    assert_eq!(all.seen(&first).await, (json!([]), json!([])));
}

#[actix_web::test]
async fn a_receiver_put_back_is_told_by_who_writes_to_it() {
    let all = Witnesses::begin().await;
    let legal = all.story.network.legal.clone();
    all.go_on(&legal).await;
    let hotline = all.story.network.hotline.clone();
    all.is_given_a_key(&hotline, &all.story.ana).await;
    all.put_back(&legal);
    let all = all.without_marks().await;

    let second = all.sent_again().await;
    assert_eq!(all.seen(&second).await.1, json!(OF_US));
    all.story
        .step(&all.story.lena, &second, "accept", json!({}))
        .await;
    assert_eq!(all.seen(&second).await.0, json!(OF_PARTNER));
    assert_eq!(all.told(&all.of_legal).await, sorted(OF_US));
    assert_eq!(all.told(&all.of_hotline).await, sorted(OF_PARTNER));
}

#[actix_web::test]
async fn letters_of_who_was_not_put_back_agree_in_whatever_order_they_are_read() {
    let all = Witnesses::begin().await;
    let early = all.sent_again().await;
    all.story.house.later(TimeDelta::minutes(1));
    let hotline = all.story.network.hotline.clone();
    // Read after one that was written later and says more.
    all.go_on(&hotline).await;
    assert_eq!(all.seen(&early).await, (json!([]), json!([])));
    let all = all.without_marks().await;
    let late = all.sent_again().await;
    all.story
        .step(&all.story.lena, &late, "accept", json!({}))
        .await;
    for path in [&early, &late] {
        assert_eq!(all.seen(path).await, (json!([]), json!([])));
    }
    for auditor in [&all.of_hotline, &all.of_legal] {
        assert_eq!(all.told(auditor).await, [String::new(); 0]);
    }
    // The frames are what they were: one length for all notices, and for all steps.
    for query in [
        "select distinct cast(length(notice) as text) as it from referrals",
        "select distinct cast(length(for_sender) as text) as it from referral_events \
         where seq > 1 and for_sender is not null",
    ] {
        assert_eq!(all.story.house.column(query).len(), 1, "{query}");
    }
}
