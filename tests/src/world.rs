//! A world with one of everything: two organisations, everybody who may ask, a case with every part
//! filled, an intake, a referral, a person with a receipt. Made through the doors, with bodies from
//! the published schemas, so that a new field is filled by itself.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::asking::Reply;
use crate::document::{Document, Operation, Words};
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
    document: Document,
}

/// The change that makes a generated body one that fits the story.
type Fit<'a> = &'a dyn Fn(&mut Value);

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
        world.open_the_case(words).await;
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
        rosa.token().await;
        hotline
            .supervisor()
            .post(
                &format!("/members/{}/remove", rosa.id()),
                json!({"reason": "left"}),
            )
            .await
            .expect(204);
        let half = hotline
            .second_supervisor()
            .gives_passphrase()
            .await
            .expect(201)
            .text_of("token");
        self.cast = BTreeMap::from([
            ("visitor", self.house.visitor()),
            ("halfway", self.house.bearer(&half)),
            ("supervisor", hotline.supervisor()),
            ("administrator", hotline.administrator()),
            ("ana", hotline.caseworker("Ana").await),
            ("bea", hotline.caseworker("Bea").await),
            ("volunteer", hotline.volunteer("Vera").await),
            ("coordinator", hotline.coordinator("Caro").await),
            ("auditor", hotline.auditor("Aya").await),
            (
                "waiting",
                hotline
                    .newcomer("Wanda", &["caseworker", "supervisor"])
                    .await,
            ),
            ("partner", legal.caseworker("Leo").await),
            ("partner supervisor", legal.supervisor()),
        ]);
        let gone = rosa.last_token().unwrap_or_default();
        self.cast.insert("removed", self.house.bearer(&gone));
        self.ids.insert("hotline", hotline.id.clone());
        self.ids.insert("legal", legal.id.clone());
        self.ids.insert("removed", rosa.id());
    }

    async fn take_a_call(&mut self, words: &mut dyn Words) {
        let call = |hand_over: bool| {
            move |body: &mut Value| {
                body["hand_over"] = json!(hand_over);
                body["receipt"] = json!("issue");
                body["intake"]["consent"]["file"] = json!("yes");
                body["intake"]["consent"]["share"] = json!({"kind": "ask_each_time"});
                body["intake"]["triage"]["removal"]["time"] = json!("09:00");
            }
        };
        let made = self
            .tells(words, "volunteer", "write_intake", &[], &call(true))
            .await;
        self.ids.insert("intake", made.id());
        self.ids.insert("receipt", made.text_of("receipt"));
        let draft = self
            .tells(words, "volunteer", "write_intake", &[], &call(false))
            .await;
        self.ids.insert("draft", draft.id());
        let waiting = self
            .tells(words, "volunteer", "write_intake", &[], &call(true))
            .await;
        self.ids.insert("waiting intake", waiting.id());
    }

    async fn open_the_case(&mut self, words: &mut dyn Words) {
        let ana = self.who("ana");
        let path = format!("/intakes/{}", self.id("intake"));
        let seen = ana.get(&path).await.expect(200).revision();
        ana.post_nothing(&format!("{path}/take"))
            .with_if_match(seen)
            .await
            .expect(200);
        let intake = self.id("intake");
        let made = self
            .tells(
                words,
                "ana",
                "open_case_from_intake",
                &[("id", &intake)],
                &|_| (),
            )
            .await;
        self.ids.insert("case", made.text_of("case"));
        let (case, account) = (self.id("case"), ana.id());
        self.tells(
            words,
            "supervisor",
            "assign_case",
            &[("id", &case)],
            &|body| {
                body["account"] = json!(account);
                body["team"] = Value::Null;
            },
        )
        .await;
        let other = self
            .tells(words, "ana", "open_case", &[], &|body| fit_opening(body))
            .await;
        self.ids.insert("other case", other.id());
        self.tells(
            words,
            "supervisor",
            "assign_case",
            &[("id", &other.id())],
            &|body| {
                body["account"] = json!(account);
                body["team"] = Value::Null;
            },
        )
        .await;
    }

    async fn fill_the_case(&mut self, words: &mut dyn Words) {
        let parts: [(&'static str, &str, Fit<'_>); 7] = [
            ("entry", "add_entry", &|_| ()),
            ("person", "add_person", &fit_person),
            ("stay", "add_stay", &fit_stay),
            ("need", "add_need", &fit_need),
            ("assessment", "add_assessment", &|_| ()),
            ("consent", "give_consent", &fit_consent),
            ("task", "add_task", &fit_task),
        ];
        let case = self.id("case");
        for (name, operation, fit) in parts {
            let made = self
                .tells(words, "ana", operation, &[("id", &case)], fit)
                .await;
            self.ids.insert(name, made.id());
        }
        let changes: [(&'static str, &str, Fit<'_>); 6] = [
            ("entry", "change_entry", &|_| ()),
            ("person", "change_person", &fit_person),
            ("stay", "change_stay", &fit_stay),
            ("need", "change_need", &fit_need),
            ("assessment", "change_assessment", &|_| ()),
            ("task", "change_task", &fit_task),
        ];
        for (name, operation, fit) in changes {
            let record = self.id(name);
            self.tells(
                words,
                "ana",
                operation,
                &[("id", &case), ("record", &record)],
                fit,
            )
            .await;
        }
        self.tells(words, "ana", "change_case", &[("id", &case)], &fit_sheet)
            .await;
        self.tells(words, "ana", "write_letter", &[("id", &case)], &|_| ())
            .await;
        self.tells(words, "ana", "tell_status", &[("id", &case)], &|_| ())
            .await;
    }

    async fn refer(&mut self, words: &mut dyn Words) {
        let (case, need, legal) = (self.id("case"), self.id("need"), self.id("legal"));
        let fit = |body: &mut Value| {
            body["need"] = json!(need);
            body["receiver"] = json!(legal);
            body["alternates"] = json!([]);
            body["draft"] = json!(false);
            body["confirmed_now"] = json!(true);
            body["vital_interest"] = Value::Null;
            body["sections"] = json!(["identity", "needs", "notes"]);
        };
        let made = self
            .tells(words, "ana", "refer", &[("id", &case)], &fit)
            .await;
        self.ids.insert("referral", made.id());
        let referral = made.id();
        self.tells(
            words,
            "partner",
            "accept_referral",
            &[("id", &referral)],
            &|_| (),
        )
        .await;
        for who in ["ana", "partner"] {
            self.tells(
                words,
                who,
                "write_referral_message",
                &[("id", &referral)],
                &|_| (),
            )
            .await;
        }
    }

    async fn talk_with_the_person(&mut self, words: &mut dyn Words) {
        let code = self.id("receipt");
        let signed_in = self
            .house
            .visitor()
            .post("/receipts/sessions", json!({ "receipt": code }))
            .await
            .expect(201);
        let person = self.house.bearer(&signed_in.text_of("token"));
        self.cast.insert("person", person);
        self.tells(words, "person", "write_back", &[], &|_| ())
            .await;
    }

    /// Uses an operation with a body made from its schema, on the version that is current.
    pub async fn tells(
        &mut self,
        words: &mut dyn Words,
        who: &str,
        id: &str,
        path: &[(&str, &str)],
        fit: Fit<'_>,
    ) -> Reply {
        let operation = self.operation(id);
        let mut body = self.document.body(&operation, words).unwrap_or_default();
        fit(&mut body);
        let actor = self.who(who);
        let path = operation.path_with(|name| {
            let found = path.iter().find(|(known, _)| *known == name);
            (*found.unwrap_or_else(|| panic!("{id} needs {name}")))
                .1
                .to_owned()
        });
        let mut ask = actor.ask(&operation.method, &path);
        if operation.changes_a_version() {
            ask = ask.with_if_match(current(&actor, &operation, &path).await);
        }
        let reply = ask.with_raw("application/json", body.to_string()).await;
        assert!(reply.status < 300, "{id}: {} to {body:#}", reply.text());
        self.used.push(id.to_owned());
        reply
    }

    /// An operation by its id.
    pub fn operation(&self, id: &str) -> Operation {
        let mut operations = self.document.operations().into_iter();
        operations
            .find(|operation| operation.id == id)
            .unwrap_or_else(|| panic!("there is no operation {id}"))
    }
}

/// The revision to change: of the thing itself, or of what the verb at the end of the path is for.
async fn current(actor: &Actor, operation: &Operation, path: &str) -> i64 {
    let thing = match operation.method.as_str() {
        "POST" => path.rsplit_once('/').map_or(path, |(before, _)| before),
        _ => path,
    };
    actor.get(thing).await.expect(200).revision()
}

fn fit_opening(body: &mut Value) {
    fit_sheet(&mut body["sheet"]);
    fit_person(&mut body["people"][0]);
    fit_stay(&mut body["custody"][0]);
    fit_need(&mut body["needs"][0]);
    fit_consent(&mut body["consents"][0]);
}

fn fit_sheet(body: &mut Value) {
    body["priority"] = json!("P1");
    body["priority_raised"] = Value::Null;
}

fn fit_person(body: &mut Value) {
    without(body, "person");
}

fn fit_stay(body: &mut Value) {
    body["place"] = Value::Null;
}

fn fit_need(body: &mut Value) {
    body["status"] = json!("open");
}

fn fit_consent(body: &mut Value) {
    body["recipients"] = json!({"kind": "any_partner"});
    body["sections"] = json!(["identity", "needs", "notes"]);
    without(body, "withdrawn");
    without(body, "until");
}

fn fit_task(body: &mut Value) {
    body["time_zone"] = json!("Europe/Athens");
    without(body, "owner");
    without(body, "done");
}

fn without(body: &mut Value, field: &str) {
    if let Some(fields) = body.as_object_mut() {
        fields.remove(field);
    }
}
