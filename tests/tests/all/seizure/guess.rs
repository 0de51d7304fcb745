//! Ways to guess who worked on what from what lies on a disk, and how to judge the guesses.
//!
//! A way sees things in some order: a row that names a member, a row that names a case. The guess is
//! that the member who was seen last worked on the case. Other ways go by nearness in the bytes of a
//! file, or pair the busiest member with the busiest cases.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use amparo_store::Store;
use amparo_tests::{House, Kind, open_store};
use data_encoding::HEXLOWER;

use super::day::Day;

/// Who may have worked on what, in hex.
pub(super) type Edges = BTreeSet<(String, String)>;

/// A row that was seen at some place of an order.
type Seen = (u64, Vec<String>);

/// Every way, with its guesses.
pub(super) fn all(day: &Day) -> BTreeMap<&'static str, Edges> {
    let house = &day.house;
    let rows = rows_of(house.store());
    let mut ways = BTreeMap::from([
        ("times in rows", last_seen(day, by_time(&rows))),
        (
            "times in rows, the next case",
            next_only(day, by_time(&rows)),
        ),
        ("counts in rows", by_rank(day, &rows)),
    ]);
    match house.database().kind() {
        Kind::Postgres => {
            let order = by_transaction(house);
            ways.insert("transactions, the next case", next_only(day, order.clone()));
            ways.insert("numbers of transactions", last_seen(day, order));
        }
        Kind::Sqlite => {
            let backup = rows_of(&open_store(&url_of(&day.backup)));
            ways.insert("times in a backup", last_seen(day, by_time(&backup)));
            ways.insert("order of rows", last_seen(day, by_rowid(house)));
            let commits = commits(&day.base, &day.log);
            ways.insert(
                "write-ahead log, the next case",
                next_only(day, commits.clone()),
            );
            ways.insert("write-ahead log", last_seen(day, commits));
            let folder = &house.database().folder;
            for (way, file) in [
                ("bytes of the database", folder.join("amparo.db")),
                ("bytes of the log", folder.join("amparo.db-wal")),
                ("bytes of a backup", day.backup.clone()),
            ] {
                ways.insert(way, near(day, &std::fs::read(file).unwrap()));
            }
        }
    }
    ways
}

fn url_of(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// Every row of every table: table and values, bytes in hex.
fn rows_of(store: &Store) -> Vec<(String, Vec<String>)> {
    let mut tables: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (table, column, kind) in store.tables().unwrap() {
        tables.entry(table).or_default().push((column, kind));
    }
    let mut rows = Vec::new();
    for (table, columns) in tables {
        let texts: Vec<String> = columns.iter().map(|(it, kind)| as_text(it, kind)).collect();
        let query = format!(
            "select {} as it from {table}",
            texts.join(" || '\u{1f}' || ")
        );
        for row in amparo_tests::column_in(store, &query) {
            rows.push((
                table.clone(),
                row.split('\u{1f}').map(ToOwned::to_owned).collect(),
            ));
        }
    }
    rows
}

fn as_text(column: &str, kind: &str) -> String {
    match kind.to_lowercase().as_str() {
        "blob" => format!("coalesce(lower(hex({column})), '')"),
        "bytea" => format!("coalesce(encode({column}, 'hex'), '')"),
        _ => format!("coalesce(cast({column} as text), '')"),
    }
}

/// Rows with a time that is finer than a day, in its order.
fn by_time(rows: &[(String, Vec<String>)]) -> Vec<Seen> {
    let time = |value: &String| {
        let plain = value.replace('T', " ");
        let at = chrono::NaiveDateTime::parse_from_str(plain.get(..19)?, "%Y-%m-%d %H:%M:%S");
        u64::try_from(at.ok()?.and_utc().timestamp()).ok()
    };
    rows.iter()
        .filter_map(|(_, values)| Some((values.iter().find_map(time)?, values.clone())))
        .collect()
}

/// Rows of tables that keep the order of insertion, in it. Different tables are laid over each other.
fn by_rowid(house: &House) -> Vec<Seen> {
    let tables = house.column(
        "select name as it from sqlite_schema where type = 'table' \
         and lower(sql) not like '%without rowid%' and name not like '%diesel%'",
    );
    let mut seen = Vec::new();
    for table in tables {
        let columns = house.store().tables().unwrap().into_iter();
        let columns = columns.filter(|(it, ..)| *it == table);
        let texts: Vec<String> = columns.map(|(_, it, kind)| as_text(&it, &kind)).collect();
        let rows = house.column(&format!(
            "select {} as it from {table} order by rowid",
            texts.join(" || '\u{1f}' || ")
        ));
        let count = whole(rows.len());
        for (at, row) in (0_u64..).zip(rows) {
            let values = row.split('\u{1f}').map(ToOwned::to_owned).collect();
            seen.push((at * 1_000_000 / count, values));
        }
    }
    seen
}

/// Rows in the order of the transactions that wrote them, and of their places on the disk.
fn by_transaction(house: &House) -> Vec<Seen> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column, kind) in house.store().tables().unwrap() {
        tables
            .entry(table)
            .or_default()
            .push(as_text(&column, &kind));
    }
    let mut seen = Vec::new();
    for (table, texts) in tables {
        for row in house.column(&format!(
            "select xmin::text || '\u{1f}' || {} as it from {table}",
            texts.join(" || '\u{1f}' || ")
        )) {
            let mut values = row.split('\u{1f}').map(ToOwned::to_owned);
            let number = values.next().unwrap().parse().unwrap();
            seen.push((number, values.collect()));
        }
    }
    seen
}

/// The rows that each commit of a write-ahead log changed, in the order of the commits: the log is
/// cut after each, and SQLite itself reads what is there.
fn commits(base: &Path, log: &[u8]) -> Vec<Seen> {
    const HEADER: usize = 32;
    // The page size stands in the log's own header.
    let size = log.get(8..12).map_or([0; 4], |it| it.try_into().unwrap());
    let size = usize::try_from(u32::from_be_bytes(size)).unwrap();
    let frame_size = 24 + size;
    let folder = base.with_extension("cut");
    std::fs::create_dir_all(&folder).unwrap();
    let read = |upto: usize| -> BTreeSet<(String, Vec<String>)> {
        let file = folder.join("amparo.db");
        for name in ["amparo.db-wal", "amparo.db-shm"] {
            drop(std::fs::remove_file(folder.join(name)));
        }
        std::fs::copy(base, &file).unwrap();
        if upto > 0 {
            std::fs::write(folder.join("amparo.db-wal"), &log[..upto]).unwrap();
        }
        rows_of(&open_store(&url_of(&file))).into_iter().collect()
    };
    let mut before = read(0);
    let mut seen = Vec::new();
    let frames = log.len().saturating_sub(HEADER) / frame_size;
    for frame in 0..frames {
        let at = HEADER + frame * frame_size;
        if log[at + 4..at + 8] == [0; 4] {
            continue;
        }
        let after = read(at + frame_size);
        for (_, values) in after.difference(&before) {
            seen.push((whole(frame), values.clone()));
        }
        before = after;
    }
    seen
}

/// It was the one who was seen last.
fn last_seen(day: &Day, order: Vec<Seen>) -> Edges {
    follow(day, order, usize::MAX)
}

/// The same, but only the first case after somebody was seen is guessed: when many are at work, what
/// comes later may be anybody's.
fn next_only(day: &Day, order: Vec<Seen>) -> Edges {
    follow(day, order, 1)
}

/// Within one place of the order, members come first.
fn follow(day: &Day, mut order: Vec<Seen>, most: usize) -> Edges {
    order.sort();
    let mut edges = Edges::new();
    let (mut last, mut since) = (None, 0);
    let mut rest = order.as_slice();
    while let Some((place, _)) = rest.first() {
        let same = rest.iter().take_while(|(at, _)| at == place).count();
        let (now, later) = rest.split_at(same);
        let named = |ids: &[String]| -> Vec<String> {
            let values = now.iter().flat_map(|(_, values)| values);
            let found = values.filter(|value| ids.contains(value));
            found.cloned().collect()
        };
        if let Some(who) = named(&day.people).pop() {
            (last, since) = (Some(who), 0);
        }
        for case in named(&day.cases) {
            if let Some(who) = last.as_ref().filter(|_| since < most) {
                edges.insert((who.clone(), case));
                since += 1;
            }
        }
        rest = later;
    }
    edges
}

/// The busiest member worked on the busiest cases.
fn by_rank(day: &Day, rows: &[(String, Vec<String>)]) -> Edges {
    let busy = |id: &String| -> u64 {
        let named = rows.iter().filter(|(_, values)| values.contains(id));
        named
            .flat_map(|(_, values)| values.iter().filter_map(|value| value.parse::<u32>().ok()))
            .map(u64::from)
            .sum()
    };
    let order = |ids: &[String]| {
        let mut ids = ids.to_vec();
        ids.sort_by_key(|id| (std::cmp::Reverse(busy(id)), id.clone()));
        ids
    };
    let (people, cases) = (order(&day.people), order(&day.cases));
    let each = cases.len() / people.len();
    let pairs = people.iter().zip(cases.chunks(each));
    pairs
        .flat_map(|(who, cases)| cases.iter().map(|case| (who.clone(), case.clone())))
        .collect()
}

/// A member and a case that lie near each other in a file.
fn near(day: &Day, bytes: &[u8]) -> Edges {
    const NEAR: usize = 200;
    let places = |id: &String| -> Vec<usize> {
        let id = HEXLOWER.decode(id.as_bytes()).unwrap();
        memchr::memmem::find_iter(bytes, &id).collect()
    };
    let people: Vec<_> = day.people.iter().map(|id| (id, places(id))).collect();
    let mut edges = Edges::new();
    for case in &day.cases {
        for at in places(case) {
            for (who, there) in &people {
                if there.iter().any(|it| it.abs_diff(at) < NEAR) {
                    edges.insert(((*who).clone(), case.clone()));
                }
            }
        }
    }
    edges
}

/// How good guesses are.
pub(super) struct Judgement {
    pub(super) guesses: usize,
    pub(super) right: usize,
    /// The part that lots would have right.
    pub(super) lots: f64,
    /// Between what the true part lies, with 95 %.
    pub(super) interval: (f64, f64),
    /// How probable it is that lots have at least so many right.
    pub(super) chance: f64,
}

pub(super) fn judge(day: &Day, edges: &Edges) -> Judgement {
    let right = edges.intersection(&day.truth).count();
    let workers = |case: &String| {
        let all = day.truth.iter();
        real(all.filter(|(_, it)| it == case).count())
    };
    let all = real(day.people.len());
    let lots = edges
        .iter()
        .map(|(_, case)| workers(case) / all)
        .sum::<f64>();
    let lots = lots / real(edges.len().max(1));
    Judgement {
        guesses: edges.len(),
        right,
        lots,
        interval: wilson(real(right), real(edges.len())),
        chance: (right..=edges.len())
            .map(|right| binomial(edges.len(), right, lots))
            .sum(),
    }
}

fn whole(number: usize) -> u64 {
    u64::try_from(number).unwrap()
}

fn real(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}

fn wilson(right: f64, of: f64) -> (f64, f64) {
    if of == 0.0 {
        return (0.0, 1.0);
    }
    let z = 1.96_f64;
    let part = right / of;
    let middle = part + z * z / (2.0 * of);
    let wide = z * (part * (1.0 - part) / of + z * z / (4.0 * of * of)).sqrt();
    let scale = 1.0 + z * z / of;
    ((middle - wide) / scale, (middle + wide) / scale)
}

fn binomial(of: usize, right: usize, part: f64) -> f64 {
    let mut value = 1.0;
    for step in 0..right {
        value *= real(of - step) / real(step + 1) * part;
    }
    value * (1.0 - part).powf(real(of - right))
}

/// The sizes of every sealed column of a table, each once.
pub(super) fn sizes(house: &House, table: &str, column: &str) -> BTreeSet<usize> {
    let rows = house.rows(table, &[column]);
    rows.iter()
        .filter_map(|row| row[0].as_ref().map(|hex| hex.len() / 2))
        .collect()
}

/// A file of the day's, for a control that writes into it.
pub(super) fn scratch(day: &Day, name: &str) -> PathBuf {
    day.house.database().folder.join(name)
}

#[test]
fn judgements_are_those_of_the_books() {
    assert!((binomial(10, 3, 0.5) - 0.117_187_5).abs() < 1e-9);
    let (low, high) = wilson(11.0, 27.0);
    assert!(
        (low - 0.245).abs() < 0.01 && (high - 0.593).abs() < 0.01,
        "{low} {high}"
    );
}
