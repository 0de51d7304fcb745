//! Importing: who may, and the reports.

use amparo_store::ImportId;

use super::apply::{Import, apply};
use super::import::Source;
use super::report::ImportReport;
use super::rows::imports;
use crate::foundation::{Act, App, Caller, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery, bad_cursor};

/// Takes in a file that was read. If much of what is there would vanish, `removes` must say how
/// many entries.
pub fn import(
    app: &App,
    caller: &Caller,
    source: &dyn Source,
    removes: Option<usize>,
) -> Result<ImportReport, Refusal> {
    let by = caller.needs(Right::Write, Object::Directory)?.organisation;
    let import = Import {
        source,
        by: Some(by),
        removes,
    };
    let begin = |act: &mut Act<'_>, report: &ImportReport| {
        act.needs(Right::Write, Object::Directory)?;
        let about = About::the(report.id.to_uuid()).because(report.publisher.as_str());
        ledger::note(act, What::DirectoryImported, about)
    };
    apply(app, caller, import, &begin, &mut |_| {})
}

/// A page of reports, newest day first.
pub fn reports(act: &mut Act<'_>, page: &PageQuery) -> Result<Listing<ImportReport>, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
    let limit = page.limit()?;
    let after = match page.after::<ImportId>()? {
        Some(id) => Some((imports::day(act.db(), id)?.ok_or_else(bad_cursor)?, id)),
        None => None,
    };
    let rows = i64::try_from(limit).unwrap_or(200) + 1;
    let items = imports::list(act.db(), after, rows)?
        .iter()
        .map(|text| Ok(serde_json::from_str(text)?))
        .collect::<Result<Vec<ImportReport>, Refusal>>()?;
    Ok(Listing::cut(items, limit, |item| item.id.to_string()))
}

/// One report.
pub fn report(act: &mut Act<'_>, id: ImportId) -> Result<ImportReport, Refusal> {
    act.needs(Right::Read, Object::Directory)?;
    let text = imports::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    Ok(serde_json::from_str(&text)?)
}
