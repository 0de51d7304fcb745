//! A large file is taken in many short transactions: nobody waits for it, and one that was cut short
//! says so and is finished by the same file.

use std::cell::Cell;

use amparo::directory::import::{
    Batch, Entries, FaultList, Organisation, OrganisationKind, Place, Service, Source,
};
use amparo::directory::{Import, ImportReport, apply};
use amparo::foundation::{Act, Caller, Refusal};
use amparo::ledger::{self, About, What};
use amparo_store::OrganisationId;
use amparo_tests::{House, Value, json};

use super::hotline;

/// More rows than one transaction takes.
const MANY: usize = 450;

fn organisation(number: usize) -> Organisation {
    Organisation {
        source_id: format!("{number:04}"),
        name: format!("Number {number}"),
        alternate_name: None,
        kind: OrganisationKind::Support,
        description: None,
        url: None,
        email: None,
        phones: Vec::new(),
        country: None,
        details: json!({}),
    }
}

fn batch() -> Batch {
    Batch {
        publisher: "City".to_owned(),
        organisations: (0..MANY).map(organisation).collect(),
        ..Batch::default()
    }
}

fn take(
    house: &House,
    whose: OrganisationId,
    source: &dyn Source,
) -> Result<ImportReport, Refusal> {
    let import = Import {
        source,
        by: Some(whose),
        removes: None,
    };
    let begin = |act: &mut Act<'_>, _: &ImportReport| {
        ledger::note_in(act, whose, What::DirectoryImported, About::default())
    };
    apply(house.app(), &Caller::Visitor, import, &begin, &mut |_| {})
}

/// Somebody else writes something between any two rows.
struct Between<'a> {
    house: &'a House,
    batch: Batch,
    written: Cell<usize>,
}

impl Source for Between<'_> {
    fn publisher(&self) -> &str {
        &self.batch.publisher
    }

    fn organisations(&self) -> Entries<'_, Organisation> {
        Box::new(self.batch.organisations().inspect(|_| {
            // Whoever holds the only writer now would have to wait for herself.
            self.house.app().housekeep(|_| Ok(())).unwrap();
            self.written.set(self.written.get() + 1);
        }))
    }

    fn places(&self) -> Entries<'_, Place> {
        self.batch.places()
    }

    fn services(&self) -> Entries<'_, Service> {
        self.batch.services()
    }

    fn organisation_ids(&self) -> Entries<'_, String> {
        self.batch.organisation_ids()
    }

    fn faults(&self) -> FaultList {
        FaultList::default()
    }
}

#[actix_web::test]
async fn others_write_while_a_file_is_taken_in() {
    let house = House::open().await;
    let (hotline, _) = hotline(&house).await;
    let source = Between {
        house: &house,
        batch: batch(),
        written: Cell::default(),
    };
    let report = take(&house, hotline.id.parse().unwrap(), &source).unwrap();
    assert!(report.finished);
    assert_eq!(report.organisations.taken, MANY);
    assert_eq!(source.written.get(), MANY);
}

#[actix_web::test]
async fn a_file_that_was_cut_short_says_so_and_is_finished_by_itself() {
    let house = House::open().await;
    let (hotline, caro) = hotline(&house).await;
    let whose = hotline.id.parse().unwrap();
    let mut former = batch();
    former.organisations = vec![organisation(9999)];
    take(&house, whose, &former).unwrap();

    // A second row of one id is what no reader gives; here it stands for a full disk.
    let mut broken = batch();
    broken.organisations[300] = organisation(299);
    broken.organisations.push(organisation(9998));
    let removes = |source| Import {
        source,
        by: Some(whose),
        removes: Some(1),
    };
    let begin = |act: &mut Act<'_>, _: &ImportReport| {
        ledger::note_in(act, whose, What::DirectoryImported, About::default())
    };
    let app = house.app();
    let outcome = apply(app, &Caller::Visitor, removes(&broken), &begin, &mut |_| {});
    assert!(outcome.is_err());
    let reports = caro.get("/directory/imports").await.expect(200);
    let said: Vec<&Value> = reports.items().iter().map(|it| &it["finished"]).collect();
    assert!(said.contains(&&json!(false)) && said.contains(&&json!(true)));
    let cut = reports.items().iter().find(|it| it["finished"] == false);
    assert_eq!(cut.unwrap()["organisations"]["taken"], 200);
    // What it would have removed is still there.
    let old = "/directory/organisations?q=9999";
    assert_eq!(caro.get(old).await.expect(200).items().len(), 1);

    let whole = batch();
    let report = apply(app, &Caller::Visitor, removes(&whole), &begin, &mut |_| {}).unwrap();
    assert!(report.finished);
    assert_eq!(report.organisations.unchanged, 200);
    assert_eq!(report.organisations.taken, MANY - 200);
    assert_eq!(report.organisations.missing, 1);
    assert_eq!(caro.get(old).await.expect(200).items().len(), 0);
}
