//! Cards: sealing the summary, and reading the cards in a member's reach.

use amparo_store::{CaseId, OrganisationId, Sealed};
use amparo_vault::{CaseKey, GroupKey, Zeroizing};

use super::model::Card;
use super::{CaseAccess, access, rows};
use crate::foundation::{Act, Broken, Refusal};
use crate::register;

/// A card and the case it is about.
#[derive(Clone, Debug)]
pub struct CardEntry {
    /// The case.
    pub id: CaseId,
    /// Its card.
    pub card: Card,
}

/// Opens the card of a case and the head it holds.
pub(super) fn open(
    act: &mut Act<'_>,
    (id, organisation): (CaseId, OrganisationId),
    key: &CaseKey,
    revision: i64,
) -> Result<(Card, Option<[u8; 32]>), Refusal> {
    let (sealed_at, sealed) =
        rows::card(act.db(), id)?.ok_or_else(|| Broken::bug("a case has no card"))?;
    if sealed_at > revision {
        return Err(Broken::bug("a case was rolled back behind its card").into());
    }
    let number = u64::try_from(sealed_at).unwrap_or_default();
    let plain = key.open_card(organisation.as_bytes(), number, sealed.as_slice())?;
    let card: Card = serde_json::from_slice(plain.expose())?;
    let head = card.head.as_deref().map(parse_hex).transpose()?;
    if sealed_at != revision {
        return Err(Broken::bug("the card of a case was rolled back").into());
    }
    Ok((card, head))
}

/// Seals the card as the chain now stands.
pub(super) fn seal(act: &mut Act<'_>, case: &CaseAccess) -> Result<(), Refusal> {
    let (revision, sealed) = sealed(act, case)?;
    let change = register::next_change(act, case.organisation)?;
    rows::update_card(act.db(), case.id, (revision, change), sealed)
}

/// The first card of a new case.
pub(super) fn insert(act: &mut Act<'_>, case: &CaseAccess) -> Result<(), Refusal> {
    let (revision, sealed) = sealed(act, case)?;
    let change = register::next_change(act, case.organisation)?;
    rows::insert_card(
        act.db(),
        (case.id, case.organisation),
        (revision, change),
        sealed,
    )
}

fn sealed(act: &mut Act<'_>, case: &CaseAccess) -> Result<(i64, Sealed), Refusal> {
    let mut card = case.card.clone();
    card.touched_on = act.now.to_day();
    card.head = case.head.map(|head| hex(&head));
    let plain = Zeroizing::new(serde_json::to_vec(&card)?);
    let sealed =
        case.key
            .seal_card(case.organisation.as_bytes(), case.length, &plain, act.rng())?;
    Ok((
        i64::try_from(case.length).unwrap_or(i64::MAX),
        Sealed::new(sealed)?,
    ))
}

/// Every card in the acting member's reach, each once.
pub fn cards_in_reach(act: &mut Act<'_>) -> Result<Vec<CardEntry>, Refusal> {
    let member = act.member()?;
    let mut seen = std::collections::HashSet::new();
    let mut cards = Vec::new();
    for held in member.keyring().memberships() {
        for row in rows::cards_of_group(act.db(), &held.key, 0)? {
            if seen.insert(row.case) {
                cards.push(open_row(act, &row, &held.key)?);
            }
        }
    }
    Ok(cards)
}

/// How many cases are in the acting member's reach.
pub fn count_in_reach(act: &mut Act<'_>) -> Result<usize, Refusal> {
    Ok(cards_in_reach(act)?.len())
}

/// Opens one card through a group's grant.
pub(super) fn open_row(
    act: &mut Act<'_>,
    row: &rows::CardRow,
    group: &GroupKey,
) -> Result<CardEntry, Refusal> {
    let epoch = u32::try_from(row.case_epoch).unwrap_or_default();
    let key = access::case_key(act, &row.grant, group, (row.case, epoch))?;
    let organisation = act.member()?.organisation.as_bytes();
    let number = u64::try_from(row.revision).unwrap_or_default();
    let plain = key.open_card(organisation, number, row.sealed.as_slice())?;
    Ok(CardEntry {
        id: row.case,
        card: serde_json::from_slice(plain.expose())?,
    })
}

fn hex(bytes: &[u8; 32]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            // Writing into a string cannot fail.
            let _: std::fmt::Result = write!(text, "{byte:02x}");
            text
        })
}

fn parse_hex(text: &str) -> Result<[u8; 32], Refusal> {
    let mut bytes = [0_u8; 32];
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = text
            .get(2 * index..2 * index + 2)
            .and_then(|pair| u8::from_str_radix(pair, 16).ok())
            .ok_or_else(|| Broken::bug("the head in a card cannot be read"))?;
    }
    Ok(bytes)
}
