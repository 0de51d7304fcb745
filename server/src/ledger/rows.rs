//! The tables `ledger_lines` and `checkpoints`.

use amparo_store::schema::{checkpoints, ledger_lines};
use amparo_store::{AnyConnection, CaseId, Digest, LedgerLineId, OrganisationId, Position, Sealed};
use diesel::prelude::*;

use crate::foundation::{App, Line, Refusal};

pub(crate) fn keep_lines(db: &mut AnyConnection, lines: &[Line]) -> Result<(), Refusal> {
    for line in lines {
        diesel::insert_into(ledger_lines::table)
            .values((
                ledger_lines::id.eq(line.id),
                ledger_lines::organisation_id.eq(line.organisation),
                ledger_lines::case_id.eq(line.case),
                ledger_lines::sealed.eq(line.sealed.clone()),
                ledger_lines::sealed_for_case.eq(line.sealed_for_case.clone()),
                ledger_lines::mac.eq(line.mac),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// A line as the chain sees it.
#[derive(Queryable)]
pub(super) struct FoldLine {
    pub id: LedgerLineId,
    pub sealed: Sealed,
    case: Option<CaseId>,
    mac: Digest,
}

impl FoldLine {
    /// Whether this instance wrote it, for this organisation and about this case.
    pub(super) fn is_ours(&self, app: &App, organisation: OrganisationId) -> bool {
        self.mac == super::mac(app, organisation, self.id, self.case, &self.sealed)
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
        .select((
            ledger_lines::id,
            ledger_lines::sealed,
            ledger_lines::case_id,
            ledger_lines::mac,
        ))
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
            (
                ledger_lines::id,
                ledger_lines::sealed,
                ledger_lines::case_id,
                ledger_lines::mac,
            ),
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
            (
                ledger_lines::id,
                ledger_lines::sealed,
                ledger_lines::case_id,
                ledger_lines::mac,
            ),
        ))
        .load(db)?)
}

pub(super) type CaseLine = (Option<Position>, LedgerLineId, Option<Sealed>);

pub(super) fn of_case(db: &mut AnyConnection, case: CaseId) -> Result<Vec<CaseLine>, Refusal> {
    Ok(ledger_lines::table
        .filter(ledger_lines::case_id.eq(case))
        // Lines of one moment need an order too, or pages would not meet.
        .order(ledger_lines::id)
        .select((
            ledger_lines::position,
            ledger_lines::id,
            ledger_lines::sealed_for_case,
        ))
        .load(db)?)
}

/// Only the case's own copy; the auditors' line is never touched.
pub(super) fn replace_copy(
    db: &mut AnyConnection,
    line: LedgerLineId,
    sealed: Option<Sealed>,
) -> Result<(), Refusal> {
    diesel::update(ledger_lines::table.find(line))
        .set(ledger_lines::sealed_for_case.eq(sealed))
        .execute(db)?;
    Ok(())
}
