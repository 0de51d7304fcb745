//! The tables `ledger_lines`, `checkpoints` and `ledger_copies_due`.

use amparo_store::schema::{checkpoints, ledger_copies_due, ledger_lines};
use amparo_store::{
    AnyConnection, CaseId, Digest, LedgerLineId, OrganisationId, Position, Sealed, insert_if_absent,
};
use diesel::prelude::*;

use crate::foundation::{App, Line, Refusal};

/// Adds a line; not if another has its label.
pub(super) fn insert(db: &mut AnyConnection, line: &Line, label: Digest) -> Result<bool, Refusal> {
    let values = (
        ledger_lines::id.eq(line.id),
        ledger_lines::organisation_id.eq(line.organisation),
        ledger_lines::label.eq(label),
        ledger_lines::sealed.eq(line.sealed.clone()),
        ledger_lines::sealed_for_case.eq(line.sealed_for_case.clone()),
        ledger_lines::mac.eq(line.mac),
    );
    Ok(insert_if_absent!(db, ledger_lines::table, values)?)
}

/// Those of some labels that a line has.
pub(super) fn used(db: &mut AnyConnection, labels: &[Digest]) -> Result<Vec<Digest>, Refusal> {
    Ok(ledger_lines::table
        .filter(ledger_lines::label.eq_any(labels.to_vec()))
        .select(ledger_lines::label)
        .load(db)?)
}

/// A line as the chain sees it.
#[derive(Queryable)]
pub(super) struct FoldLine {
    pub id: LedgerLineId,
    pub sealed: Sealed,
    mac: Digest,
}

impl FoldLine {
    /// Whether this instance wrote it, for this organisation.
    pub(super) fn is_ours(&self, app: &App, organisation: OrganisationId) -> bool {
        self.mac == super::mac(app, organisation, self.id, None, &self.sealed)
    }
}

/// Organisations with lines that are not folded yet.
pub(super) fn unfolded_organisations(
    db: &mut AnyConnection,
) -> Result<Vec<OrganisationId>, Refusal> {
    Ok(ledger_lines::table
        .filter(ledger_lines::position.is_null())
        .select(ledger_lines::organisation_id)
        .distinct()
        .load(db)?)
}

pub(super) fn unfolded(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<FoldLine>, Refusal> {
    Ok(ledger_lines::table
        .filter(ledger_lines::organisation_id.eq(organisation))
        .filter(ledger_lines::position.is_null())
        .select((ledger_lines::id, ledger_lines::sealed, ledger_lines::mac))
        .order(ledger_lines::id)
        .load(db)?)
}

pub(super) fn place(
    db: &mut AnyConnection,
    line: LedgerLineId,
    position: Position,
) -> Result<(), Refusal> {
    diesel::update(ledger_lines::table.find(line))
        .filter(ledger_lines::position.is_null())
        .set(ledger_lines::position.eq(position))
        .execute(db)?;
    Ok(())
}

/// The signed head of a chain.
#[derive(Queryable)]
pub(super) struct Checkpoint {
    pub size: Position,
    pub head: Digest,
    pub signature: Vec<u8>,
}

pub(super) fn last_checkpoint(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Option<Checkpoint>, Refusal> {
    Ok(checkpoints::table
        .filter(checkpoints::organisation_id.eq(organisation))
        .order(checkpoints::size.desc())
        .select((checkpoints::size, checkpoints::head, checkpoints::signature))
        .first(db)
        .optional()?)
}

/// The checkpoint after so many lines.
pub(super) fn checkpoint_at(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    size: Position,
) -> Result<Option<Digest>, Refusal> {
    Ok(checkpoints::table
        .filter(checkpoints::organisation_id.eq(organisation))
        .filter(checkpoints::size.eq(size))
        .select(checkpoints::head)
        .first(db)
        .optional()?)
}

/// Organisations whose ledger has a checkpoint.
pub(super) fn organisations(db: &mut AnyConnection) -> Result<Vec<OrganisationId>, Refusal> {
    Ok(checkpoints::table
        .select(checkpoints::organisation_id)
        .distinct()
        .load(db)?)
}

pub(super) fn insert_checkpoint(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    size: Position,
    head: Digest,
    signature: &[u8],
) -> Result<(), Refusal> {
    diesel::insert_into(checkpoints::table)
        .values((
            checkpoints::organisation_id.eq(organisation),
            checkpoints::size.eq(size),
            checkpoints::head.eq(head),
            checkpoints::signature.eq(signature),
        ))
        .execute(db)?;
    Ok(())
}

/// Folded lines after a place in the chain, in order.
pub(super) fn folded(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    after: Position,
    limit: i64,
) -> Result<Vec<(Position, FoldLine)>, Refusal> {
    Ok(ledger_lines::table
        .filter(ledger_lines::organisation_id.eq(organisation))
        .filter(ledger_lines::position.gt(after))
        .order(ledger_lines::position)
        .limit(limit)
        .select((
            ledger_lines::position.assume_not_null(),
            (ledger_lines::id, ledger_lines::sealed, ledger_lines::mac),
        ))
        .load(db)?)
}

/// Folded lines before a place in the chain, newest first.
pub(super) fn newest(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    before: Position,
    limit: i64,
) -> Result<Vec<(Position, FoldLine)>, Refusal> {
    Ok(ledger_lines::table
        .filter(ledger_lines::organisation_id.eq(organisation))
        .filter(ledger_lines::position.lt(before))
        .order(ledger_lines::position.desc())
        .limit(limit)
        .select((
            ledger_lines::position.assume_not_null(),
            (ledger_lines::id, ledger_lines::sealed, ledger_lines::mac),
        ))
        .load(db)?)
}

pub(super) type CaseLine = (Option<Position>, LedgerLineId, Sealed);

/// The lines under these labels, with the case's copy.
pub(super) fn under(db: &mut AnyConnection, labels: Vec<Digest>) -> Result<Vec<CaseLine>, Refusal> {
    Ok(ledger_lines::table
        .filter(ledger_lines::label.eq_any(labels))
        .select((
            ledger_lines::position,
            ledger_lines::id,
            ledger_lines::sealed_for_case,
        ))
        .load(db)?)
}

/// Only the case's own copy and its label; the auditors' line is never touched.
pub(super) fn replace_copy(
    db: &mut AnyConnection,
    line: LedgerLineId,
    label: Digest,
    sealed: &Sealed,
) -> Result<(), Refusal> {
    diesel::update(ledger_lines::table.find(line))
        .set((
            ledger_lines::label.eq(label),
            ledger_lines::sealed_for_case.eq(sealed.clone()),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn count_due(db: &mut AnyConnection) -> Result<i64, Refusal> {
    Ok(ledger_copies_due::table.count().get_result(db)?)
}

pub(super) fn all_due(
    db: &mut AnyConnection,
) -> Result<Vec<(LedgerLineId, CaseId, Option<Sealed>)>, Refusal> {
    Ok(ledger_copies_due::table
        .select((
            ledger_copies_due::line_id,
            ledger_copies_due::case_id,
            ledger_copies_due::sealed_for_case,
        ))
        .load(db)?)
}

pub(super) fn due_of(
    db: &mut AnyConnection,
    case: CaseId,
) -> Result<Vec<(LedgerLineId, Option<Sealed>)>, Refusal> {
    Ok(ledger_copies_due::table
        .filter(ledger_copies_due::case_id.eq(case))
        .select((
            ledger_copies_due::line_id,
            ledger_copies_due::sealed_for_case,
        ))
        .load(db)?)
}

pub(super) fn delete_due(db: &mut AnyConnection, line: LedgerLineId) -> Result<usize, Refusal> {
    Ok(diesel::delete(ledger_copies_due::table.find(line)).execute(db)?)
}

pub(super) fn position_of(
    db: &mut AnyConnection,
    line: LedgerLineId,
) -> Result<Option<Position>, Refusal> {
    let found: Option<Option<Position>> = ledger_lines::table
        .find(line)
        .select(ledger_lines::position)
        .first(db)
        .optional()?;
    Ok(found.flatten())
}

/// Whose a line is, what it seals, and this instance's word on it.
pub(super) fn with_word(
    db: &mut AnyConnection,
    line: LedgerLineId,
) -> Result<Option<(OrganisationId, Sealed, Digest)>, Refusal> {
    Ok(ledger_lines::table
        .find(line)
        .select((
            ledger_lines::organisation_id,
            ledger_lines::sealed,
            ledger_lines::mac,
        ))
        .first(db)
        .optional()?)
}

pub(super) fn renew_word(
    db: &mut AnyConnection,
    line: LedgerLineId,
    mac: Digest,
) -> Result<(), Refusal> {
    diesel::update(ledger_lines::table.find(line))
        .set(ledger_lines::mac.eq(mac))
        .execute(db)?;
    Ok(())
}
