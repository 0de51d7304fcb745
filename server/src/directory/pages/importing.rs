//! `/directory/import`: other people's files, sent from a form, and what became of them.

use actix_web::{HttpRequest, get, post, web};
use amparo_store::ImportId;
use askama::Template;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Options;
use crate::directory::import::{Effect, RowFault};
use crate::directory::imports;
use crate::directory::report::{ImportReport, Tally};
use crate::directory::upload::{self, Format, ImportQuery};
use crate::foundation::{Act, App, Lane, Refusal};
use crate::pages::{At, Filled, FormWithFiles, Frame, Next, Page, PageDoor, Shown};
use crate::rights::{Object, Right};
use crate::web::PageQuery;

/// A file to be taken in; the file itself comes beside these fields.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportForm {
    /// What kind of file it is.
    pub format: Format,
    /// Whose file it is.
    #[schema(max_length = 200)]
    pub publisher: Option<String>,
    /// How many entries may be archived.
    #[schema(minimum = 0)]
    pub removes: Option<usize>,
}

/// The formats by the word that the API uses.
const FORMATS: [&str; 7] = [
    "hsds-3.0-csv",
    "hsds-3.0-json",
    "hsds-1.1-csv",
    "laa",
    "ice-facilities",
    "eoir-courts",
    "consulates",
];

#[derive(Template)]
#[template(path = "directory/importing.html")]
struct ImportPage {
    t: Frame,
    form: Filled,
    formats: Options,
    reports: Vec<ImportLine>,
    next: Option<String>,
}

struct ImportLine {
    href: String,
    day: String,
    publisher: String,
    taken: String,
    changed: String,
    missing: String,
    faults: String,
}

#[derive(Template)]
#[template(path = "directory/import_report.html")]
struct ReportPage {
    t: Frame,
    publisher: String,
    day: String,
    /// Nothing was written.
    nothing_new: bool,
    /// It is not finished.
    cut_short: bool,
    /// Some entries are somebody else's.
    left_alone: bool,
    tallies: Vec<TallyLine>,
    skipped: Vec<(String, usize)>,
    fault_count: usize,
    faults: Vec<FaultLine>,
}

struct TallyLine {
    what: &'static str,
    taken: String,
    changed: String,
    unchanged: String,
    missing: String,
    left_alone: String,
}

struct FaultLine {
    file: String,
    row: String,
    field: String,
    why: String,
    effect: String,
}

/// The form, and what earlier files did.
#[get("/directory/import")]
async fn ask(door: PageDoor) -> Page {
    door.consult(|act, t| show(act, t, Filled::empty::<ImportForm>()))
        .await
}

fn show(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    act.needs(Right::Write, Object::Directory)?;
    let after = t.asked("after").to_owned();
    let page = PageQuery {
        limit: Some(20),
        after: (!after.is_empty()).then_some(after),
    };
    let found = imports::reports(act, &page)?;
    let sum = |it: &ImportReport, of: fn(&Tally) -> usize| {
        t.number(of(&it.organisations) + of(&it.services) + of(&it.places))
    };
    let line = |it: &ImportReport| ImportLine {
        href: t.to(format!("/directory/import/{}", it.id)),
        day: t.day(&it.imported_on),
        publisher: it.publisher.clone(),
        taken: sum(it, |tally| tally.taken),
        changed: sum(it, |tally| tally.changed),
        missing: sum(it, |tally| tally.missing),
        faults: t.number(it.fault_count),
    };
    Shown::page(&ImportPage {
        reports: found.items.iter().map(line).collect(),
        next: found
            .next
            .map(|after| t.to_query("/directory/import", &[("after", &after)])),
        formats: FORMATS
            .iter()
            .map(|word| {
                (
                    (*word).to_owned(),
                    t.word("import-format", word.replace('.', "-")),
                )
            })
            .collect(),
        form,
        t,
    })
}

/// Takes the file. The same file again changes nothing.
#[post("/directory/import")]
async fn take(
    door: PageDoor,
    app: web::Data<App>,
    request: HttpRequest,
    payload: web::Payload,
) -> Page {
    // Before a byte of the file is read.
    if let Err(refusal) = door.caller().needs(Right::Write, Object::Directory) {
        return door.consult(move |_, _| Err(refusal)).await;
    }
    let limit = app.config.import_limit;
    let FormWithFiles { form, files } =
        FormWithFiles::<ImportForm>::read(&request, payload, limit).await?;
    door.in_lane(Lane::Imports)
        .form(form)
        .or_show(show)
        .steps(move |app, caller, given| {
            let query = ImportQuery {
                format: given.format,
                publisher: given.publisher,
                removes: given.removes,
            };
            query.check()?;
            if files.is_empty() {
                return Err(Refusal::fault("/file", "no_file", "no file was chosen"));
            }
            let source = upload::parse(&query, upload::unpacked(files, limit)?);
            let report = imports::import(app, caller, source.as_ref(), query.removes)?;
            Ok(Next::see(format!("/directory/import/{}", report.id)).said("imported"))
        })
        .await
}

/// What one file did.
#[get("/directory/import/{id}")]
async fn one_report(door: PageDoor, id: At<ImportId>) -> Page {
    door.consult(move |act, t| {
        act.needs(Right::Write, Object::Directory)?;
        let it = imports::report(act, *id)?;
        let tally = |what, tally: Tally| TallyLine {
            what,
            taken: t.number(tally.taken),
            changed: t.number(tally.changed),
            unchanged: t.number(tally.unchanged),
            missing: t.number(tally.missing),
            left_alone: t.number(tally.left_alone),
        };
        Shown::page(&ReportPage {
            day: t.day(&it.imported_on),
            nothing_new: it.finished && it.written() == 0,
            cut_short: !it.finished,
            left_alone: [it.organisations, it.services, it.places]
                .iter()
                .any(|tally| tally.left_alone > 0),
            tallies: vec![
                tally("import-organisations", it.organisations),
                tally("import-services", it.services),
                tally("import-places", it.places),
            ],
            skipped: it
                .skipped
                .iter()
                .map(|one| (one.file.clone(), one.rows))
                .collect(),
            fault_count: it.fault_count,
            faults: it.faults.iter().map(|one| fault_line(&t, one)).collect(),
            publisher: it.publisher,
            t,
        })
    })
    .await
}

fn fault_line(t: &Frame, it: &RowFault) -> FaultLine {
    FaultLine {
        file: it.file.clone(),
        row: it
            .row
            .map_or_else(|| t.msg("import-whole-file"), |row| t.number(row)),
        field: it.field.clone().unwrap_or_default(),
        why: t.word("import-fault", word_of(&it.code)),
        effect: match it.effect {
            Effect::Skipped => t.msg("import-effect-skipped"),
            Effect::TakenWithout => t.msg("import-effect-taken_without"),
        },
    }
}

/// The word that the API uses.
fn word_of(code: &impl Serialize) -> String {
    let word = serde_json::to_value(code).ok();
    let word = word.as_ref().and_then(serde_json::Value::as_str);
    word.unwrap_or_default().to_owned()
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(ask).service(take).service(one_report);
}
