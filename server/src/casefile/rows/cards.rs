//! The table `cards`, and what of `grants` opens them.

use std::collections::HashMap;

use amparo_store::schema::{cards, cases, grants};
use amparo_store::{
    AnyConnection, CaseId, Digest, Epoch, OrganisationId, Position, Revision, one_row,
};
use diesel::prelude::*;

use super::grants::{Grant, GrantColumns};
use crate::foundation::{Broken, Refusal};

/// Ids in one query.
const AT_ONCE: usize = 500;

/// A sealed card as its row has it.
pub(in crate::casefile) struct SealedCard {
    pub revision: Revision,
    pub sealed: Vec<u8>,
    /// This instance's word that it wrote the card. Empty: written before cards had one.
    pub mac: Vec<u8>,
}

/// A card, and the grant that may open it.
pub(in crate::casefile) struct CardRow {
    pub case: CaseId,
    pub case_epoch: Epoch,
    pub case_revision: Revision,
    pub card: SealedCard,
    pub grant: Grant,
}

pub(in crate::casefile) fn card(
    db: &mut AnyConnection,
    id: CaseId,
) -> Result<Option<SealedCard>, Refusal> {
    let row: Option<(Revision, Vec<u8>, Vec<u8>)> = cards::table
        .find(id)
        .select((cards::revision, cards::sealed, cards::mac))
        .first(db)
        .optional()?;
    Ok(row.map(|(revision, sealed, mac)| SealedCard {
        revision,
        sealed,
        mac,
    }))
}

pub(in crate::casefile) fn insert_card(
    db: &mut AnyConnection,
    id: CaseId,
    organisation: OrganisationId,
    change: Position,
    card: SealedCard,
) -> Result<(), Refusal> {
    diesel::insert_into(cards::table)
        .values((
            cards::case_id.eq(id),
            cards::organisation_id.eq(organisation),
            cards::revision.eq(card.revision),
            cards::change.eq(change),
            cards::sealed.eq(card.sealed),
            cards::mac.eq(card.mac),
        ))
        .execute(db)?;
    Ok(())
}

pub(in crate::casefile) fn update_card(
    db: &mut AnyConnection,
    id: CaseId,
    change: Position,
    card: SealedCard,
) -> Result<(), Refusal> {
    let changed = diesel::update(cards::table.find(id))
        .set((
            cards::revision.eq(card.revision),
            cards::change.eq(change),
            cards::sealed.eq(card.sealed),
            cards::mac.eq(card.mac),
        ))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::damage("a case has no card").into())
}

type CardColumns = (CaseId, i32, i64, i64, Vec<u8>, Vec<u8>, GrantColumns);

impl CardRow {
    fn read(columns: CardColumns) -> Option<Self> {
        let (case, case_epoch, case_revision, revision, sealed, mac, grant) = columns;
        Some(Self {
            case,
            case_epoch: case_epoch.try_into().ok()?,
            case_revision: case_revision.try_into().ok()?,
            card: SealedCard {
                revision: revision.try_into().ok()?,
                sealed,
                mac,
            },
            grant: Grant::read(grant)?,
        })
    }
}

/// The cards of some cases, each with the grants under these labels. What cannot be read is left
/// out.
pub(in crate::casefile) fn cards_of(
    db: &mut AnyConnection,
    some: Vec<CaseId>,
    under: Vec<Digest>,
) -> Result<Vec<CardRow>, Refusal> {
    let rows: Vec<CardColumns> = grants::table
        .inner_join(cards::table.on(cards::case_id.eq(grants::case_id)))
        .inner_join(cases::table.on(cases::id.eq(grants::case_id)))
        .filter(grants::case_id.eq_any(some))
        .filter(grants::label.eq_any(under))
        .select((
            grants::case_id,
            cases::epoch,
            cases::revision,
            cards::revision,
            cards::sealed,
            cards::mac,
            (
                grants::label,
                grants::case_epoch,
                grants::sealed,
                grants::quick,
                grants::mac,
            ),
        ))
        .load(db)?;
    Ok(rows.into_iter().filter_map(CardRow::read).collect())
}

/// Those of some cases that are there, with what their rows say of the person's word.
pub(in crate::casefile) fn existing(
    db: &mut AnyConnection,
    some: &[CaseId],
) -> Result<HashMap<CaseId, Option<Vec<u8>>>, Refusal> {
    let mut there = HashMap::new();
    for some in some.chunks(AT_ONCE) {
        let rows: Vec<(CaseId, Option<Vec<u8>>)> = cases::table
            .filter(cases::id.eq_any(some.to_vec()))
            .select((cases::id, cases::stop))
            .load(db)?;
        there.extend(rows);
    }
    Ok(there)
}

/// Cases of an organisation whose card changed after `since`, and the number of the change. All of
/// them, since before the first.
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
