//! A working day of eight people with the cases of one team, and what is taken at its end.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use amparo_tests::{Actor, House, Kind, json};
use chrono::TimeDelta;

use crate::cases::opens;

/// Who works. Their names have different lengths.
const PEOPLE: [&str; 8] = [
    "Ana",
    "Ben",
    "ParaskeviAlexandraPapachristodoulou",
    "Fatou",
    "MaximilianeVonDerWiesenhoehe",
    "Jo",
    "Samir",
    "Zulaikha",
];
/// Cases that any of them may open.
const CASES: usize = 24;
/// Cases that each works on.
const EACH: usize = 4;

/// A day, its true edges, and its files.
pub(super) struct Day {
    pub(super) house: House,
    /// Accounts in hex.
    pub(super) people: Vec<String>,
    /// Cases in hex.
    pub(super) cases: Vec<String>,
    /// Who worked on what.
    pub(super) truth: BTreeSet<(String, String)>,
    /// The database as it was when the log was emptied last. SQLite only.
    pub(super) base: PathBuf,
    /// The log that came after. SQLite only.
    pub(super) log: Vec<u8>,
    /// A copy that was made as a backup. SQLite only.
    pub(super) backup: PathBuf,
}

/// How a day goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// One comes when the other has left.
    Quiet,
    /// All are there and take turns.
    Busy,
}

/// Whether the schema is the present one, or has the columns of the first release beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Schema {
    /// As it is.
    Present,
    /// With a row for each sign-in, and a line for each look that names its case.
    First,
}

/// What the machine does beside the acts.
struct Machine {
    house: House,
    schema: Schema,
    acts: u32,
    numbers: u32,
}

impl Machine {
    /// As in the first release; does nothing in the present schema.
    fn plant(&mut self, table: &str, named: &str) {
        if self.schema == Schema::First {
            self.numbers += 1;
            let (number, at) = (self.numbers, self.house.now().format("%F %T"));
            self.house.sql(&format!(
                "insert into planted_{table} (number, named, at) values ({number}, {{x:{named}}}, '{at}')"
            ));
        }
    }

    /// About once in two acts a second is over: lines are folded, the log is emptied.
    fn goes_on(&mut self) {
        self.acts += 1;
        self.house.later(TimeDelta::seconds(15));
        if self.acts.is_multiple_of(2) {
            self.house.fold_ledger();
            self.house.store().trim_log().unwrap();
        }
    }
}

/// Plays a day.
pub(super) async fn play(pace: Pace, schema: Schema) -> Day {
    let house = House::open().await;
    let (people, cases) = staff(&house).await;
    if schema == Schema::First {
        for table in ["visits", "lines"] {
            let bytes = match house.database().kind() {
                Kind::Sqlite => "blob",
                Kind::Postgres => "bytea",
            };
            house.sql(&format!(
                "create table planted_{table} (number integer, named {bytes}, at text)"
            ));
        }
    }
    house.fold_ledger();
    house.store().trim_log().unwrap();
    let mut machine = Machine {
        house: house.clone(),
        schema,
        acts: 0,
        numbers: 0,
    };
    let mut truth = BTreeSet::new();
    let mut turns: Vec<(usize, usize)> = (0..PEOPLE.len())
        .flat_map(|who| (0..EACH).map(move |nth| (who, (who * 5 + nth * 7) % CASES)))
        .collect();
    if pace == Pace::Busy {
        shuffle(&mut turns);
    }
    let mut there: Vec<Option<Actor>> = vec![None; PEOPLE.len()];
    let mut base = None;
    let last = turns.len() - 1;
    for (turn, (who, what)) in turns.into_iter().enumerate() {
        let (person, case) = (&people[who], &cases[what]);
        if there[who].is_none() {
            house.later(TimeDelta::seconds(31));
            there[who] = Some(house.bearer(&person.signs_in().await));
            machine.plant("visits", &bare(&person.id()));
        }
        let actor = there[who].clone().unwrap();
        if turn == last {
            // From here on the log is not emptied any more: the plug is pulled in this second.
            house.store().trim_log().unwrap();
            base = Some(copy_of(&house, "base.db"));
        }
        works(&actor, case, turn).await;
        machine.plant("lines", &bare(case));
        truth.insert((bare(&person.id()), bare(case)));
        if turn != last {
            machine.goes_on();
        }
    }
    let (log, backup) = taken(&house);
    Day {
        people: people.iter().map(|it| bare(&it.id())).collect(),
        cases: cases.iter().map(|it| bare(it)).collect(),
        truth,
        base: base.unwrap(),
        log,
        backup,
        house,
    }
}

async fn works(actor: &Actor, case: &str, turn: usize) {
    actor.get(&format!("/cases/{case}")).await.expect(200);
    if turn.is_multiple_of(2) {
        let entry = json!({ "kind": "note", "text": "Called back." });
        let entries = format!("/cases/{case}/entries");
        actor.post(&entries, entry).await.expect(201);
    }
}

/// Eight caseworkers of one team, and its cases. Each has signed in before and has her keys.
async fn staff(house: &House) -> (Vec<Actor>, Vec<String>) {
    let hotline = house.organisation("hotline", "ES").await;
    let sofia = hotline.supervisor();
    let label = json!({ "label": "Night" });
    let team = sofia.post("/teams", label).await.expect(201).id();
    let mut people = Vec::new();
    for name in PEOPLE {
        people.push(hotline.caseworker(name).await);
    }
    for person in &people {
        let join = json!({ "account": person.id() });
        let members = format!("/teams/{team}/members");
        sofia.post(&members, join).await.expect(204);
        person.get("/me").await.expect(200);
    }
    let mut cases = Vec::new();
    for _ in 0..CASES {
        let case = opens(&sofia, "Selam", "P2").await;
        let assign = format!("/cases/{case}/assign");
        let given = json!({ "team": team });
        sofia.post(&assign, given).await.expect(200);
        cases.push(case);
    }
    (people, cases)
}

/// The log of SQLite as it lies there, and a backup.
fn taken(house: &House) -> (Vec<u8>, PathBuf) {
    let backup = house.database().folder.join("backup.db");
    if house.database().kind() == Kind::Postgres {
        return (Vec::new(), backup);
    }
    let log = std::fs::read(house.database().folder.join("amparo.db-wal")).unwrap();
    house.store().backup_to(&backup).unwrap();
    (log, backup)
}

fn copy_of(house: &House, name: &str) -> PathBuf {
    let to = house.database().folder.join(name);
    let from: &Path = &house.database().folder.join("amparo.db");
    if house.database().kind() == Kind::Sqlite {
        std::fs::copy(from, &to).unwrap();
    }
    to
}

fn bare(id: &str) -> String {
    id.replace('-', "")
}

/// The same order in every run.
fn shuffle<T>(all: &mut [T]) {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for at in (1..all.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let other = usize::try_from(state % (u64::try_from(at).unwrap() + 1)).unwrap();
        all.swap(at, other);
    }
}
