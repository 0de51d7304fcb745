//! At the start: the database must not be older than the marks.

use crate::foundation::{App, Refusal, RowKind};
use crate::ledger;

/// Refuses to go on with a database that is older than the marks, or without marks where there
/// must have been some.
pub fn refuse_older_rows(app: &App) -> Result<(), Refusal> {
    if app.marks_were_missing() && !ledger::heads(app)?.is_empty() {
        return Err(refused(
            "the file of marks is missing, so nobody can say whether the database is the newest: put \
             it back, or accept the database as it is with `amparo restore --accept-marks`",
        ));
    }
    if ledger::gaps(app, &app.marks_of(RowKind::Checkpoint))?.is_empty() {
        return Ok(());
    }
    Err(refused(
        "the database is older than this server has seen, or a ledger was cut or rewritten: if you \
         put a backup back, run `amparo restore`; otherwise somebody changed the rows",
    ))
}

fn refused(words: &'static str) -> Refusal {
    Refusal::fault("", "older_than_marks", words)
}
