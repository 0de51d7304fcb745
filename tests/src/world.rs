//! A world with one of everything: two organisations, everybody who may ask, a case with every part
//! filled, an intake, a referral, a person with a receipt. Made through the doors, with bodies from
//! the published schemas, so that a new field is filled by itself.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::asking::Reply;
use crate::document::{Document, Operation, PlainWords, Words};
use crate::house::House;
use crate::organisation::Network;
use crate::people::Actor;

/// One of everything.
#[derive(Debug)]
pub struct World {
    /// The house it is in.
    pub house: House,
    /// The two organisations.
    pub network: Network,
    /// Everybody, by what they are.
    pub cast: BTreeMap<&'static str, Actor>,
    /// What was made, by what it is.
    pub ids: BTreeMap<&'static str, String>,
    /// The operations that were used with a body made from their schema.
    pub used: Vec<String>,
    /// The published document.
    pub document: Document,
}

type Path<'a> = &'a [(&'a str, &'a str)];

impl World {
    /// Builds it; every text comes from `words`.
    pub async fn build(house: &House, words: &mut dyn Words) -> Self {
        let network = house.network().await;
        let mut world = Self {
            house: house.clone(),
            network,
            cast: BTreeMap::new(),
            ids: BTreeMap::new(),
            used: Vec::new(),
            document: Document::published(),
        };
        world.call_the_cast().await;
        world.take_a_call(words).await;
        world.open_cases(words).await;
        world.fill_the_case(words).await;
        world.refer(words).await;
        world.talk_with_the_person(words).await;
        world
    }

    /// Somebody of the cast.
    pub fn who(&self, name: &str) -> Actor {
        self.cast[name].clone()
    }

    /// The id of something that was made.
    pub fn id(&self, name: &str) -> String {
        self.ids[name].clone()
    }

    async fn call_the_cast(&mut self) {
        let (hotline, legal) = (&self.network.hotline, &self.network.legal);
        let rosa = hotline.caseworker("Rosa").await;
        let gone = rosa.token().await;
        let remove = format!("/members/{}/remove", rosa.id());
        let sofia = hotline.supervisor();
        sofia
            .post(&remove, json!({"reason": "left"}))
            .await
            .expect(204);
        let second = hotline.second_supervisor();
        let half = second.gives_passphrase().await.text_of("token");
        let both = ["caseworker", "supervisor"];
        self.cast = BTreeMap::from([
            ("visitor", self.house.visitor()),
            ("halfway", self.house.bearer(&half)),
            ("supervisor", sofia),
            ("administrator", hotline.administrator()),
            ("ana", hotline.caseworker("Ana").await),
            ("bea", hotline.caseworker("Bea").await),
            ("volunteer", hotline.volunteer("Vera").await),
            ("coordinator", hotline.coordinator("Caro").await),
            ("auditor", hotline.auditor("Aya").await),
            ("waiting", hotline.newcomer("Wanda", &both).await),
            ("removed", self.house.bearer(&gone)),
            ("partner", legal.caseworker("Leo").await),
            ("partner supervisor", legal.supervisor()),
        ]);
        self.ids.insert("hotline", hotline.id.clone());
        self.ids.insert("legal", legal.id.clone());
        self.ids.insert("rosa", rosa.id());
    }

    async fn take_a_call(&mut self, words: &mut dyn Words) {
        let calls = [("intake", true), ("draft", false), ("waiting intake", true)];
        for (name, hand_over) in calls {
            let fit = |body: &mut Value| body["hand_over"] = json!(hand_over);
            let made = self
                .tells(words, "volunteer", "write_intake", &[], &fit)
                .await;
            self.ids.insert(name, made.id());
            if name == "intake" {
                self.ids.insert("receipt", made.text_of("receipt"));
            }
        }
        let ana = self.who("ana");
        let path = format!("/intakes/{}", self.id("intake"));
        let seen = ana.get(&path).await.expect(200).revision();
        let take = ana.post_nothing(&format!("{path}/take"));
        take.with_if_match(seen).await.expect(200);
    }

    async fn open_cases(&mut self, words: &mut dyn Words) {
        let intake = self.id("intake");
        let path = [("id", intake.as_str())];
        let made = self
            .tells(words, "ana", "open_case_from_intake", &path, &|_| ())
            .await;
        self.ids.insert("case", made.text_of("case"));
        let made = self.tells(words, "ana", "open_case", &[], &|_| ()).await;
        self.ids.insert("other case", made.id());
        let account = self.who("ana").id();
        for case in [self.id("case"), self.id("other case")] {
            let give = |body: &mut Value| {
                body["account"] = json!(account);
                body["team"] = Value::Null;
            };
            self.tells(words, "supervisor", "assign_case", &[("id", &case)], &give)
                .await;
        }
    }

    async fn fill_the_case(&mut self, words: &mut dyn Words) {
        let case = self.id("case");
        let parts = [
            ("entry", "add_entry"),
            ("person", "add_person"),
            ("stay", "add_stay"),
            ("removal", "add_removal"),
            ("need", "add_need"),
            ("assessment", "add_assessment"),
            ("consent", "give_consent"),
            ("task", "add_task"),
        ];
        for (name, operation) in parts {
            let path = [("id", case.as_str())];
            let made = self.tells(words, "ana", operation, &path, &|_| ()).await;
            self.ids.insert(name, made.id());
        }
        let changes = [
            ("entry", "change_entry"),
            ("person", "change_person"),
            ("stay", "change_stay"),
            ("removal", "change_removal"),
            ("need", "change_need"),
            ("assessment", "change_assessment"),
            ("task", "change_task"),
        ];
        for (name, operation) in changes {
            let record = self.id(name);
            let path = [("id", case.as_str()), ("record", record.as_str())];
            self.tells(words, "ana", operation, &path, &|_| ()).await;
        }
        let person = self.id("person");
        let path = [("id", case.as_str()), ("record", person.as_str())];
        self.tells(words, "ana", "contact_anyway", &path, &|_| ())
            .await;
        for operation in ["change_case", "write_letter", "tell_status"] {
            let path = [("id", case.as_str())];
            self.tells(words, "ana", operation, &path, &|_| ()).await;
        }
    }

    async fn refer(&mut self, words: &mut dyn Words) {
        let (case, need, legal) = (self.id("case"), self.id("need"), self.id("legal"));
        let fit = |body: &mut Value| {
            body["need"] = json!(need);
            body["receiver"] = json!(legal);
        };
        let path = [("id", case.as_str())];
        let made = self.tells(words, "ana", "refer", &path, &fit).await;
        let referral = made.id();
        let path = [("id", referral.as_str())];
        self.tells(words, "partner", "accept_referral", &path, &|_| ())
            .await;
        for who in ["ana", "partner"] {
            self.tells(words, who, "write_referral_message", &path, &|_| ())
                .await;
        }
        self.ids.insert("referral", referral);
    }

    async fn talk_with_the_person(&mut self, words: &mut dyn Words) {
        self.person_comes_back().await;
        self.tells(words, "person", "write_back", &[], &|_| ())
            .await;
    }

    /// The person signs in with the receipt; who holds it is known only to the process.
    pub async fn person_comes_back(&mut self) {
        let given = json!({ "receipt": self.id("receipt") });
        let signed_in = self.house.visitor().post("/receipts/sessions", given).await;
        let token = signed_in.expect(201).text_of("token");
        self.cast.insert("person", self.house.bearer(&token));
    }

    /// Uses an operation with a body made from its schema, on the version that is current.
    pub async fn tells(
        &mut self,
        words: &mut dyn Words,
        who: &str,
        id: &str,
        path: Path<'_>,
        change: &dyn Fn(&mut Value),
    ) -> Reply {
        let operation = self.operation(id);
        let mut body = self.body(&operation, words);
        change(&mut body);
        let actor = self.who(who);
        let path = operation.path_with(|name| {
            let found = path.iter().find(|(known, _)| *known == name);
            found
                .unwrap_or_else(|| panic!("{id} needs {name}"))
                .1
                .to_owned()
        });
        let mut ask = actor.ask(&operation.method, &path);
        if operation.changes_a_version() {
            let seen = actor.get(operation.thing(&path)).await;
            ask = ask.with_if_match(seen.expect(200).revision());
        }
        let reply = ask.with_raw("application/json", body.to_string()).await;
        assert!(reply.status < 300, "{id}: {} to {body:#}", reply.text());
        self.used.push(id.to_owned());
        reply
    }

    /// A usable body for an operation; null if it takes none.
    pub fn body(&self, operation: &Operation, words: &mut dyn Words) -> Value {
        let mut body = self.document.body(operation, words).unwrap_or_default();
        fit(&operation.id, &mut body);
        body
    }

    /// A usable body of plain words.
    pub fn plain_body(&self, operation: &Operation) -> Value {
        self.body(operation, &mut PlainWords)
    }

    /// An operation by its id.
    pub fn operation(&self, id: &str) -> Operation {
        let mut operations = self.document.operations().into_iter();
        operations
            .find(|operation| operation.id == id)
            .unwrap_or_else(|| panic!("there is no operation {id}"))
    }
}

/// What the schema cannot say about a body: the change that makes a generated one usable.
fn fit(operation: &str, body: &mut Value) {
    match operation {
        "open_case" => {
            fit("change_case", &mut body["sheet"]);
            fit("add_person", &mut body["people"][0]);
            fit("add_stay", &mut body["custody"][0]);
            fit("add_removal", &mut body["removals"][0]);
            fit("add_need", &mut body["needs"][0]);
            fit("give_consent", &mut body["consents"][0]);
        }
        "change_case" => {
            body["priority"] = json!("P1");
            body["priority_raised"] = Value::Null;
        }
        "add_person" | "change_person" => without(body, &["person"]),
        "add_stay" | "change_stay" => without(body, &["place"]),
        "add_removal" | "change_removal" => {
            body["day"] = json!("2026-12-24");
            body["time"] = json!("09:00");
            body["time_zone"] = json!("Europe/Athens");
            body["state"] = json!("announced");
            without(body, &["confirmed_on", "stopped_by"]);
        }
        "add_need" => body["status"] = json!("open"),
        "change_need" => without(body, &["status"]),
        "close_intake" => body["outcome"] = json!("answered"),
        "give_consent" => {
            body["recipients"] = json!({"kind": "any_partner"});
            body["sections"] = json!(["identity", "needs", "notes"]);
            // The plain age is that of a child.
            body["child"]["decided"] = json!("best_interests");
            without(body, &["withdrawn", "until", "person"]);
        }
        "add_task" | "change_task" => {
            body["time_zone"] = json!("Europe/Athens");
            without(body, &["owner", "done"]);
        }
        "write_intake" | "change_draft" => {
            body["hand_over"] = json!(true);
            body["receipt"] = json!("issue");
            body["intake"]["consent"]["file"] = json!("yes");
            body["intake"]["consent"]["share"] = json!({"kind": "ask_each_time"});
            body["intake"]["triage"]["removal"]["time"] = json!("09:00");
        }
        "refer" => {
            body["alternates"] = json!([]);
            body["draft"] = json!(false);
            body["confirmed_now"] = json!(true);
            body["vital_interest"] = Value::Null;
            body["sections"] = json!(["identity", "needs", "notes"]);
        }
        _ => {}
    }
}

fn without(body: &mut Value, names: &[&str]) {
    if let Some(fields) = body.as_object_mut() {
        fields.retain(|name, _| !names.contains(&name.as_str()));
    }
}
