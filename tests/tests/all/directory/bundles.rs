//! The data that comes with Amparo.

use std::time::Instant;

use amparo::command::bundled;
use amparo::directory::{Import, ImportReport, Tally, apply};
use amparo::foundation::{Act, Caller};
use amparo::ledger::{self, About, What};
use amparo_store::OrganisationId;
use amparo_tests::House;

use super::hotline;

/// Takes every bundle in. Prints the figures: run it with `--release -- --ignored --nocapture`.
#[actix_web::test]
#[ignore = "a measurement: reading the files takes a minute without optimisation"]
async fn every_bundle_is_taken_once() {
    let house = House::open().await;
    let (hotline, _) = hotline(&house).await;
    let organisation: OrganisationId = hotline.id.parse().unwrap();
    for round in ["first", "second"] {
        let (mut reading, mut taking, mut rows, mut ticks) = (0.0, 0.0, 0, 0);
        for bundle in bundled() {
            let began = Instant::now();
            let batch = (bundle.parse)();
            reading += began.elapsed().as_secs_f64();
            let began = Instant::now();
            let import = Import {
                source: &batch,
                by: None,
                removes: None,
            };
            let begin = |act: &mut Act<'_>, _: &ImportReport| {
                ledger::note_in(act, organisation, What::DirectoryImported, About::default())
            };
            let app = house.app();
            let report = apply(app, &Caller::Visitor, import, &begin, &mut |done| {
                ticks = done
            });
            let report = report.unwrap();
            taking += began.elapsed().as_secs_f64();
            let all = [report.organisations, report.services, report.places];
            rows += all.iter().map(|it| it.taken + it.unchanged).sum::<usize>();
            let fresh = |it: &Tally| it.unchanged == 0 && it.changed == 0 && it.missing == 0;
            let known = |it: &Tally| it.taken == 0 && it.changed == 0 && it.missing == 0;
            let as_expected = if round == "first" {
                all.iter().all(fresh)
            } else {
                all.iter().all(known)
            };
            assert!(as_expected, "{}: {all:?}", bundle.name);
        }
        assert!(ticks > 0);
        println!("{round}: {rows} rows, read in {reading:.2} s, taken in {taking:.2} s");
    }
}
