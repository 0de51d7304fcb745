//! The tables `cases`, `case_records`, `grants` and `cards`.

use amparo_store::schema::{cards, case_records, cases, grants};
use amparo_store::{AnyConnection, CaseId, GroupId, OrganisationId, Sealed, one_row};
use amparo_vault::GroupKey;
use diesel::prelude::*;

use crate::foundation::{Broken, Refusal};

pub(super) struct CaseRow {
    pub organisation: OrganisationId,
    pub epoch: i32,
    pub revision: i64,
    pub sharing_stopped: bool,
}

#[derive(Clone)]
pub(super) struct Grant {
    pub group: GroupId,
    pub group_epoch: i32,
    pub sealed: Sealed,
    pub quick: Option<Sealed>,
}

pub(super) struct CardRow {
    pub case: CaseId,
    pub case_epoch: i32,
    pub revision: i64,
    pub sealed: Sealed,
    pub grant: Grant,
}

pub(super) fn case(db: &mut AnyConnection, id: CaseId) -> Result<Option<CaseRow>, Refusal> {
    let row: Option<(OrganisationId, i32, i64, bool)> = cases::table
        .find(id)
        .select((
            cases::organisation_id,
            cases::epoch,
            cases::revision,
            cases::sharing_stopped,
        ))
        .first(db)
        .optional()?;
    Ok(
        row.map(|(organisation, epoch, revision, sharing_stopped)| CaseRow {
            organisation,
            epoch,
            revision,
            sharing_stopped,
        }),
    )
}

pub(super) fn insert_case(
    db: &mut AnyConnection,
    id: CaseId,
    organisation: OrganisationId,
) -> Result<(), Refusal> {
    diesel::insert_into(cases::table)
        .values((
            cases::id.eq(id),
            cases::organisation_id.eq(organisation),
            cases::epoch.eq(1),
            cases::revision.eq(0_i64),
            cases::sharing_stopped.eq(false),
        ))
        .execute(db)?;
    Ok(())
}

/// A row that does not exist locks nothing; whoever looks for it next will say so.
pub(super) fn lock(db: &mut AnyConnection, id: CaseId) -> Result<(), Refusal> {
    diesel::update(cases::table.find(id))
        .set(cases::revision.eq(cases::revision))
        .execute(db)?;
    Ok(())
}

pub(super) fn advance(
    db: &mut AnyConnection,
    id: CaseId,
    from: u64,
    to: u64,
) -> Result<(), Refusal> {
    let (from, to) = (number(from), number(to));
    let changed = diesel::update(cases::table.find(id))
        .filter(cases::revision.eq(from))
        .set(cases::revision.eq(to))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("a locked case was changed by somebody else").into())
}

fn number(of: u64) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

pub(super) fn set_sharing_stopped(
    db: &mut AnyConnection,
    id: CaseId,
    stopped: bool,
) -> Result<(), Refusal> {
    diesel::update(cases::table.find(id))
        .set(cases::sharing_stopped.eq(stopped))
        .execute(db)?;
    Ok(())
}

pub(super) fn records(db: &mut AnyConnection, id: CaseId) -> Result<Vec<(i64, Sealed)>, Refusal> {
    Ok(case_records::table
        .filter(case_records::case_id.eq(id))
        .order(case_records::seq)
        .select((case_records::seq, case_records::sealed))
        .load(db)?)
}

pub(super) fn insert_record(
    db: &mut AnyConnection,
    id: CaseId,
    seq: i64,
    epoch: i32,
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

pub(super) fn replace_record(
    db: &mut AnyConnection,
    id: CaseId,
    seq: i64,
    epoch: i32,
    sealed: Sealed,
) -> Result<(), Refusal> {
    let changed = diesel::update(case_records::table.find((id, seq)))
        .set((
            case_records::epoch.eq(epoch),
            case_records::sealed.eq(sealed),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("a record of a case is missing").into())
}

pub(super) fn set_epoch(
    db: &mut AnyConnection,
    id: CaseId,
    from: u32,
    to: u32,
) -> Result<(), Refusal> {
    let number = |of| i32::try_from(of).unwrap_or(i32::MAX);
    let changed = diesel::update(cases::table.find(id))
        .filter(cases::epoch.eq(number(from)))
        .set(cases::epoch.eq(number(to)))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("a locked case was changed by somebody else").into())
}

pub(super) fn granted_before(
    db: &mut AnyConnection,
    group: GroupId,
    epoch: u32,
) -> Result<Vec<CaseId>, Refusal> {
    Ok(grants::table
        .filter(grants::group_id.eq(group))
        .filter(grants::group_epoch.lt(i32::try_from(epoch).unwrap_or(i32::MAX)))
        .select(grants::case_id)
        .order(grants::case_id)
        .load(db)?)
}

pub(super) fn delete_grants(db: &mut AnyConnection, id: CaseId) -> Result<(), Refusal> {
    diesel::delete(grants::table.filter(grants::case_id.eq(id))).execute(db)?;
    Ok(())
}

pub(super) fn grants(db: &mut AnyConnection, id: CaseId) -> Result<Vec<Grant>, Refusal> {
    let rows: Vec<(GroupId, i32, Sealed, Option<Sealed>)> = grants::table
        .filter(grants::case_id.eq(id))
        .order(grants::group_id)
        .select((
            grants::group_id,
            grants::group_epoch,
            grants::sealed,
            grants::quick,
        ))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(group, group_epoch, sealed, quick)| Grant {
            group,
            group_epoch,
            sealed,
            quick,
        })
        .collect())
}

pub(super) fn put_grant(
    db: &mut AnyConnection,
    id: CaseId,
    case_epoch: i32,
    grant: &Grant,
) -> Result<(), Refusal> {
    delete_grant(db, id, grant.group)?;
    diesel::insert_into(grants::table)
        .values((
            grants::case_id.eq(id),
            grants::group_id.eq(grant.group),
            grants::group_epoch.eq(grant.group_epoch),
            grants::case_epoch.eq(case_epoch),
            grants::sealed.eq(grant.sealed.clone()),
            grants::quick.eq(grant.quick.clone()),
        ))
        .execute(db)?;
    Ok(())
}

/// Only where there is none yet: the grant may have been replaced meanwhile.
pub(super) fn set_quick(
    db: &mut AnyConnection,
    id: CaseId,
    group: GroupId,
    case_epoch: i32,
    quick: Sealed,
) -> Result<(), Refusal> {
    diesel::update(grants::table.find((id, group)))
        .filter(grants::case_epoch.eq(case_epoch))
        .filter(grants::quick.is_null())
        .set(grants::quick.eq(quick))
        .execute(db)?;
    Ok(())
}

pub(super) fn delete_grant(
    db: &mut AnyConnection,
    id: CaseId,
    group: GroupId,
) -> Result<(), Refusal> {
    diesel::delete(grants::table.find((id, group))).execute(db)?;
    Ok(())
}

pub(super) fn card(db: &mut AnyConnection, id: CaseId) -> Result<Option<(i64, Sealed)>, Refusal> {
    Ok(cards::table
        .find(id)
        .select((cards::revision, cards::sealed))
        .first(db)
        .optional()?)
}

pub(super) fn insert_card(
    db: &mut AnyConnection,
    id: CaseId,
    organisation: OrganisationId,
    revision: i64,
    change: i64,
    sealed: Sealed,
) -> Result<(), Refusal> {
    diesel::insert_into(cards::table)
        .values((
            cards::case_id.eq(id),
            cards::organisation_id.eq(organisation),
            cards::revision.eq(revision),
            cards::change.eq(change),
            cards::sealed.eq(sealed),
        ))
        .execute(db)?;
    Ok(())
}

pub(super) fn update_card(
    db: &mut AnyConnection,
    id: CaseId,
    revision: i64,
    change: i64,
    sealed: Sealed,
) -> Result<(), Refusal> {
    let changed = diesel::update(cards::table.find(id))
        .set((
            cards::revision.eq(revision),
            cards::change.eq(change),
            cards::sealed.eq(sealed),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("a case has no card").into())
}

type CardColumns = (
    CaseId,
    i32,
    i64,
    Sealed,
    GroupId,
    i32,
    Sealed,
    Option<Sealed>,
);

impl From<CardColumns> for CardRow {
    fn from(columns: CardColumns) -> Self {
        let (case, case_epoch, revision, sealed, group, group_epoch, grant, quick) = columns;
        Self {
            case,
            case_epoch,
            revision,
            sealed,
            grant: Grant {
                group,
                group_epoch,
                sealed: grant,
                quick,
            },
        }
    }
}

/// Every card that a group (at one epoch) can open.
pub(super) fn cards_of_group(
    db: &mut AnyConnection,
    group: &GroupKey,
) -> Result<Vec<CardRow>, Refusal> {
    let (id, epoch) = key_of(group);
    let rows: Vec<CardColumns> = grants::table
        .inner_join(cards::table.on(cards::case_id.eq(grants::case_id)))
        .filter(grants::group_id.eq(id))
        .filter(grants::group_epoch.eq(epoch))
        .select((
            grants::case_id,
            grants::case_epoch,
            cards::revision,
            cards::sealed,
            grants::group_id,
            grants::group_epoch,
            grants::sealed,
            grants::quick,
        ))
        .load(db)?;
    Ok(rows.into_iter().map(CardRow::from).collect())
}

/// The same, of cards that changed after `since`. The organisation is named so that only those are
/// looked at: `cards_changed` begins with it.
pub(super) fn changed_cards_of_group(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    group: &GroupKey,
    since: i64,
) -> Result<Vec<CardRow>, Refusal> {
    let (id, epoch) = key_of(group);
    let rows: Vec<CardColumns> = cards::table
        .inner_join(grants::table.on(grants::case_id.eq(cards::case_id)))
        .filter(cards::organisation_id.eq(organisation))
        .filter(cards::change.gt(since))
        .filter(grants::group_id.eq(id))
        .filter(grants::group_epoch.eq(epoch))
        .select((
            grants::case_id,
            grants::case_epoch,
            cards::revision,
            cards::sealed,
            grants::group_id,
            grants::group_epoch,
            grants::sealed,
            grants::quick,
        ))
        .load(db)?;
    Ok(rows.into_iter().map(CardRow::from).collect())
}

/// Cases of an organisation whose card changed after `since`, and the number of the change.
pub(super) fn changes_since(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    since: i64,
) -> Result<Vec<(CaseId, i64)>, Refusal> {
    Ok(cards::table
        .filter(cards::organisation_id.eq(organisation))
        .filter(cards::change.gt(since))
        .select((cards::case_id, cards::change))
        .load(db)?)
}

/// The number of the last change of a card in an organisation; 0 if it has none.
pub(super) fn last_change(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<i64, Refusal> {
    let last: Option<i64> = cards::table
        .filter(cards::organisation_id.eq(organisation))
        .order(cards::change.desc())
        .select(cards::change)
        .first(db)
        .optional()?;
    Ok(last.unwrap_or(0))
}

fn key_of(group: &GroupKey) -> (GroupId, i32) {
    let epoch = i32::try_from(group.epoch()).unwrap_or(i32::MAX);
    (GroupId::from_bytes(group.id()), epoch)
}

/// The cases that a group (at one epoch) was granted.
pub(super) fn cases_of_group(
    db: &mut AnyConnection,
    group: &GroupKey,
) -> Result<Vec<CaseId>, Refusal> {
    let (id, epoch) = key_of(group);
    Ok(grants::table
        .filter(grants::group_id.eq(id))
        .filter(grants::group_epoch.eq(epoch))
        .select(grants::case_id)
        .load(db)?)
}

/// How many cards a group (at one epoch) can open: a grant taken away shows here.
pub(super) fn count_of_group(db: &mut AnyConnection, group: &GroupKey) -> Result<i64, Refusal> {
    let (id, epoch) = key_of(group);
    Ok(grants::table
        .filter(grants::group_id.eq(id))
        .filter(grants::group_epoch.eq(epoch))
        .count()
        .get_result(db)?)
}
