//! Search over 100,000 sealed cards against PostgreSQL's trigrams over the same rows in clear text.

use std::time::{Duration, Instant};

use amparo::casefile::{self, Author};
use amparo::foundation::{Act, Caller, Clock};
use amparo_store::AccountId;
use amparo_tests::Database;
use amparo_vault::GroupPurpose;
use diesel::connection::SimpleConnection;
use diesel::{Connection as _, PgConnection, QueryableByName, RunQueryDsl};

use crate::http::Connection;
use crate::people;
use crate::report::{Verdict, median, note, p95, row};
use crate::server::Server;
use crate::strangers::{self, Strangers};

/// Cards.
const CARDS: usize = 100_000;
const ROUNDS: usize = 5;
/// How often each query is asked in a turn.
const REPEATS: usize = 4;

/// Words that a triage team types: common names and tags that hit thousands, and words that hit a
/// handful.
pub fn broad() -> Vec<String> {
    ["maria", "ali", "hassan", "khan", "ferry", "passport"]
        .map(ToOwned::to_owned)
        .to_vec()
}

fn narrow() -> Vec<String> {
    let strangers = Strangers::new();
    let worker = Author {
        account: AccountId::from_bytes([1; 16]),
        name: "sofia".to_owned(),
    };
    let name = |number| {
        let words = strangers.card(number, &worker).search;
        let words: Vec<&str> = words.split(' ').skip(2).take(2).collect();
        words.join(" ")
    };
    vec![
        name(17),
        name(4_242),
        name(9_999),
        Strangers::phone(123)[1..].to_owned(),
        Strangers::phone(77_777)[4..].to_owned(),
        "nobodyiscalledthis".to_owned(),
    ]
}

/// The bar at 100,000 cards, and the way there from 10,000.
pub fn search() {
    let server = Server::start(Database::sqlite(), Clock::System);
    let [sofia, _] = people::found(&server);
    let mut connection = Connection::open(server.address);
    let token = sofia.signs_in(&server, &mut connection);
    let caller = people::caller(&server, &token);
    let groups = [GroupPurpose::Supervisors];
    strangers::open_cases(&server, &caller, (0, CARDS / 10), &groups);
    let small = warm(&server, &caller, &broad());
    strangers::open_cases(&server, &caller, (CARDS / 10, CARDS), &groups);
    let began = Instant::now();
    ours(&server, &caller, "maria");
    note(&format!(
        "the first search after a start builds the segments: {:.1} s",
        began.elapsed().as_secs_f64()
    ));
    let clear = Clear::open();
    for (what, queries) in [("broad", broad()), ("narrow", narrow())] {
        compare(&server, &caller, clear.as_ref(), what, &queries);
    }
    let large = warm(&server, &caller, &broad());
    row(
        "search, 10,000 → 100,000 cards, broad queries, p95",
        &format!("{large:.0} ms"),
        &format!("{small:.0} ms at 10,000"),
        Some(large / small),
        "≤ 10 × for 10 ×",
        &Verdict::of(large <= 10.0 * small),
    );
    let verdict = Verdict::NotMeasured("not measured: there is no spelling-tolerant search yet");
    row(
        "search by spelling-tolerant name",
        "–",
        "–",
        None,
        "≤ 250 ms",
        &verdict,
    );
}

fn compare(
    server: &Server,
    caller: &Caller,
    clear: Option<&Clear>,
    what: &str,
    queries: &[String],
) {
    let (mut sealed, mut open, mut hits) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        sealed.push(warm(server, caller, queries));
        if let Some(clear) = clear {
            open.push(times(queries, |query| clear.search(query)));
        }
    }
    for query in queries {
        hits.push(format!("{query} {}", hits_of(server, caller, query)));
    }
    note(&format!(
        "{what} queries and how many cards they hit: {}",
        hits.join(", ")
    ));
    let sealed = median(&sealed);
    let title =
        format!("search over {CARDS} own sealed cards, warm, one thread, {what} queries, p95");
    row(
        &title,
        &format!("{sealed:.0} ms"),
        "–",
        None,
        "≤ 150 ms",
        &Verdict::of(sealed <= 150.0),
    );
    let title = format!("the same, {what} queries, against clear text");
    if clear.is_none() {
        let verdict = Verdict::NotMeasured("not measured: no PostgreSQL with pg_trgm here");
        row(&title, "–", "–", None, "≤ 1 × on broad", &verdict);
        return;
    }
    let open = median(&open);
    let verdict = match what {
        "broad" => Verdict::of(sealed <= open),
        _ => Verdict::NotMeasured("no bar"),
    };
    row(
        &title,
        &format!("{sealed:.0} ms"),
        &format!("{open:.1} ms: PostgreSQL pg_trgm, first 20 by urgency"),
        Some(sealed / open),
        "≤ 1 × on broad",
        &verdict,
    );
}

/// One search as its handler asks for it.
fn ours(server: &Server, caller: &Caller, query: &str) -> usize {
    let found = server
        .app
        .consult(caller, |act| casefile::search(act, query, 20));
    found.unwrap().shown.len()
}

fn hits_of(server: &Server, caller: &Caller, query: &str) -> usize {
    let all = |act: &mut Act<'_>| casefile::search(act, query, CARDS);
    server.app.consult(caller, all).unwrap().shown.len()
}

fn warm(server: &Server, caller: &Caller, queries: &[String]) -> f64 {
    ours(server, caller, &queries[0]);
    times(queries, |query| ours(server, caller, query))
}

/// The time that 95 of 100 stayed under, each query asked a few times.
fn times(queries: &[String], mut ask: impl FnMut(&str) -> usize) -> f64 {
    let mut all: Vec<Duration> = Vec::new();
    for query in queries.iter().cycle().take(queries.len() * REPEATS) {
        let began = Instant::now();
        ask(query);
        all.push(began.elapsed());
    }
    p95(&all)
}

/// The same cards in clear text.
struct Clear(
    std::cell::RefCell<PgConnection>,
    #[expect(dead_code, reason = "the database goes when this is dropped")] Database,
);

#[derive(QueryableByName)]
struct Hit {
    #[diesel(sql_type = diesel::sql_types::Text)]
    card: String,
}

impl Clear {
    /// Fills the table; none if this run has no PostgreSQL or it has no trigrams.
    fn open() -> Option<Self> {
        let database = Database::open();
        if !database.url.starts_with("postgres") {
            return None;
        }
        let mut connection = PgConnection::establish(&database.url).unwrap();
        connection.batch_execute("create extension pg_trgm").ok()?;
        connection
            .batch_execute(
                "create table clear_cards (id uuid primary key, words text not null, \
                 priority text not null, due timestamptz, touched date not null, card text not null)",
            )
            .unwrap();
        let strangers = Strangers::new();
        let worker = Author {
            account: AccountId::from_bytes([1; 16]),
            name: "sofia".to_owned(),
        };
        let numbers: Vec<usize> = (0..CARDS).collect();
        for batch in numbers.chunks(1000) {
            let rows: Vec<String> = batch
                .iter()
                .map(|number| values(&strangers, *number, &worker))
                .collect();
            connection
                .batch_execute(&format!(
                    "insert into clear_cards values {}",
                    rows.join(",")
                ))
                .unwrap();
        }
        connection
            .batch_execute(
                "create index clear_words on clear_cards using gin (words gin_trgm_ops); \
                 analyze clear_cards",
            )
            .unwrap();
        Some(Self(std::cell::RefCell::new(connection), database))
    }

    fn search(&self, query: &str) -> usize {
        let every: Vec<String> = query
            .split(' ')
            .map(|word| format!("words like '%{}%'", word.replace('\'', "''")))
            .collect();
        let statement = format!(
            "select card from clear_cards where {} \
             order by priority, due nulls last, touched, id limit 20",
            every.join(" and "),
        );
        let hits: Vec<Hit> = diesel::sql_query(statement)
            .load(&mut *self.0.borrow_mut())
            .unwrap();
        hits.iter().map(|hit| hit.card.len()).sum()
    }
}

fn values(strangers: &Strangers, number: usize, worker: &Author) -> String {
    let card = strangers.card(number, worker);
    let text = serde_json::to_value(&card).unwrap();
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let due = card
        .next
        .as_ref()
        .map_or_else(|| "null".to_owned(), |next| quoted(&next.due.to_string()));
    format!(
        "(gen_random_uuid(), {}, {}, {due}, {}, {})",
        quoted(&card.search),
        quoted(text["p"].as_str().unwrap()),
        quoted(&card.touched_on.to_string()),
        quoted(&text.to_string()),
    )
}
