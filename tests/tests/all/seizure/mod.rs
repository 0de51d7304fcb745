//! The server is taken with everything that lies on its disk.
//!
//! Marker words go through every field of every room of the real program. Then the process is
//! killed and every byte of database, write-ahead log, folders and log is searched for them, in
//! every form that a careless line of code might give them. The same search must find what was
//! planted, and what stands in the public directory.

mod day;
mod edges;
mod guess;
mod scan;

use std::path::{Path, PathBuf};

use amparo_tests::document::{PlainWords, Words, fitted, formatted};
use amparo_tests::{House, Kind, Value, World, json};

use scan::{Found, search};

/// The beginning of every marker word. No language has it.
const STEM: &str = "qzarkelvu";
/// The beginning of every marker telephone number.
const NUMBER: &str = "2109876";
/// The beginning of words that may be found: they stand in the public directory.
const PUBLIC: &str = "wompiduxa";

/// Puts a marker of its own into every field that can hold one.
#[derive(Default)]
struct Markers {
    sent: Vec<String>,
}

impl Words for Markers {
    fn word(&mut self, at: &str, schema: &Value) -> Value {
        let number = self.sent.len() + 1;
        let marker = match schema["format"].as_str().unwrap_or_default() {
            "phone" => format!("+30{NUMBER}{:03}", number % 1000),
            "email" => format!("{STEM}{number}@example.org"),
            "" | "password" if schema["pattern"].is_null() => {
                let long = format!("{STEM}{number:04}");
                let short = fitted(&long, schema);
                if !short.starts_with(&long) {
                    return PlainWords.word(at, schema);
                }
                short
            }
            _ => return json!(formatted(schema)),
        };
        self.sent.push(marker.clone());
        json!(marker)
    }
}

/// Operations with a body that the story does not send, and why.
const LEFT_OUT: [(&str, &str); 4] = [
    ("directory", "the directory is public"),
    ("sessions", "passphrases and codes are checked, never kept"),
    ("me", "passphrases and codes are checked, never kept"),
    ("organisations", "a comparison holds public words"),
];

/// Something goes out without consent, and a supervisor objects.
async fn is_objected_to(world: &mut World, words: &mut Markers, case: &str) {
    let of = [("id", case)];
    let need = world.tells(words, "ana", "add_need", &of, &|_| ()).await;
    let (need, legal) = (need.id(), world.id("legal"));
    world
        .tells(words, "ana", "refer", &of, &|body| {
            body["need"] = json!(need);
            body["receiver"] = json!(legal);
            body["sections"] = json!(["health"]);
            body["vital_interest"] = json!({ "reason": format!("{STEM}vital") });
        })
        .await;
    let overrides = format!("/cases/{case}/overrides");
    let all = world.who("supervisor").get(&overrides).await.expect(200);
    let record = all.items()[0]["id"].as_str().unwrap().to_owned();
    let of = [("id", case), ("record", &record)];
    world
        .tells(words, "supervisor", "object_to_override", &of, &|_| ())
        .await;
}

async fn go_on(world: &mut World, words: &mut Markers) {
    let waiting = world.id("waiting intake");
    let other = world.id("other case");
    let referral = world.id("referral");
    let (case, consent, need) = (world.id("case"), world.id("consent"), world.id("need"));
    let steps: [(&str, &str, Vec<(&str, &str)>); 13] = [
        ("partner", "set_own_mail", vec![]),
        ("ana", "write_intake_letter", vec![("id", &waiting)]),
        ("ana", "search", vec![]),
        (
            "ana",
            "suggest_services",
            vec![("case", &case), ("need", &need)],
        ),
        ("supervisor", "close_intake", vec![("id", &waiting)]),
        ("ana", "close_case", vec![("id", &other)]),
        ("ana", "reopen_case", vec![("id", &other)]),
        ("partner", "start_referral", vec![("id", &referral)]),
        ("partner", "complete_referral", vec![("id", &referral)]),
        (
            "ana",
            "withdraw_consent",
            vec![("id", &case), ("record", &consent)],
        ),
        ("administrator", "invite", vec![]),
        ("supervisor", "make_team", vec![]),
        ("volunteer", "write_intake", vec![]),
    ];
    let again: [(&str, &str, Vec<(&str, &str)>); 8] = [
        ("supervisor", "open_case", vec![]),
        ("partner", "open_case", vec![]),
        ("partner", "write_intake", vec![]),
        ("ana", "add_person", vec![("id", &case)]),
        ("ana", "add_stay", vec![("id", &case)]),
        ("ana", "add_assessment", vec![("id", &case)]),
        ("ana", "give_consent", vec![("id", &case)]),
        ("ana", "add_task", vec![("id", &case)]),
    ];
    is_objected_to(world, words, &case).await;
    for (who, operation, path) in steps.into_iter().chain(again) {
        world.tells(words, who, operation, &path, &|_| ()).await;
    }
    // What is refused leaves no trace either.
    let secret = format!("{STEM}refused");
    for (who, status) in [("visitor", 401), ("ana", 422)] {
        let ask = world.who(who).post("/cases", json!({ "summary": secret }));
        ask.await.expect(status);
    }
    world
        .who("ana")
        .get(&format!("/cases/{secret}"))
        .await
        .expect(404);
}

/// The control: what stands in the clear must be found by the same search.
async fn publish(world: &World) {
    let entry = json!({"name": format!("{PUBLIC} legal aid"), "kind": "legal"});
    let caro = world.who("coordinator");
    caro.post("/directory/organisations", entry)
        .await
        .expect(201);
}

/// Everything that is taken with the machine.
#[expect(
    clippy::disallowed_methods,
    reason = "the suite says where the server of its own keeps its files"
)]
fn taken(house: &House, log: &Path) -> Vec<PathBuf> {
    let mut taken = vec![house.database().folder.clone(), log.to_path_buf()];
    if house.database().kind() == Kind::Postgres {
        house.database().checkpoint();
        let data = std::env::var("AMPARO_TEST_DATABASE_DIR");
        taken.push(PathBuf::from(
            data.expect("AMPARO_TEST_DATABASE_DIR says where it lies"),
        ));
    }
    taken
}

#[actix_web::test]
#[expect(clippy::disallowed_methods, reason = "waits for another process")]
async fn nothing_that_was_said_lies_on_the_disk() {
    let (house, mut process) = House::served().await;
    let mut words = Markers::default();
    let mut world = World::build(&house, &mut words).await;
    go_on(&mut world, &mut words).await;
    publish(&world).await;
    assert!(words.sent.len() >= 200, "only {} markers", words.sent.len());
    left_out(&world);
    // Jobs, mail and the ledger's checkpoint come to their turn.
    std::thread::sleep(std::time::Duration::from_secs(3));
    process.kill();
    let places = taken(&house, &process.log);
    let said = search(&places, &[STEM, NUMBER]);
    assert_eq!(said.found, [], "{} markers were sent", words.sent.len());
    let public = search(&places, &[PUBLIC]);
    assert!(!public.found.is_empty(), "the search is blind");
    let log = std::fs::read_to_string(&process.log).unwrap();
    nothing_about_requests(&log);
    let tried = house.column("select failure as it from jobs where name = 'send_mail'");
    assert!(tried.contains(&"unreachable".to_owned()), "{tried:?}");
    assert!(
        said.bytes > 1_000_000,
        "only {} bytes were searched",
        said.bytes
    );
    println!(
        "{} markers in {} operations; {} bytes searched in {} forms; 0 found; {} of the public word",
        words.sent.len(),
        world.used.len(),
        said.bytes,
        said.forms,
        public.found.len(),
    );
}

/// No line of the log is about a request, and no time in it is finer than a minute.
fn nothing_about_requests(log: &str) {
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(!lines.is_empty(), "not even its start was logged");
    for line in lines {
        let at = line["timestamp"].as_str().unwrap();
        assert_eq!(at.len(), "2026-01-01T00:00Z".len(), "{line}");
        let said = line["fields"].as_object().unwrap();
        for word in ["route", "method", "status"] {
            assert!(!said.contains_key(word), "{line}");
        }
    }
}

/// Every operation with a body is part of the story, or left out for a reason.
fn left_out(world: &World) {
    let may = [
        "accept_invitation",
        "preview_invitation",
        "use_receipt",
        "ask_erasure",
    ];
    let forgotten: Vec<String> = world
        .document
        .operations()
        .into_iter()
        .filter(|it| it.body_schema().is_some() && !world.used.contains(&it.id))
        .filter(|it| !LEFT_OUT.iter().any(|(tag, _)| it.entry["tags"][0] == *tag))
        .filter(|it| !may.contains(&it.id.as_str()))
        .map(|it| it.id)
        .collect();
    assert!(
        forgotten
            .iter()
            .all(|id| SAME_AS.iter().any(|(same, _)| same == id)),
        "no marker goes through {forgotten:?}"
    );
}

/// Operations whose body is of a type that another one carried.
const SAME_AS: [(&str, &str); 15] = [
    (
        "admit_member",
        "holds words that the server made and the newcomer read out",
    ),
    ("change_draft", "write_intake"),
    ("link_intake", "holds an id"),
    ("preview_link", "holds an id"),
    (
        "decline_referral",
        "accept_referral: the same way into the events",
    ),
    ("recall_referral", "accept_referral"),
    ("return_referral", "accept_referral"),
    ("waitlist_referral", "start_referral"),
    ("send_referral", "refer"),
    ("open_case_from_referral", "holds a yes"),
    ("remove_member", "sent when the cast was called"),
    ("reset_member", "remove_member"),
    ("change_roles", "holds words of a list"),
    ("join_team", "holds an id"),
    ("similar_cases", "holds nothing"),
];

#[test]
fn the_search_finds_every_form_and_nothing_else() {
    let folder = std::env::temp_dir().join(format!("amparo_tests_{}_scan", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let word = format!("{STEM}0042");
    for (name, bytes) in scan::forms(&word) {
        let mut planted = vec![0_u8; 777];
        planted.extend(&bytes);
        planted.extend([7; 99]);
        let file = folder.join("planted");
        std::fs::write(&file, planted).unwrap();
        let seen = search(&[folder.clone()], &[STEM]);
        assert!(!seen.found.is_empty(), "{name} was not found");
    }
    std::fs::write(folder.join("planted"), vec![b'q'; 4096]).unwrap();
    assert_eq!(search(&[folder.clone()], &[STEM]).found, [] as [Found; 0]);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_row_without_a_seal_is_found() {
    let database = amparo_tests::Database::sqlite();
    let file = database.folder.join("control.db");
    let url = format!("sqlite:{}", file.display());
    let store = amparo_tests::open_store(&url);
    let row = json!({"name": format!("{STEM}0001"), "phone": format!("+30{NUMBER}001")});
    amparo_tests::sql_in(
        &store,
        &format!("create table plain (it text); insert into plain values ('{row}')"),
    );
    let found = search(&[database.folder.clone()], &[STEM, NUMBER]).found;
    assert!(found.len() >= 2, "{found:?}");
}
