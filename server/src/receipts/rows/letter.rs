//! The table `letters`.

use amparo_store::schema::{letters, receipts};
use amparo_store::{AnyConnection, IntakeId, OrganisationId, Position, ReceiptId, Sealed, one_row};
use diesel::prelude::*;

use crate::foundation::Refusal;
use crate::receipts::model::Direction;

#[derive(Queryable)]
pub(in crate::receipts) struct LetterRow {
    pub seq: Position,
    pub direction: Direction,
    pub sealed: Sealed,
    pub copy: Option<Sealed>,
    pub seen: bool,
}

/// The next number of a letter. The row stays locked until the act is committed.
pub(in crate::receipts) fn next_letter(
    db: &mut AnyConnection,
    id: ReceiptId,
) -> Result<Position, Refusal> {
    let changed = diesel::update(receipts::table.find(id))
        .set(receipts::letters.eq(receipts::letters + 1))
        .execute(db)?;
    one_row(changed).map_err(|_| Refusal::NotFound)?;
    Ok(receipts::table
        .find(id)
        .select(receipts::letters)
        .first(db)?)
}

pub(in crate::receipts) fn insert_letter(
    db: &mut AnyConnection,
    id: ReceiptId,
    row: &LetterRow,
) -> Result<(), Refusal> {
    diesel::insert_into(letters::table)
        .values((
            letters::receipt_id.eq(id),
            letters::seq.eq(row.seq),
            letters::direction.eq(row.direction),
            letters::sealed.eq(row.sealed.clone()),
            letters::sealed_copy.eq(row.copy.clone()),
            letters::seen.eq(row.seen),
        ))
        .execute(db)?;
    Ok(())
}

/// Letters after a number, oldest first.
pub(in crate::receipts) fn letters_after(
    db: &mut AnyConnection,
    id: ReceiptId,
    after: Position,
    limit: i64,
) -> Result<Vec<LetterRow>, Refusal> {
    Ok(letters::table
        .filter(letters::receipt_id.eq(id))
        .filter(letters::seq.gt(after))
        .filter(letters::direction.ne(Direction::Look))
        .order(letters::seq)
        .limit(limit)
        .select((
            letters::seq,
            letters::direction,
            letters::sealed,
            letters::sealed_copy,
            letters::seen,
        ))
        .load(db)?)
}

/// The number before the newest `count` letters; 0 if there are no more. Looks have numbers of the
/// same row and are no letters.
pub(in crate::receipts) fn before_newest(
    db: &mut AnyConnection,
    id: ReceiptId,
    count: i64,
) -> Result<Position, Refusal> {
    Ok(letters::table
        .filter(letters::receipt_id.eq(id))
        .filter(letters::direction.ne(Direction::Look))
        .order(letters::seq.desc())
        .offset(count)
        .select(letters::seq)
        .first(db)
        .optional()?
        .unwrap_or_default())
}

/// What the person was told of who saw the file, oldest first.
pub(in crate::receipts) fn looks(
    db: &mut AnyConnection,
    id: ReceiptId,
    limit: i64,
) -> Result<Vec<(Position, Sealed)>, Refusal> {
    Ok(letters::table
        .filter(letters::receipt_id.eq(id))
        .filter(letters::direction.eq(Direction::Look))
        .order(letters::seq)
        .limit(limit)
        .select((letters::seq, letters::sealed))
        .load(db)?)
}

/// Puts another seal in the place of the helpers' copy of one letter.
pub(in crate::receipts) fn replace_side(
    db: &mut AnyConnection,
    id: ReceiptId,
    row: &LetterRow,
) -> Result<(), Refusal> {
    diesel::update(letters::table.find((id, row.seq, row.direction)))
        .set((
            letters::sealed.eq(row.sealed.clone()),
            letters::sealed_copy.eq(row.copy.clone()),
        ))
        .execute(db)?;
    Ok(())
}

pub(in crate::receipts) fn mark_seen(
    db: &mut AnyConnection,
    id: ReceiptId,
    direction: Direction,
    first: Position,
    last: Position,
) -> Result<(), Refusal> {
    diesel::update(letters::table)
        .filter(letters::receipt_id.eq(id))
        .filter(letters::direction.eq(direction))
        .filter(letters::seq.between(first, last))
        .set(letters::seen.eq(true))
        .execute(db)?;
    Ok(())
}

pub(in crate::receipts) fn unseen(
    db: &mut AnyConnection,
    id: ReceiptId,
    direction: Direction,
) -> Result<i64, Refusal> {
    Ok(letters::table
        .filter(letters::receipt_id.eq(id))
        .filter(letters::direction.eq(direction))
        .filter(letters::seen.eq(false))
        .count()
        .get_result(db)?)
}

/// The intake of every letter that nobody of the organisation has read, where no case is open.
pub(in crate::receipts) fn unseen_of_intakes(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<Option<IntakeId>>, Refusal> {
    Ok(letters::table
        .inner_join(receipts::table.on(receipts::id.eq(letters::receipt_id)))
        .filter(receipts::organisation_id.eq(organisation))
        .filter(receipts::intake_id.is_not_null())
        .filter(letters::direction.eq(Direction::FromPerson))
        .filter(letters::seen.eq(false))
        .select(receipts::intake_id)
        .load(db)?)
}

/// What the row of a receipt says of the person's word.
#[derive(Queryable)]
pub(in crate::receipts) struct WordRow {
    pub receipt: ReceiptId,
    pub intake: Option<IntakeId>,
    pub word: Option<Vec<u8>>,
}

/// Receipts of intakes that are no case, with a word of the person.
pub(in crate::receipts) fn words_of_intakes(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<WordRow>, Refusal> {
    Ok(receipts::table
        .filter(receipts::organisation_id.eq(organisation))
        .filter(receipts::intake_id.is_not_null())
        .filter(receipts::case_id.is_null())
        .filter(receipts::stop.is_not_null())
        .select((receipts::id, receipts::intake_id, receipts::stop))
        .load(db)?)
}

/// Letters from people that nobody of the organisation has read, where no case is open.
pub(in crate::receipts) fn unread_letters(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Vec<(ReceiptId, Position, Sealed)>, Refusal> {
    Ok(letters::table
        .inner_join(receipts::table.on(receipts::id.eq(letters::receipt_id)))
        .filter(receipts::organisation_id.eq(organisation))
        .filter(receipts::case_id.is_null())
        .filter(letters::direction.eq(Direction::FromPerson))
        .filter(letters::seen.eq(false))
        .order((letters::receipt_id, letters::seq))
        .select((letters::receipt_id, letters::seq, letters::sealed))
        .load(db)?)
}

/// A letter from a person, sealed anew to those who read it.
pub(in crate::receipts) fn set_letter(
    db: &mut AnyConnection,
    id: ReceiptId,
    seq: Position,
    sealed: Sealed,
) -> Result<(), Refusal> {
    diesel::update(letters::table.find((id, seq, Direction::FromPerson)))
        .set(letters::sealed.eq(sealed))
        .execute(db)?;
    Ok(())
}
