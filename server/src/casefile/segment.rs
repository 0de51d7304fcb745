//! Cards in memory, sealed: 256 to a part, in the order of lists.
//!
//! What lists order by, what search looks through and the rest of the cards are sealed apart, so
//! that a list opens 30 bytes of each case it passes, and a search the words; of the rest, sixteen
//! cards are opened for one that is answered. A part is sealed under its group's key, so what lies
//! in memory opens for members of the group only.

use std::ops::ControlFlow;
use std::sync::Arc;

use amparo_store::{CaseId, Moment};
use amparo_vault::{GroupKey, SecretBytes, Zeroizing};
use rand_core::CryptoRng;

use super::brief::{self, CardBrief, FRAME, Place};
use super::cards::CardEntry;
use super::model::Card;
use super::named::NamedGroups;
use crate::foundation::{Broken, Refusal};

/// Cards in one part.
pub(super) const PART: usize = 256;
/// Cards whose rest is sealed together.
const SHEET: usize = 16;

/// A card in the clear, while something is asked. Its head, which was compared when it was opened,
/// is left out.
pub(super) struct Opened {
    pub brief: CardBrief,
    /// When the brief says something else, though nobody changes the case.
    pub until: Option<Moment>,
    words: Zeroizing<String>,
    rest: Zeroizing<Vec<u8>>,
}

impl Opened {
    pub fn new(entry: CardEntry, now: Moment) -> Result<Self, Refusal> {
        let CardEntry { id, mut card } = entry;
        let until = card.changes_after(now);
        card.priority = card.priority_at(now);
        let brief = CardBrief::of(id, &card);
        let words = Zeroizing::new(std::mem::take(&mut card.search));
        let access = std::mem::take(&mut card.access).to_bytes();
        card.head = None;
        let card = Zeroizing::new(serde_json::to_vec(&card)?);
        let mut rest = Zeroizing::new(Vec::with_capacity(4 + access.len() + card.len()));
        put(&mut rest, &access)?;
        put(&mut rest, &card)?;
        Ok(Self {
            brief,
            until,
            words,
            rest,
        })
    }

    /// The card as one line.
    pub fn line(&self) -> Line<'_, '_> {
        Line {
            brief: self.brief,
            words: self.words.as_bytes(),
            found: Found::Opened(self),
        }
    }
}

fn card(id: CaseId, mut rest: &[u8]) -> Result<CardEntry, Refusal> {
    let access = take(&mut rest)?;
    let mut card: Card = serde_json::from_slice(take(&mut rest)?)?;
    card.access = NamedGroups::from_bytes(access).ok_or_else(unreadable)?;
    Ok(CardEntry { id, card })
}

/// Appends some bytes behind their number.
fn put(out: &mut Vec<u8>, bytes: &[u8]) -> Result<(), Refusal> {
    let length = u16::try_from(bytes.len()).map_err(|_| Broken::bug("a card is too long"))?;
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(bytes);
    Ok(())
}

/// Takes off what [`put`] wrote.
fn take<'a>(bytes: &mut &'a [u8]) -> Result<&'a [u8], Refusal> {
    let (length, rest) = bytes.split_first_chunk::<2>().ok_or_else(unreadable)?;
    let length = usize::from(u16::from_be_bytes(*length));
    let (taken, rest) = rest.split_at_checked(length).ok_or_else(unreadable)?;
    *bytes = rest;
    Ok(taken)
}

fn unreadable() -> Refusal {
    Broken::bug("a segment of cards cannot be read").into()
}

/// The group whose cards these are.
#[derive(Clone, Copy)]
pub(super) struct Group<'a> {
    pub key: &'a GroupKey,
    pub organisation: [u8; 16],
}

/// One sealed piece. No two of a group have one number while the program runs.
struct Piece {
    number: u64,
    sealed: Vec<u8>,
}

impl Piece {
    fn seal(
        group: Group<'_>,
        numbers: &mut u64,
        plain: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Refusal> {
        let number = *numbers;
        *numbers += 1;
        let sealed = group
            .key
            .seal_segment(group.organisation, number, plain, rng)?;
        Ok(Self { number, sealed })
    }

    fn open(&self, group: Group<'_>) -> Result<SecretBytes, Refusal> {
        Ok(group
            .key
            .open_segment(group.organisation, self.number, &self.sealed)?)
    }
}

struct Sealed {
    frames: Piece,
    words: Piece,
    sheets: Vec<Piece>,
}

/// Some cards, sealed. A line whose card was replaced by a later part names no case.
#[derive(Clone)]
pub(super) struct Part {
    cases: Vec<Option<CaseId>>,
    sealed: Arc<Sealed>,
}

impl Part {
    /// Seals some cards, at most [`PART`], which are in the order of lists.
    pub fn seal(
        group: Group<'_>,
        numbers: &mut u64,
        cards: &[Opened],
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Refusal> {
        // With all the room from the start, no half-grown copy is left behind.
        let room = |of: fn(&Opened) -> usize| cards.iter().map(|one| 2 + of(one)).sum();
        let mut frames = Zeroizing::new(Vec::with_capacity(cards.len() * FRAME));
        let mut words = Zeroizing::new(Vec::with_capacity(room(|one| one.words.len())));
        for one in cards {
            brief::write(&one.brief, &mut frames);
            put(&mut words, one.words.as_bytes())?;
        }
        let sheets = cards.chunks(SHEET).map(|some| {
            let length = some.iter().map(|one| 2 + one.rest.len()).sum();
            let mut sheet = Zeroizing::new(Vec::with_capacity(length));
            for one in some {
                put(&mut sheet, &one.rest)?;
            }
            Piece::seal(group, numbers, &sheet, rng)
        });
        let sheets = sheets.collect::<Result<_, Refusal>>()?;
        Ok(Self {
            cases: cards.iter().map(|one| Some(one.brief.id)).collect(),
            sealed: Arc::new(Sealed {
                frames: Piece::seal(group, numbers, &frames, rng)?,
                words: Piece::seal(group, numbers, &words, rng)?,
                sheets,
            }),
        })
    }

    /// The same without some cases.
    pub fn without(&self, gone: impl Fn(&CaseId) -> bool) -> Self {
        Self {
            cases: self
                .cases
                .iter()
                .map(|case| case.filter(|id| !gone(id)))
                .collect(),
            sealed: Arc::clone(&self.sealed),
        }
    }

    /// Whether the part begins before `place`. Cases that stand alike but for their number may lie
    /// on both sides.
    pub fn begins_before(&self, group: Group<'_>, place: &Place) -> Result<bool, Refusal> {
        let frames = self.sealed.frames.open(group)?;
        let first = frames.expose().get(..FRAME).ok_or_else(unreadable)?;
        let first = brief::read(first, place.id).ok_or_else(unreadable)?;
        Ok(first.place().key() < place.key())
    }

    /// Shows the lines that are `wanted`, with their words if these are asked for.
    pub fn look<'p>(
        &'p self,
        group: Group<'_>,
        with_words: bool,
        wanted: &dyn Fn(&CaseId) -> bool,
        look: &mut dyn FnMut(&Line<'_, 'p>) -> Result<ControlFlow<()>, Refusal>,
    ) -> Result<ControlFlow<()>, Refusal> {
        if !self.cases.iter().flatten().any(wanted) {
            return Ok(ControlFlow::Continue(()));
        }
        let frames = self.sealed.frames.open(group)?;
        let words = match with_words {
            true => Some(self.sealed.words.open(group)?),
            false => None,
        };
        let mut words = words.as_ref().map(SecretBytes::expose);
        let frames = frames.expose().chunks_exact(FRAME);
        for (line, (case, frame)) in self.cases.iter().zip(frames).enumerate() {
            // Words are taken off also when nobody wants the line: the next begin where they end.
            let words = words.as_mut().map(take).transpose()?;
            let Some(id) = case.filter(wanted) else {
                continue;
            };
            let line = Line {
                brief: brief::read(frame, id).ok_or_else(unreadable)?,
                words: words.unwrap_or_default(),
                found: Found::Sealed { part: self, line },
            };
            if look(&line)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// One card, as far as it was asked for.
pub(super) struct Line<'a, 'p> {
    pub brief: CardBrief,
    /// The words that search looks through, if they were asked for.
    pub words: &'a [u8],
    /// Where the whole card is.
    pub found: Found<'p>,
}

/// Where a card is that was found.
#[derive(Clone, Copy)]
pub(super) enum Found<'p> {
    Sealed { part: &'p Part, line: usize },
    Opened(&'p Opened),
}

impl Found<'_> {
    /// The whole card, without the head of its chain. What search looks through is not in it.
    pub fn card(self, group: Group<'_>, brief: CardBrief) -> Result<CardEntry, Refusal> {
        let (part, line) = match self {
            Self::Opened(one) => return card(brief.id, &one.rest),
            Self::Sealed { part, line } => (part, line),
        };
        let sheet = part.sealed.sheets.get(line / SHEET);
        let sheet = sheet.ok_or_else(unreadable)?.open(group)?;
        let mut rest = sheet.expose();
        for _ in 0..line % SHEET {
            take(&mut rest)?;
        }
        card(brief.id, take(&mut rest)?)
    }
}

#[cfg(test)]
mod tests {
    use amparo_store::{AccountId, GroupId};
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    use super::*;
    use crate::casefile::{Author, CaseStatus, NamedGroup, NextStep};
    use crate::words::Priority;

    fn rng() -> ChaCha20Rng {
        ChaCha20Rng::from_seed([4; 32])
    }

    fn entry(number: u16) -> CardEntry {
        let day = "2026-11-24".parse().unwrap();
        let mut id = [7; 16];
        id[..2].copy_from_slice(&number.to_be_bytes());
        let busy = number.is_multiple_of(3);
        let card = Card {
            pseudonym: format!("C-{number}"),
            priority: Priority::P3,
            status: CaseStatus::Open,
            assigned: busy.then(|| Author {
                account: AccountId::from_bytes([9; 16]),
                name: "Ana".to_owned(),
            }),
            next: busy.then(|| NextStep {
                due: "2026-11-25T09:30:00.000001Z".parse().unwrap(),
                what: "Hearing".to_owned(),
                kind: crate::casefile::NextKind::Task,
                time_zone: None,
            }),
            languages: Vec::new(),
            country: None,
            detained: false,
            open_needs: Vec::new(),
            override_unsigned: busy,
            removal_at: None,
            has_news: busy,
            no_contact: false,
            opened_on: day,
            touched_on: day,
            search: format!("amina dembélé {number}"),
            access: NamedGroups(vec![NamedGroup {
                group: GroupId::from_bytes([3; 16]),
                epoch: 7,
            }]),
            head: None,
        };
        CardEntry {
            id: CaseId::from_bytes(id),
            card,
        }
    }

    fn sealed(key: &GroupKey, number: u16) -> (Part, u64) {
        let group = Group {
            key,
            organisation: [1; 16],
        };
        let cards: Vec<Opened> = (0..number)
            .map(|one| Opened::new(entry(one), "2026-11-24T00:00:00Z".parse().unwrap()).unwrap())
            .collect();
        let mut numbers = 40;
        let part = Part::seal(group, &mut numbers, &cards, &mut rng()).unwrap();
        (part, numbers)
    }

    #[test]
    fn cards_come_back_as_they_were() {
        let key = GroupKey::generate([2; 16], 1, &mut rng());
        let group = Group {
            key: &key,
            organisation: [1; 16],
        };
        let (part, numbers) = sealed(&key, 37);
        assert_eq!(numbers, 45, "three sheets, frames and words");
        let gone = entry(20).id;
        let part = part.without(|id| *id == gone);
        for with_words in [false, true] {
            let mut seen = Vec::new();
            let look = part.look(group, with_words, &|_| true, &mut |line| {
                let mut card = line.found.card(group, line.brief)?;
                card.card.search = String::from_utf8(line.words.to_vec()).unwrap();
                seen.push(card);
                Ok(ControlFlow::Continue(()))
            });
            assert!(look.unwrap().is_continue());
            assert_eq!(seen.len(), 36);
            for seen in seen {
                let number = u16::from_be_bytes(*seen.id.as_bytes().first_chunk().unwrap());
                let mut expected = entry(number).card;
                if !with_words {
                    expected.search.clear();
                }
                assert_eq!(seen.card, expected);
            }
        }
    }

    #[test]
    fn another_group_opens_nothing() {
        let key = GroupKey::generate([2; 16], 1, &mut rng());
        let other = GroupKey::generate([2; 16], 1, &mut ChaCha20Rng::from_seed([5; 32]));
        let (part, _) = sealed(&key, 5);
        for (key, organisation) in [(&other, [1; 16]), (&key, [8; 16])] {
            let group = Group { key, organisation };
            let look = part.look(group, true, &|_| true, &mut |_| {
                panic!("it was opened");
            });
            assert!(look.is_err());
        }
    }
}
