//! The table `grants`. Rows are where to look: nothing in one is believed before its mac was
//! compared, and a value that cannot be what it should is a row that is not there.

use amparo_store::schema::{cards, cases, grants};
use amparo_store::{
    AnyConnection, CaseId, Digest, Epoch, OrganisationId, Position, Sealed, insert_if_absent,
};
use diesel::prelude::*;

use crate::foundation::Refusal;

#[derive(Clone)]
pub(in crate::casefile) struct Grant {
    pub label: Digest,
    pub case_epoch: Epoch,
    pub sealed: Vec<u8>,
    pub quick: Option<Vec<u8>>,
    pub mac: Digest,
}

pub(super) type GrantColumns = (Vec<u8>, i32, Vec<u8>, Option<Vec<u8>>, Vec<u8>);

impl Grant {
    pub(super) fn read(columns: GrantColumns) -> Option<Self> {
        let (label, case_epoch, sealed, quick, mac) = columns;
        Some(Self {
            label: digest(&label)?,
            case_epoch: case_epoch.try_into().ok()?,
            sealed,
            quick,
            mac: digest(&mac)?,
        })
    }
}

fn digest(bytes: &[u8]) -> Option<Digest> {
    <[u8; 32]>::try_from(bytes).ok().map(Digest::new)
}

/// Where a grant lies: of which case, under which label, and whether it still waits for a member
/// of its group to give it one.
#[derive(Clone, Copy)]
#[expect(clippy::struct_field_names, reason = "named as its column is")]
pub(in crate::casefile) struct Label {
    pub case: CaseId,
    pub case_epoch: Epoch,
    pub label: Digest,
    pub waits: bool,
    /// The last change of the case's card.
    pub change: Position,
}

type LabelColumns = (CaseId, i32, Vec<u8>, bool, i64);

fn read_labels(rows: Vec<LabelColumns>) -> Vec<Label> {
    let label = |(case, case_epoch, label, waits, change): LabelColumns| {
        Some(Label {
            case,
            case_epoch: case_epoch.try_into().ok()?,
            label: digest(&label)?,
            waits,
            change: change.try_into().ok()?,
        })
    };
    rows.into_iter().filter_map(label).collect()
}

pub(in crate::casefile) fn delete_grants(
    db: &mut AnyConnection,
    id: CaseId,
) -> Result<(), Refusal> {
    diesel::delete(grants::table.filter(grants::case_id.eq(id))).execute(db)?;
    Ok(())
}

/// The grants of a case, and how many rows could not even be read.
pub(in crate::casefile) fn grants(
    db: &mut AnyConnection,
    id: CaseId,
) -> Result<(Vec<Grant>, usize), Refusal> {
    let rows: Vec<GrantColumns> = grants::table
        .filter(grants::case_id.eq(id))
        .select((
            grants::label,
            grants::case_epoch,
            grants::sealed,
            grants::quick,
            grants::mac,
        ))
        .load(db)?;
    let all = rows.len();
    let read: Vec<Grant> = rows.into_iter().filter_map(Grant::read).collect();
    let unread = all - read.len();
    Ok((read, unread))
}

pub(in crate::casefile) fn insert_grant(
    db: &mut AnyConnection,
    id: CaseId,
    grant: &Grant,
) -> Result<(), Refusal> {
    let quick = grant.quick.clone().map(Sealed::new).transpose()?;
    diesel::insert_into(grants::table)
        .values((
            grants::case_id.eq(id),
            grants::label.eq(grant.label),
            grants::case_epoch.eq(grant.case_epoch),
            grants::sealed.eq(Sealed::new(grant.sealed.clone())?),
            grants::quick.eq(quick),
            grants::mac.eq(grant.mac),
        ))
        .execute(db)?;
    Ok(())
}

/// Puts a grant with its label and its quick way in the place of one that waits. The one that waits
/// may have been replaced meanwhile.
pub(in crate::casefile) fn claim(
    db: &mut AnyConnection,
    id: CaseId,
    waits_under: Digest,
    grant: &Grant,
) -> Result<(), Refusal> {
    let waiting = grants::table
        .find((id, waits_under))
        .filter(grants::quick.is_null());
    if diesel::delete(waiting).execute(db)? == 0 {
        return Ok(());
    }
    let quick = grant.quick.clone().map(Sealed::new).transpose()?;
    let values = (
        grants::case_id.eq(id),
        grants::label.eq(grant.label),
        grants::case_epoch.eq(grant.case_epoch),
        grants::sealed.eq(Sealed::new(grant.sealed.clone())?),
        grants::quick.eq(quick),
        grants::mac.eq(grant.mac),
    );
    insert_if_absent!(db, grants::table, values)?;
    Ok(())
}

/// The labels of all grants of an organisation whose card changed after `since`.
pub(in crate::casefile) fn labels_since(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    since: Position,
) -> Result<Vec<Label>, Refusal> {
    let rows: Vec<LabelColumns> = cards::table
        .inner_join(grants::table.on(grants::case_id.eq(cards::case_id)))
        .inner_join(cases::table.on(cases::id.eq(cards::case_id)))
        .filter(cards::organisation_id.eq(organisation))
        .filter(cards::change.gt(since))
        .filter(grants::case_epoch.eq(cases::epoch))
        .select((
            grants::case_id,
            grants::case_epoch,
            grants::label,
            grants::quick.is_null(),
            cards::change,
        ))
        .load(db)?;
    Ok(read_labels(rows))
}

/// The labels of the grants of some cases.
pub(in crate::casefile) fn labels_of(
    db: &mut AnyConnection,
    some: Vec<CaseId>,
) -> Result<Vec<Label>, Refusal> {
    let rows: Vec<LabelColumns> = cards::table
        .inner_join(grants::table.on(grants::case_id.eq(cards::case_id)))
        .inner_join(cases::table.on(cases::id.eq(cards::case_id)))
        .filter(cards::case_id.eq_any(some))
        .filter(grants::case_epoch.eq(cases::epoch))
        .select((
            grants::case_id,
            grants::case_epoch,
            grants::label,
            grants::quick.is_null(),
            cards::change,
        ))
        .load(db)?;
    Ok(read_labels(rows))
}

/// One grant, if it can be read.
pub(in crate::casefile) fn grant(
    db: &mut AnyConnection,
    id: CaseId,
    label: Digest,
) -> Result<Option<Grant>, Refusal> {
    let row: Option<GrantColumns> = grants::table
        .find((id, label))
        .select((
            grants::label,
            grants::case_epoch,
            grants::sealed,
            grants::quick,
            grants::mac,
        ))
        .first(db)
        .optional()?;
    Ok(row.and_then(Grant::read))
}
