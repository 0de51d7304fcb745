//! Figures of a large directory. They are measurements: run them with `--ignored --nocapture`, each
//! alone, because memory is counted for the whole process.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

use amparo::directory::import::{Source, hsds_tables};
use amparo::directory::{Import, ImportReport, apply};
use amparo::foundation::{Act, Caller};
use amparo::ledger::{self, About, What};
use amparo_tests::House;

use super::hotline;

/// The most memory that this process ever had, in MiB.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.map_or(0, |kib| kib.parse::<usize>().unwrap_or_default() / 1024)
}

/// Tables with so many rows in each.
fn tables(organisations: usize, services: usize) -> BTreeMap<String, Vec<u8>> {
    let mut owners = String::from("id,name,description\n");
    for at in 0..organisations {
        writeln!(
            owners,
            "{at},Organisation {at},Helps people in district {}",
            at % 97
        )
        .unwrap();
    }
    let mut offered = String::from("id,organization_id,name,status,description\n");
    let words = [
        "legal advice",
        "shelter",
        "medical care",
        "language course",
        "food bank",
    ];
    for at in 0..services {
        let (owner, what) = (at % organisations, words[at % words.len()]);
        writeln!(
            offered,
            "{at},{owner},Service {at} {what},active,Open to all: {what}"
        )
        .unwrap();
    }
    [("organizations.csv", owners), ("services.csv", offered)]
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .collect()
}

fn take(house: &House, whose: &str, files: BTreeMap<String, Vec<u8>>) -> ImportReport {
    let whose = whose.parse().unwrap();
    let source = hsds_tables("City", files);
    println!("read: peak {} MiB", peak());
    let import = Import {
        source: &source as &dyn Source,
        by: Some(whose),
        removes: None,
    };
    let begin = |act: &mut Act<'_>, _: &ImportReport| {
        ledger::note_in(act, whose, What::DirectoryImported, About::default())
    };
    apply(house.app(), &Caller::Visitor, import, &begin, &mut |_| {}).unwrap()
}

#[actix_web::test]
#[ignore = "a measurement of minutes"]
async fn half_a_million_rows_in_little_memory() {
    let house = House::open().await;
    let (hotline, _) = hotline(&house).await;
    println!("before: peak {} MiB", peak());
    for round in ["first", "second"] {
        let began = Instant::now();
        let report = take(&house, &hotline.id, tables(500_000, 1));
        let seconds = began.elapsed().as_secs_f64();
        println!(
            "{round}: {seconds:.1} s, peak {} MiB, {:?}",
            peak(),
            report.organisations
        );
    }
}

#[actix_web::test]
#[ignore = "a measurement of minutes"]
async fn a_search_in_a_hundred_thousand_services() {
    let house = House::open().await;
    let (hotline, _) = hotline(&house).await;
    take(&house, &hotline.id, tables(5_000, 100_000));
    let anybody = house.visitor();
    for query in [
        "",
        "search=serv",
        "search=leg",
        "search=shel+77",
        "search=medic&page=90",
        "search=zzz",
    ] {
        for _ in 0..2 {
            let began = Instant::now();
            let page = anybody
                .get(&format!("/hsds/services?{query}"))
                .await
                .expect(200);
            let milliseconds = began.elapsed().as_secs_f64() * 1000.0;
            println!(
                "{query:24} {milliseconds:8.1} ms, {} found",
                page.body["total_items"]
            );
        }
    }
}
