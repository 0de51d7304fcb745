//! The tables `receipts` and `letters`.

use amparo_store::schema::{letters, receipts};
use amparo_store::{
    AnyConnection, CaseId, Day, Digest, IntakeId, OrganisationId, Position, ReceiptId, Revision,
    Sealed, one_row,
};
use diesel::prelude::*;

use super::model::{Cost, Direction};
use crate::foundation::{Broken, Refusal};

mod letter;

pub(super) use letter::{
    LetterRow, before_newest, insert_letter, letters_after, looks, mark_seen, next_letter,
    replace_side, set_letter, unread_letters, unseen, unseen_of_intakes, words_of_intakes,
};

#[derive(Queryable)]
pub(super) struct ReceiptRow {
    pub id: ReceiptId,
    pub organisation: OrganisationId,
    pub intake: Option<IntakeId>,
    pub case: Option<CaseId>,
    pub deposit: Sealed,
    pub status: Option<Sealed>,
    pub letters: Position,
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
    receipts::revision,
    receipts::cost,
    receipts::good_until,
    receipts::stop,
);

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
            receipts::revision.eq(row.revision),
            receipts::cost.eq(row.cost),
            receipts::good_until.eq(row.good_until),
            receipts::stop.eq(row.stop.clone()),
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
        .filter(
            receipts::status
                .is_not_null()
                .or(receipts::case_id.is_null()),
        )
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
            receipts::stop.eq(row.stop.clone()),
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
        .set((receipts::tag.eq(tag), receipts::status.eq(None::<Sealed>)))
        .execute(db)?;
    let of_it = letters::receipt_id.eq(id);
    diesel::delete(
        letters::table
            .filter(of_it)
            .filter(letters::direction.eq(Direction::Look)),
    )
    .execute(db)?;
    diesel::update(
        letters::table
            .filter(of_it)
            .filter(letters::direction.eq(Direction::FromPerson)),
    )
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
            Some(copy) => diesel::update(place)
                .set(letters::sealed.eq(copy))
                .execute(db)?,
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

/// Keeps the person's word.
pub(super) fn set_stop(
    db: &mut AnyConnection,
    id: ReceiptId,
    statement: &[u8],
) -> Result<(), Refusal> {
    diesel::update(receipts::table.find(id))
        .set(receipts::stop.eq(statement))
        .execute(db)?;
    Ok(())
}

/// Some of the receipts whose row has exactly this in place of a statement.
pub(super) fn with_stop(db: &mut AnyConnection, stop: &[u8]) -> Result<Vec<ReceiptRow>, Refusal> {
    Ok(receipts::table
        .filter(receipts::stop.eq(stop))
        .limit(200)
        .select(RECEIPT)
        .load(db)?)
}

/// Deletes a receipt; its letters go with it.
pub(super) fn delete(db: &mut AnyConnection, id: ReceiptId) -> Result<(), Refusal> {
    diesel::delete(letters::table.filter(letters::receipt_id.eq(id))).execute(db)?;
    diesel::delete(receipts::table.find(id)).execute(db)?;
    Ok(())
}
