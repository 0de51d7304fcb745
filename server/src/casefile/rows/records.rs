//! The table `case_records`.

use amparo_store::schema::case_records;
use amparo_store::{AnyConnection, CaseId, Epoch, Position, Sealed, one_row};
use diesel::prelude::*;

use crate::foundation::{Broken, Refusal};

pub(in crate::casefile) fn records(
    db: &mut AnyConnection,
    id: CaseId,
) -> Result<Vec<(Position, Sealed)>, Refusal> {
    Ok(case_records::table
        .filter(case_records::case_id.eq(id))
        .order(case_records::seq)
        .select((case_records::seq, case_records::sealed))
        .load(db)?)
}

pub(in crate::casefile) fn insert_record(
    db: &mut AnyConnection,
    id: CaseId,
    seq: Position,
    epoch: Epoch,
    sealed: Sealed,
) -> Result<(), Refusal> {
    diesel::insert_into(case_records::table)
        .values((
            case_records::case_id.eq(id),
            case_records::seq.eq(seq),
            case_records::epoch.eq(epoch),
            case_records::sealed.eq(sealed),
        ))
        .execute(db)?;
    Ok(())
}

pub(in crate::casefile) fn replace_record(
    db: &mut AnyConnection,
    id: CaseId,
    seq: Position,
    epoch: Epoch,
    sealed: Sealed,
) -> Result<(), Refusal> {
    let changed = diesel::update(case_records::table.find((id, seq)))
        .set((
            case_records::epoch.eq(epoch),
            case_records::sealed.eq(sealed),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::damage("a record of a case is missing").into())
}
