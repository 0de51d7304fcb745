//! Taking intakes: sealed, durable, from eight connections, against the same handler in clear text.

use std::borrow::Cow;
use std::time::Duration;

use amparo::foundation::Clock;
use amparo_tests::Database;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::http::{Connection, Request};
use crate::report::{Verdict, median, note, row};
use crate::server::{Server, databases};
use crate::{load, people, plain};

const CONNECTIONS: usize = 8;
const ROUNDS: usize = 5;
const TURN: Duration = Duration::from_secs(4);

/// The body of an intake for the plain handler. It bears the name of the real one, so that it is
/// checked against the same published schema.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Asked(pub Value);

impl PartialSchema for Asked {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().build().into()
    }
}

impl ToSchema for Asked {
    fn name() -> Cow<'static, str> {
        "NewIntake".into()
    }
}

/// On every database of this run.
pub fn intake() {
    for database in databases() {
        on(database);
    }
}

fn on(database: Database) {
    let server = Server::start(database, Clock::System);
    plain::prepare(&server);
    let [sofia, samira] = people::found(&server);
    let mut connection = Connection::open(server.address);
    let tokens = [sofia, samira].map(|who| who.signs_in(&server, &mut connection));
    let to = |path: &str, receipt: &str| -> Vec<Request> {
        let body = body(receipt);
        let request = |token: &String| Request::new("POST", path, Some(token), Some(&body));
        tokens.iter().map(request).collect()
    };
    let (sealed, clear) = (
        to("/intakes", "unsafe_to_keep"),
        to("//bench/intakes", "unsafe_to_keep"),
    );
    connection.send(&sealed[0]).expect(201);
    connection.send(&clear[0]).expect(201);
    let (mut ours, mut plain, mut failed) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        let round = load::round(server.address, CONNECTIONS, TURN, &sealed, 201);
        failed += round.failed;
        ours.push(round.rate());
        let round = load::round(server.address, CONNECTIONS, TURN, &clear, 201);
        failed += round.failed;
        plain.push(round.rate());
    }
    let receipts = load::round(
        server.address,
        CONNECTIONS,
        TURN,
        &to("/intakes", "issue"),
        201,
    );
    say(&server, median(&ours), median(&plain), failed);
    note(&format!(
        "{}: with a receipt {:.0}/s; each takes a run of Argon2id, and here none is made in advance",
        server.name(),
        receipts.rate(),
    ));
}

fn say(server: &Server, ours: f64, plain: f64, failed: usize) {
    let name = server.name();
    let least = if name == "SQLite" { 500.0 } else { 800.0 };
    row(
        &format!("sealed intakes a second, {name}, {CONNECTIONS} connections, durable"),
        &format!("{ours:.0}/s, {failed} failed"),
        &format!("{plain:.0}/s: the same handler in clear text"),
        Some(ours / plain),
        "≥ 0.8 ×",
        &Verdict::of(ours >= 0.8 * plain),
    );
    row(
        &format!("the same, as a rate, {name}"),
        &format!("{ours:.0}/s, {failed} failed"),
        "–",
        None,
        &format!("≥ {least:.0}/s, 0 failed"),
        &Verdict::of(ours >= least && failed == 0),
    );
}

/// What a volunteer types in two minutes.
pub fn body(receipt: &str) -> Value {
    json!({
        "intake": {
            "outcome": "help_wanted",
            "channel": "phone",
            "triage": { "danger_now": "no", "detained": "yes", "safe_to_call_back": "yes" },
            "language": "ara",
            "now_in": "GR",
            "town": "Amygdaleza",
            "needs": ["legal", "documents"],
            "consent": { "file": "yes", "share": { "kind": "any_partner" } },
            "who": { "name_to_use": "Amina", "caller_is": "family" },
            "contact": { "phone": "+302101234567", "when": "after 18:00", "voicemail": "no" },
            "notes": "Held since Sunday; her brother calls. A paper in Greek that nobody read to \
                      her. The hearing is said to be on Thursday. She needs her medicine.",
        },
        "receipt": receipt,
    })
}
