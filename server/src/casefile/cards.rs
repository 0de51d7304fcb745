//! Cards: sealing the summary, and reading the cards in a member's reach.

use amparo_store::{CaseId, Digest, Epoch, OrganisationId};
use amparo_vault::{CARD_FRAME, CaseKey, Zeroizing, record_hash};

use super::keys::Held;
use super::model::Card;
use super::rows::SealedCard;
use super::{CaseAccess, keys, put_back, report, rows};
use crate::foundation::{Act, App, Broken, CaseState, Reason, Refusal};
use crate::register;

/// A card and the case it is about.
#[derive(Clone, Debug)]
pub struct CardEntry {
    /// The case.
    pub id: CaseId,
    /// Its card.
    pub card: Card,
}

/// Opens the card of a case and the head it holds. The card must be as new as the case.
pub(super) fn open(
    act: &mut Act<'_>,
    id: CaseId,
    row: &rows::CaseRow,
    key: &CaseKey,
) -> Result<(Card, Option<[u8; 32]>), Refusal> {
    let kept = report::sound(rows::card(act.db(), id))?.ok_or_else(damaged)?;
    let card = read(row.organisation, key, &kept).ok_or_else(damaged)?;
    let word = word(
        act.app(),
        row.organisation,
        id,
        key.epoch().try_into()?,
        &kept,
    );
    // Cards of the first release have no word, and name nobody: they open nothing but taking over.
    let is_of_before = kept.mac.is_empty() && card.access.is_empty();
    if kept.mac != word.as_bytes() && !is_of_before {
        return Err(damaged());
    }
    let head = card.head.as_deref().map(parse_hex).transpose()?;
    if kept.revision != row.revision {
        return Err(Refusal::Because(Reason::CasePutBack));
    }
    Ok((card, head))
}

fn damaged() -> Refusal {
    Refusal::Because(Reason::CaseDamaged)
}

/// A sealed card, if it is one and this key's.
fn read(organisation: OrganisationId, key: &CaseKey, kept: &SealedCard) -> Option<Card> {
    let plain = key.open_card(organisation.as_bytes(), kept.revision.get(), &kept.sealed);
    serde_json::from_slice(plain.ok()?.expose()).ok()
}

/// This instance's word that it wrote the card of a case, and with it the head of the chain and the
/// list of who may open the case. Somebody who left may still have the case's key until it changes,
/// and who writes rows could go on writing the case with it.
fn word(
    app: &App,
    organisation: OrganisationId,
    case: CaseId,
    epoch: Epoch,
    kept: &SealedCard,
) -> Digest {
    let (epoch, revision) = (epoch.get(), kept.revision.get());
    let sealed = hex(&record_hash(&kept.sealed));
    let text = format!("{organisation}\n{case}\n{epoch}\n{revision}\n{sealed}");
    app.instance.lookup_tag("card", &text).into()
}

/// Seals the card as the chain now stands.
pub(super) fn seal(act: &mut Act<'_>, case: &CaseAccess) -> Result<(), Refusal> {
    let sealed = sealed(act, case)?;
    let change = register::next_change(act, case.organisation)?;
    rows::update_card(act.db(), case.id, change, sealed)
}

/// The first card of a new case.
pub(super) fn insert(act: &mut Act<'_>, case: &CaseAccess) -> Result<(), Refusal> {
    let sealed = sealed(act, case)?;
    let change = register::next_change(act, case.organisation)?;
    rows::insert_card(act.db(), case.id, case.organisation, change, sealed)
}

fn sealed(act: &mut Act<'_>, case: &CaseAccess) -> Result<SealedCard, Refusal> {
    let mut card = case.card.clone();
    card.touched_on = act.now.to_day();
    card.head = case.head.map(|head| hex(&head));
    let plain = fit(card)?;
    let sealed =
        case.key
            .seal_card(case.organisation.as_bytes(), case.length, &plain, act.rng())?;
    let mut kept = SealedCard {
        revision: case.length.try_into()?,
        sealed,
        mac: Vec::new(),
    };
    let epoch = case.key.epoch().try_into()?;
    kept.mac = word(act.app(), case.organisation, case.id, epoch, &kept)
        .as_bytes()
        .to_vec();
    Ok(kept)
}

/// The card as it goes into its frame. What is longest is cut by a quarter until it fits: words to
/// search by, then the words of the next step, then a name.
fn fit(mut card: Card) -> Result<Zeroizing<Vec<u8>>, Refusal> {
    loop {
        let plain = Zeroizing::new(serde_json::to_vec(&card)?);
        if plain.len() < CARD_FRAME {
            return Ok(plain);
        }
        if card.search.len() > 40 {
            card.search = three_quarters(&card.search);
        } else if let Some(next) = card.next.as_mut().filter(|next| next.what.len() > 20) {
            next.what = three_quarters(&next.what);
        } else if let Some(who) = card.assigned.as_mut().filter(|who| who.name.len() > 20) {
            who.name = three_quarters(&who.name);
        } else {
            return Err(Broken::bug("a card does not fit its frame").into());
        }
    }
}

fn three_quarters(text: &str) -> String {
    text.chars().take(text.chars().count() * 3 / 4).collect()
}

/// What a list makes of a card.
#[derive(Debug)]
pub(super) enum Shown {
    /// It is shown.
    Card(Box<CardEntry>),
    /// It is there and not believed: a list says that it leaves something out.
    Withheld,
    /// The grant was not meant for this group, whatever its row says.
    Foreign,
}

/// Opens one card through a group's grant. A card is shown if its own case names the group, and if
/// it is as new as the row of the case and as whatever was seen of the case before.
pub(super) fn open_row(
    act: &mut Act<'_>,
    row: &rows::CardRow,
    held: &Held<'_>,
) -> Result<Shown, Refusal> {
    let organisation = act.member()?.organisation;
    let (case, epoch) = (row.case, row.case_epoch);
    let is_ours = keys::is_ours(act, organisation, case, &row.grant);
    let key = match is_ours && row.grant.case_epoch == epoch {
        true => keys::case_key(act, case, &row.grant, held)?,
        false => None,
    };
    let Some(key) = key else {
        report::passed_over(act, organisation, case)?;
        return Ok(Shown::Foreign);
    };
    let at = CaseState {
        epoch: epoch.get(),
        revision: row.card.revision.get(),
    };
    let is_old =
        row.card.revision != row.case_revision || put_back::is_old(act, organisation, case, at);
    let is_ours = row.card.mac == word(act.app(), organisation, case, epoch, &row.card).as_bytes();
    let card = read(organisation, &key, &row.card).filter(|_| is_ours && !is_old);
    let Some(card) = card else {
        report::withheld(act, organisation, case, is_old)?;
        return Ok(Shown::Withheld);
    };
    if !card.access.names(held.key.id(), held.key.epoch()) {
        report::passed_over(act, organisation, case)?;
        return Ok(Shown::Foreign);
    }
    Ok(Shown::Card(Box::new(CardEntry { id: case, card })))
}

fn hex(bytes: &[u8; 32]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

fn parse_hex(text: &str) -> Result<[u8; 32], Refusal> {
    let mut bytes = [0_u8; 32];
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = text
            .get(2 * index..2 * index + 2)
            .and_then(|pair| u8::from_str_radix(pair, 16).ok())
            .ok_or_else(damaged)?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casefile::{Author, CaseStatus, NamedGroup, NamedGroups, NextStep};
    use crate::words::{NeedCategory, Priority};

    #[test]
    fn the_fullest_card_fits_its_frame() {
        let day: amparo_store::Day = "2026-11-24".parse().unwrap();
        let named = NamedGroup {
            group: amparo_store::GroupId::from_bytes([255; 16]),
            epoch: u32::MAX,
        };
        let language = crate::words::Language::parse("tir").unwrap();
        let mut card = Card {
            pseudonym: "C-7F3K".to_owned(),
            priority: Priority::P1,
            removal_at: Some(day.start()),
            has_news: true,
            no_contact: true,
            status: CaseStatus::Open,
            assigned: Some(Author {
                account: amparo_store::AccountId::from_bytes([1; 16]),
                name: "ሰ".repeat(120),
            }),
            next: Some(NextStep {
                due: day.start(),
                what: "\"".repeat(60),
                kind: crate::casefile::NextKind::Removal,
                time_zone: Some("America/Argentina/ComodRivadavia".to_owned()),
            }),
            languages: vec![language; 4],
            country: crate::words::Country::parse("GR"),
            detained: true,
            open_needs: NeedCategory::ALL.to_vec(),
            override_unsigned: true,
            opened_on: day,
            touched_on: day,
            search: String::new(),
            access: NamedGroups(vec![named; 4]),
            head: Some("0".repeat(64)),
        };
        card.add_search(&"ትግርኛ ".repeat(200));
        (0..80).for_each(|number| card.add_search(&format!("word{number}")));
        let plain = fit(card).unwrap();
        assert!(plain.len() < CARD_FRAME);
        let read: Card = serde_json::from_slice(&plain).unwrap();
        assert_eq!(read.pseudonym, "C-7F3K");
    }
}
