//! The tables `receipts` and `letters`.

use amparo_store::schema::{letters, receipts};
use amparo_store::{
    AnyConnection, CaseId, Day, Digest, IntakeId, OrganisationId, Position, ReceiptId, Revision, Sealed,
    one_row,
};
use diesel::prelude::*;

use super::model::{Cost, Direction};
use crate::foundation::{Broken, Refusal};

#[derive(Queryable)]
pub(super) struct ReceiptRow {
    pub id: ReceiptId,
    pub organisation: OrganisationId,
    pub intake: Option<IntakeId>,
    pub case: Option<CaseId>,
    pub deposit: Sealed,
    pub status: Option<Sealed>,
    pub letters: Position,
    pub sharing_stopped: bool,
    pub revision: Revision,
    pub cost: Cost,
    pub good_until: Day,
    pub stop: Option<Vec<u8>>,
}

impl ReceiptRow {
    /// Whether its digits open nothing any more.
    pub fn has_lapsed(&self, today: Day) -> bool {
        self.good_until < today
    }
}

type Columns = (
    receipts::id,
    receipts::organisation_id,
    receipts::intake_id,
    receipts::case_id,
    receipts::deposit,
    receipts::status,
    receipts::letters,
    receipts::sharing_stopped,
    receipts::revision,
    receipts::cost,
    receipts::good_until,
    receipts::stop,
);
const RECEIPT: Columns = (
    receipts::id,
    receipts::organisation_id,
    receipts::intake_id,
    receipts::case_id,
    receipts::deposit,
    receipts::status,
    receipts::letters,
    receipts::sharing_stopped,
    receipts::revision,
    receipts::cost,
    receipts::good_until,
    receipts::stop,
);

#[derive(Queryable)]
pub(super) struct LetterRow {
    pub seq: Position,
    pub direction: Direction,
    pub sealed: Sealed,
    pub copy: Option<Sealed>,
    pub seen: bool,
}

pub(super) fn insert(db: &mut AnyConnection, row: &ReceiptRow, tag: Digest) -> Result<(), Refusal> {
    diesel::insert_into(receipts::table)
        .values((
            receipts::id.eq(row.id),
            receipts::tag.eq(tag),
            receipts::organisation_id.eq(row.organisation),
            receipts::intake_id.eq(row.intake),
            receipts::case_id.eq(row.case),
            receipts::deposit.eq(row.deposit.clone()),
            receipts::status.eq(row.status.clone()),
            receipts::letters.eq(row.letters),
            receipts::sharing_stopped.eq(row.sharing_stopped),
            receipts::revision.eq(row.revision),
            receipts::cost.eq(row.cost),
            receipts::good_until.eq(row.good_until),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn find(db: &mut AnyConnection, id: ReceiptId) -> Result<Option<ReceiptRow>, Refusal> {
    Ok(receipts::table
        .find(id)
        .select(RECEIPT)
        .first(db)
        .optional()?)
}

pub(super) fn find_by_tag(
    db: &mut AnyConnection,
    tag: Digest,
) -> Result<Option<ReceiptRow>, Refusal> {
    Ok(receipts::table
        .filter(receipts::tag.eq(tag))
        .select(RECEIPT)
        .first(db)
        .optional()?)
}

/// Whether somebody still has a receipt that was made at this cost.
pub(super) fn any_at(db: &mut AnyConnection, cost: Cost) -> Result<bool, Refusal> {
    let one: Option<ReceiptId> = receipts::table
        .filter(receipts::cost.eq(cost))
        .select(receipts::id)
        .first(db)
        .optional()?;
    Ok(one.is_some())
}

/// Lets a receipt work for longer. Written once a month at most: the day says no more than that.
pub(super) fn prolong(db: &mut AnyConnection, id: ReceiptId, until: Day) -> Result<(), Refusal> {
    diesel::update(receipts::table.find(id))
        .filter(receipts::good_until.lt(until))
        .set(receipts::good_until.eq(until))
        .execute(db)?;
    Ok(())
}

/// Receipts whose digits open nothing any more, and of which something of the person's is left.
pub(super) fn lapsed(db: &mut AnyConnection, today: Day) -> Result<Vec<ReceiptRow>, Refusal> {
    Ok(receipts::table
        .filter(receipts::good_until.lt(today))
        .filter(receipts::status.is_not_null().or(receipts::case_id.is_null()))
        .limit(20)
        .select(RECEIPT)
        .load(db)?)
}

/// Gives a lapsed receipt other digits.
pub(super) fn renew(
    db: &mut AnyConnection,
    before: &ReceiptRow,
    row: &ReceiptRow,
    tag: Digest,
) -> Result<(), Refusal> {
    let changed = diesel::update(receipts::table.find(before.id))
        .filter(receipts::revision.eq(before.revision))
        .set((
            receipts::tag.eq(tag),
            receipts::deposit.eq(row.deposit.clone()),
            receipts::status.eq(row.status.clone()),
            receipts::revision.eq(row.revision),
            receipts::cost.eq(row.cost),
            receipts::good_until.eq(row.good_until),
            receipts::stop.eq(None::<Vec<u8>>),
        ))
        .execute(db)?;
    one_row(changed)
        .map_err(|_| Broken::bug("a receipt was changed by somebody else meanwhile").into())
}

/// Takes away whatever a guess at the digits could be tried against: the tag, the status, and the
/// person's side of every letter. What the helpers read stays.
pub(super) fn forget_person(
    db: &mut AnyConnection,
    id: ReceiptId,
    tag: Digest,
) -> Result<(), Refusal> {
    diesel::update(receipts::table.find(id))
        .set((
            receipts::tag.eq(tag),
            receipts::status.eq(None::<Sealed>),
        ))
        .execute(db)?;
    let of_it = letters::receipt_id.eq(id);
    diesel::delete(letters::table.filter(of_it).filter(letters::direction.eq(Direction::Look)))
        .execute(db)?;
    diesel::update(letters::table.filter(of_it).filter(letters::direction.eq(Direction::FromPerson)))
        .set(letters::sealed_copy.eq(None::<Sealed>))
        .execute(db)?;
    for (seq, copy) in letters::table
        .filter(of_it)
        .filter(letters::direction.eq(Direction::ToPerson))
        .select((letters::seq, letters::sealed_copy))
        .load::<(Position, Option<Sealed>)>(db)?
    {
        let place = letters::table.find((id, seq, Direction::ToPerson));
        match copy {
            Some(copy) => diesel::update(place).set(letters::sealed.eq(copy)).execute(db)?,
            None => diesel::delete(place).execute(db)?,
        };
    }
    Ok(())
}

pub(super) fn of_case(db: &mut AnyConnection, case: CaseId) -> Result<Option<ReceiptRow>, Refusal> {
    Ok(receipts::table
        .filter(receipts::case_id.eq(case))
        .order(receipts::id)
        .select(RECEIPT)
        .first(db)
        .optional()?)
}

/// A row that does not exist locks nothing; whoever looks for it next will say so.
pub(super) fn lock(db: &mut AnyConnection, id: ReceiptId) -> Result<(), Refusal> {
    diesel::update(receipts::table.find(id))
        .set(receipts::revision.eq(receipts::revision))
        .execute(db)?;
    Ok(())
}

/// Moves the deposit to the next revision, to which it is bound.
pub(super) fn set_deposit(
    db: &mut AnyConnection,
    row: &ReceiptRow,
    intake: Option<IntakeId>,
    case: Option<CaseId>,
    deposit: Sealed,
) -> Result<(), Refusal> {
    let changed = diesel::update(receipts::table.find(row.id))
        .filter(receipts::revision.eq(row.revision))
        .set((
            receipts::deposit.eq(deposit),
            receipts::intake_id.eq(intake),
            receipts::case_id.eq(case),
            receipts::revision.eq(row.revision.next()),
        ))
        .execute(db)?;
    one_row(changed)
        .map_err(|_| Broken::bug("a locked receipt was changed by somebody else").into())
}

pub(super) fn set_status(
    db: &mut AnyConnection,
    id: ReceiptId,
    status: Sealed,
) -> Result<(), Refusal> {
    diesel::update(receipts::table.find(id))
        .set(receipts::status.eq(status))
        .execute(db)?;
    Ok(())
}

/// Keeps the person's word. The flag beside it only finds.
pub(super) fn set_stop(
    db: &mut AnyConnection,
    id: ReceiptId,
    statement: &[u8],
) -> Result<(), Refusal> {
    diesel::update(receipts::table.find(id))
        .set((
            receipts::sharing_stopped.eq(true),
            receipts::stop.eq(statement),
        ))
        .execute(db)?;
    Ok(())
}

/// Deletes a receipt; its letters go with it.
pub(super) fn delete(db: &mut AnyConnection, id: ReceiptId) -> Result<(), Refusal> {
    diesel::delete(letters::table.filter(letters::receipt_id.eq(id))).execute(db)?;
    diesel::delete(receipts::table.find(id)).execute(db)?;
    Ok(())
}

/// The next number of a letter. The row stays locked until the act is committed.
pub(super) fn next_letter(db: &mut AnyConnection, id: ReceiptId) -> Result<Position, Refusal> {
    let changed = diesel::update(receipts::table.find(id))
        .set(receipts::letters.eq(receipts::letters + 1))
        .execute(db)?;
    one_row(changed).map_err(|_| Refusal::NotFound)?;
    Ok(receipts::table
        .find(id)
        .select(receipts::letters)
        .first(db)?)
}

pub(super) fn insert_letter(
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
pub(super) fn letters_after(
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
pub(super) fn before_newest(
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
pub(super) fn looks(
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
pub(super) fn replace_side(
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

pub(super) fn mark_seen(
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

pub(super) fn unseen(
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
pub(super) fn unseen_of_intakes(
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

/// Letters from people that nobody of the organisation has read, where no case is open.
pub(super) fn unread_letters(
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
pub(super) fn set_letter(
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
