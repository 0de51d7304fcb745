//! The table `cards`, and what of `grants` opens them.

use amparo_store::schema::{cards, cases, grants};
use amparo_store::{
    AnyConnection, CaseId, Epoch, GroupId, OrganisationId, Position, Revision, Sealed, one_row,
};
use amparo_vault::GroupKey;
use diesel::prelude::*;

use super::grants::{Grant, key_of};
use crate::foundation::{Broken, Refusal};

pub(in crate::casefile) struct CardRow {
    pub case: CaseId,
    pub case_epoch: Epoch,
    pub case_revision: Revision,
    pub revision: Revision,
    pub sealed: Sealed,
    pub grant: Grant,
}

pub(in crate::casefile) fn card(
    db: &mut AnyConnection,
    id: CaseId,
) -> Result<Option<(Revision, Sealed)>, Refusal> {
    Ok(cards::table
        .find(id)
        .select((cards::revision, cards::sealed))
        .first(db)
        .optional()?)
}

pub(in crate::casefile) fn insert_card(
    db: &mut AnyConnection,
    id: CaseId,
    organisation: OrganisationId,
    revision: Revision,
    change: Position,
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

pub(in crate::casefile) fn update_card(
    db: &mut AnyConnection,
    id: CaseId,
    revision: Revision,
    change: Position,
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
    Epoch,
    Revision,
    Revision,
    Sealed,
    GroupId,
    Epoch,
    Sealed,
    Option<Sealed>,
);

impl From<CardColumns> for CardRow {
    fn from(columns: CardColumns) -> Self {
        let (case, case_epoch, case_revision, revision, sealed, group, group_epoch, grant, quick) =
            columns;
        Self {
            case,
            case_epoch,
            case_revision,
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
pub(in crate::casefile) fn cards_of_group(
    db: &mut AnyConnection,
    group: &GroupKey,
) -> Result<Vec<CardRow>, Refusal> {
    let (id, epoch) = key_of(group)?;
    let rows: Vec<CardColumns> = grants::table
        .inner_join(cards::table.on(cards::case_id.eq(grants::case_id)))
        .inner_join(cases::table.on(cases::id.eq(grants::case_id)))
        .filter(grants::group_id.eq(id))
        .filter(grants::group_epoch.eq(epoch))
        .select((
            grants::case_id,
            cases::epoch,
            cases::revision,
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
pub(in crate::casefile) fn changed_cards_of_group(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    group: &GroupKey,
    since: Position,
) -> Result<Vec<CardRow>, Refusal> {
    let (id, epoch) = key_of(group)?;
    let rows: Vec<CardColumns> = cards::table
        .inner_join(grants::table.on(grants::case_id.eq(cards::case_id)))
        .inner_join(cases::table.on(cases::id.eq(grants::case_id)))
        .filter(cards::organisation_id.eq(organisation))
        .filter(cards::change.gt(since))
        .filter(grants::group_id.eq(id))
        .filter(grants::group_epoch.eq(epoch))
        .select((
            grants::case_id,
            cases::epoch,
            cases::revision,
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
pub(in crate::casefile) fn changes_since(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    since: Position,
) -> Result<Vec<(CaseId, Position)>, Refusal> {
    Ok(cards::table
        .filter(cards::organisation_id.eq(organisation))
        .filter(cards::change.gt(since))
        .select((cards::case_id, cards::change))
        .load(db)?)
}

/// The number of the last change of a card in an organisation; 0 if it has none.
pub(in crate::casefile) fn last_change(
    db: &mut AnyConnection,
    organisation: OrganisationId,
) -> Result<Position, Refusal> {
    let last: Option<Position> = cards::table
        .filter(cards::organisation_id.eq(organisation))
        .order(cards::change.desc())
        .select(cards::change)
        .first(db)
        .optional()?;
    Ok(last.unwrap_or_default())
}
