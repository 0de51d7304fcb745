//! What is asked for: something of one's own organisation, something of another, something that is
//! not there, and a part of one case under the number of another.

use std::collections::BTreeMap;

use amparo::foundation::jobs;
use amparo_tests::document::Operation;
use amparo_tests::{Value, World, json};
use chrono::TimeDelta;

/// What the partner has of its own. Of everything else it is asked for one of ours.
pub(super) const THEIRS: [&str; 11] = [
    "account",
    "cases",
    "drafts",
    "intakes",
    "invitations",
    "members",
    "needs",
    "referrals",
    "sessions",
    "teams",
    "undone",
];

const ABSENT: &str = "00000000-0000-4000-8000-000000000000";
const STRONG: &str = "violin carpet monsoon ladder prune ember";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Object {
    /// The operation names nothing.
    Nothing,
    /// Of the hotline; a case is Ana's.
    Ours,
    /// Of an organisation that the hotline has nothing to do with here.
    Theirs,
    /// Nowhere.
    Absent,
    /// Our case, a part that is not there.
    NoSuchPart,
    /// A case of ours, a part of another case of ours.
    Crossed,
}

impl Object {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "-",
            Self::Ours => "ours",
            Self::Theirs => "theirs",
            Self::Absent => "absent",
            Self::NoSuchPart => "no such part",
            Self::Crossed => "crossed",
        }
    }

    /// The objects that an operation is tried on.
    pub(crate) fn of(operation: &Operation) -> Vec<Self> {
        let parameters = operation.path.matches('{').count();
        match parameters {
            0 => vec![Self::Nothing],
            1 => vec![Self::Ours, Self::Theirs, Self::Absent],
            _ if !operation.path.contains("/cases/") => {
                vec![Self::Ours, Self::Theirs, Self::Absent, Self::NoSuchPart]
            }
            _ => vec![
                Self::Ours,
                Self::Theirs,
                Self::Absent,
                Self::NoSuchPart,
                Self::Crossed,
            ],
        }
    }
}

/// Ids, by whose they are and by what the path calls them.
pub(crate) struct Objects {
    ours: BTreeMap<&'static str, String>,
    theirs: BTreeMap<&'static str, String>,
    crossed: BTreeMap<&'static str, String>,
    code: String,
}

impl Objects {
    /// Makes what the world has not yet: things of the partner that are not shared, a team, an
    /// invitation, a second sign-in, entries of the directory.
    pub(crate) async fn make(world: &World) -> Self {
        let ours = Self::ours(world).await;
        let mut crossed = ours.clone();
        crossed.insert("cases", world.id("other case"));
        let code = world.network.hotline.administrator();
        let code = code
            .post("/invitations", json!({"roles": ["volunteer"]}))
            .await;
        let theirs = Self::theirs(world).await;
        assert!(theirs.keys().eq(THEIRS.iter()));
        Self {
            ours,
            theirs,
            crossed,
            code: code.expect(201).text_of("code"),
        }
    }

    async fn ours(world: &World) -> BTreeMap<&'static str, String> {
        let (sofia, ana) = (world.who("supervisor"), world.who("ana"));
        let adil = world.who("administrator");
        let team = sofia
            .post("/teams", json!({"label": "Night"}))
            .await
            .expect(201);
        let join = json!({ "account": world.who("bea").id() });
        let members = format!("/teams/{}/members", team.id());
        sofia.post(&members, join).await.expect(204);
        let invitation = adil
            .post("/invitations", json!({"roles": ["volunteer"]}))
            .await;
        ana.signs_in().await;
        ana.signs_in().await;
        let sessions = ana.get("/sessions").await.expect(200);
        let other = sessions.items().iter().find(|it| it["current"] == false);
        let mut ours = BTreeMap::from([
            ("undone", given_up_mail(world, &world.id("hotline"))),
            ("cases", world.id("case")),
            ("entries", world.id("entry")),
            ("people", world.id("person")),
            ("custody", world.id("stay")),
            ("removals", world.id("removal")),
            ("needs", world.id("need")),
            ("assessments", world.id("assessment")),
            ("consents", world.id("consent")),
            ("overrides", world.id("consent")),
            ("tasks", world.id("task")),
            ("intakes", world.id("waiting intake")),
            ("drafts", world.id("draft")),
            ("referrals", world.id("referral")),
            ("members", world.who("bea").id()),
            ("teams", team.id()),
            ("account", world.who("bea").id()),
            ("invitations", invitation.expect(201).id()),
            (
                "sessions",
                other.unwrap()["id"].as_str().unwrap().to_owned(),
            ),
            ("organisations", world.id("legal")),
        ]);
        let caro = world.who("coordinator");
        for (kind, operation) in [
            ("directory/organisations", "add_directory_organisation"),
            ("directory/services", "add_directory_service"),
            ("directory/places", "add_directory_place"),
        ] {
            let operation = world.operation(operation);
            let mut body = world.plain_body(&operation);
            fit_directory(&mut body, ours.get("directory/organisations"));
            let made = caro.post(&format!("/{kind}"), body).await.expect(201);
            ours.insert(kind, made.id());
        }
        ours
    }

    async fn theirs(world: &World) -> BTreeMap<&'static str, String> {
        let (leo, lena) = (world.who("partner"), world.who("partner supervisor"));
        let legal = &world.network.legal;
        let open = world.plain_body(&world.operation("open_case"));
        let case = leo.post("/cases", open).await.expect(201).id();
        let write = world.plain_body(&world.operation("write_intake"));
        let intake = leo.post("/intakes", write).await.expect(201);
        let team = lena
            .post("/teams", json!({"label": "Day"}))
            .await
            .expect(201);
        let invited = legal
            .administrator()
            .post("/invitations", json!({"roles": ["auditor"]}));
        let shelter = world.house.organisation("shelter", "FR").await;
        legal.trusts(&shelter).await;
        let need = leo.get(&format!("/cases/{case}/needs")).await.expect(200);
        let mut refer = world.plain_body(&world.operation("refer"));
        refer["need"] = need.items()[0]["id"].clone();
        refer["receiver"] = json!(shelter.id);
        let referral = leo.post(&format!("/cases/{case}/referrals"), refer).await;
        leo.signs_in().await;
        let sessions = leo.get("/sessions").await.expect(200);
        BTreeMap::from([
            ("undone", given_up_mail(world, &legal.id)),
            ("cases", case),
            ("needs", need.items()[0]["id"].as_str().unwrap().to_owned()),
            ("intakes", intake.id()),
            ("drafts", intake.id()),
            ("referrals", referral.expect(201).id()),
            ("members", legal.second_supervisor().id()),
            ("account", legal.second_supervisor().id()),
            ("teams", team.id()),
            ("invitations", invited.await.expect(201).id()),
            (
                "sessions",
                sessions.items()[0]["id"].as_str().unwrap().to_owned(),
            ),
        ])
    }

    /// Path and body of a request for an object.
    pub(crate) fn request(
        &self,
        world: &World,
        operation: &Operation,
        object: Object,
        who: &str,
    ) -> (String, Value) {
        let mut place = 0;
        let parts: Vec<&str> = operation.path.split('/').collect();
        let path = operation.path_with(|name| {
            place += 1;
            let at = parts
                .iter()
                .position(|part| *part == format!("{{{name}}}"))
                .unwrap();
            let collection = collection(operation, &parts, at);
            self.id(object, place, &collection)
        });
        let mut body = world.plain_body(operation);
        self.fit(world, operation, object, who, &mut body);
        (path, body)
    }

    fn id(&self, object: Object, place: usize, collection: &str) -> String {
        let known = |ids: &BTreeMap<&'static str, String>| ids.get(collection).cloned();
        let found = match object {
            Object::Ours => known(&self.ours),
            Object::Theirs => known(&self.theirs).or(known(&self.ours)),
            Object::Crossed => known(&self.crossed),
            Object::NoSuchPart if place == 1 => known(&self.ours),
            Object::Nothing | Object::Absent | Object::NoSuchPart => None,
        };
        found.unwrap_or_else(|| ABSENT.to_owned())
    }

    fn fit(
        &self,
        world: &World,
        operation: &Operation,
        object: Object,
        who: &str,
        body: &mut Value,
    ) {
        match operation.id.as_str() {
            // One name each: guessing is slowed down by name.
            "sign_in" | "recover" => body["login"] = json!(format!("nobody-{}", who.len())),
            "preview_invitation" => body["code"] = json!(self.code),
            "accept_invitation" => {
                body["code"] = json!(self.code);
                body["member"]["login"] = json!("newcomer");
                body["member"]["passphrase"] = json!(STRONG);
            }
            "use_receipt" => body["receipt"] = json!(world.id("receipt")),
            "assign_case" => {
                body["account"] = json!(world.who("bea").id());
                body["team"] = Value::Null;
            }
            "refer" => {
                body["need"] = json!(self.id(object, 1, "needs"));
                body["receiver"] = json!(world.id("legal"));
            }
            "link_intake" | "preview_link" => body["case"] = json!(world.id("other case")),
            "join_team" => body["account"] = json!(world.who("ana").id()),
            "verify_organisation" => {
                body["fingerprint"] = json!(world.network.legal.fingerprint);
            }
            "change_roles" => body["roles"] = json!(["caseworker", "volunteer"]),
            "invite" => {
                body["roles"] = json!(["volunteer"]);
                body["mail"] = Value::Null;
            }
            _ if operation.path.contains("/directory/") => {
                fit_directory(body, self.ours.get("directory/organisations"));
            }
            _ => {}
        }
    }

    /// The version that somebody who may see the thing sees.
    pub(crate) async fn revision(&self, world: &World, operation: &Operation, path: &str) -> i64 {
        for who in [
            "ana",
            "supervisor",
            "administrator",
            "volunteer",
            "coordinator",
            "partner",
        ] {
            let seen = world.who(who).get(operation.thing(path)).await;
            if seen.status == 200 && seen.header("etag").is_some() {
                return seen.revision();
            }
        }
        1
    }
}

/// A mail of an organisation that could not be sent and was given up.
fn given_up_mail(world: &World, organisation: &str) -> String {
    let house = &world.house;
    let payload = json!({ "mail": ABSENT });
    house
        .app()
        .housekeep(|act| jobs::enqueue_named(act, "send_mail", &payload, TimeDelta::zero()))
        .unwrap();
    let new = "name = 'send_mail' and organisation_id is null";
    let id = house.ids(&format!("select id as it from jobs where {new}"));
    house.sql(&format!(
        "update jobs set attempts = 12, failure = 'refused', given_up_on = '2026-11-24', \
         organisation_id = {{x:{}}} where {new}",
        organisation.replace('-', "")
    ));
    uuid::Uuid::parse_str(&id[0]).unwrap().to_string()
}

/// What kinds of things the parameters of a path stand for.
pub(super) fn collections(operation: &Operation) -> Vec<String> {
    let parts: Vec<&str> = operation.path.split('/').collect();
    let parameters = parts.iter().enumerate();
    parameters
        .filter(|(_, part)| part.starts_with('{'))
        .map(|(at, _)| collection(operation, &parts, at))
        .collect()
}

/// What kind of thing a parameter of a path stands for.
fn collection(operation: &Operation, parts: &[&str], at: usize) -> String {
    let before = parts[at - 1];
    match (operation.id.as_str(), before) {
        ("change_draft" | "delete_draft", _) => "drafts".to_owned(),
        ("leave_team", "members") => "account".to_owned(),
        _ if parts.contains(&"directory") => format!("directory/{before}"),
        _ => before.to_owned(),
    }
}

fn fit_directory(body: &mut Value, organisation: Option<&String>) {
    if let Some(fields) = body.as_object_mut() {
        fields.retain(|name, _| !["participant", "places"].contains(&name.as_str()));
        for field in ["organisation"] {
            if let (Some(value), Some(id)) = (fields.get_mut(field), organisation) {
                *value = json!(id);
            }
        }
    }
}
