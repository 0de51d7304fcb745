//! A card at a glance: what lists order and filter by, in a fixed frame before the card itself, so
//! that a list of thousands reads the whole card only of those it shows.
//!
//! Lines of this form stand in sealed segments in memory and nowhere else, so the form may change
//! with any version. Deliberately absent: anything that a list does not order or filter by.

use amparo_store::{AccountId, CaseId, Day, Moment};
use amparo_vault::Zeroizing;
use chrono::{DateTime, Datelike, NaiveDate};

use super::cards::CardEntry;
use super::model::{Card, CaseStatus};
use super::named::{NamedGroup, NamedGroups};
use crate::foundation::{Broken, Refusal};
use crate::words::Priority;

/// What a list orders and filters by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardBrief {
    /// The case.
    pub id: CaseId,
    /// How soon.
    pub priority: Priority,
    /// Open or closed.
    pub status: CaseStatus,
    /// Who works it.
    pub assigned: Option<AccountId>,
    /// Something was shared without consent, and no supervisor has looked at it yet.
    pub override_unsigned: bool,
    /// When the next step is due.
    pub due: Option<Moment>,
    /// The day something last happened.
    pub touched_on: Day,
}

impl CardBrief {
    /// What is seen of a card.
    pub fn of(id: CaseId, card: &Card) -> Self {
        Self {
            id,
            priority: card.priority,
            status: card.status,
            assigned: card.assigned.as_ref().map(|who| who.account),
            override_unsigned: card.override_unsigned,
            due: card.next.as_ref().map(|next| next.due),
            touched_on: card.touched_on,
        }
    }

    /// The order of lists: how soon, then what is due first, then what lay longest.
    pub fn urgency(&self) -> (Priority, bool, Option<Moment>, Day) {
        (self.priority, self.due.is_none(), self.due, self.touched_on)
    }
}

/// One card as it stands in a segment.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub brief: CardBrief,
    /// The words that search looks through.
    pub search: &'a [u8],
    access: &'a [u8],
    card: &'a [u8],
}

/// No next step; no time that is kept lies so far ahead.
const UNDATED: i64 = i64::MAX;
/// Nobody; no random id is this one.
const NOBODY: [u8; 16] = [0; 16];

/// Appends a card. Its search words and its groups stand before the rest, and once; its head, which
/// was compared when it was opened, not at all.
pub(super) fn write(entry: CardEntry, out: &mut Zeroizing<Vec<u8>>) -> Result<(), Refusal> {
    let CardEntry { id, mut card } = entry;
    let brief = CardBrief::of(id, &card);
    let search = Zeroizing::new(std::mem::take(&mut card.search));
    let access = std::mem::take(&mut card.access).to_bytes();
    card.head = None;
    let rest = Zeroizing::new(serde_json::to_vec(&card)?);
    let due = brief.due.map(|due| due.to_utc().timestamp_micros());
    let assigned = brief.assigned.map_or(NOBODY, |who| who.as_bytes());
    out.extend_from_slice(&[number_of(brief.priority), flags(&brief)]);
    out.extend_from_slice(&due.unwrap_or(UNDATED).to_be_bytes());
    out.extend_from_slice(&brief.touched_on.to_date().num_days_from_ce().to_be_bytes());
    out.extend_from_slice(&assigned);
    out.extend_from_slice(&length(search.as_bytes())?);
    out.extend_from_slice(&length(&access)?);
    out.extend_from_slice(&length(&rest)?);
    out.extend_from_slice(search.as_bytes());
    out.extend_from_slice(&access);
    out.extend_from_slice(&rest);
    Ok(())
}

fn length(bytes: &[u8]) -> Result<[u8; 2], Refusal> {
    u16::try_from(bytes.len())
        .map(u16::to_be_bytes)
        .map_err(|_| Broken::bug("a card is longer than its frame").into())
}

fn flags(brief: &CardBrief) -> u8 {
    u8::from(brief.status == CaseStatus::Closed) | u8::from(brief.override_unsigned) << 1
}

impl<'a> Line<'a> {
    /// Takes the next line off `rest`; the segment says which case it is about.
    pub fn take(rest: &mut &'a [u8], id: CaseId) -> Result<Self, Refusal> {
        read(rest, id).ok_or_else(|| Broken::bug("a segment of cards cannot be read").into())
    }

    /// Whether the case may be opened by a group of which this is true.
    pub fn names(&self, wanted: impl Fn(&NamedGroup) -> bool) -> Result<bool, Refusal> {
        Ok(self.groups()?.0.iter().any(wanted))
    }

    fn groups(&self) -> Result<NamedGroups, Refusal> {
        NamedGroups::from_bytes(self.access)
            .ok_or_else(|| Broken::bug("a segment of cards cannot be read").into())
    }

    /// The whole card, without the head of its chain.
    pub fn card(&self) -> Result<CardEntry, Refusal> {
        let mut card: Card = serde_json::from_slice(self.card)?;
        card.access = self.groups()?;
        card.search = String::from_utf8_lossy(self.search).into_owned();
        Ok(CardEntry {
            id: self.brief.id,
            card,
        })
    }

    /// The line for later, when its segment is closed again.
    pub fn keep(&self) -> KeptLine {
        KeptLine {
            brief: self.brief,
            search: Zeroizing::new(self.search.to_vec()),
            access: self.access.to_vec(),
            card: Zeroizing::new(self.card.to_vec()),
        }
    }
}

/// A line that outlives its segment.
pub(super) struct KeptLine {
    brief: CardBrief,
    search: Zeroizing<Vec<u8>>,
    access: Vec<u8>,
    card: Zeroizing<Vec<u8>>,
}

impl KeptLine {
    /// The whole card.
    pub fn card(&self) -> Result<CardEntry, Refusal> {
        let line = Line {
            brief: self.brief,
            search: &self.search,
            access: &self.access,
            card: &self.card,
        };
        line.card()
    }
}

fn read<'a>(rest: &mut &'a [u8], id: CaseId) -> Option<Line<'a>> {
    let [priority, flags] = chunk(rest)?;
    let due = i64::from_be_bytes(chunk(rest)?);
    let day = i32::from_be_bytes(chunk(rest)?);
    let assigned: [u8; 16] = chunk(rest)?;
    let search = usize::from(u16::from_be_bytes(chunk(rest)?));
    let access = usize::from(u16::from_be_bytes(chunk(rest)?));
    let card = usize::from(u16::from_be_bytes(chunk(rest)?));
    let due = match due {
        UNDATED => None,
        due => Some(Moment::from(DateTime::from_timestamp_micros(due)?)),
    };
    let brief = CardBrief {
        id,
        priority: priority_of(priority)?,
        status: if flags & 1 == 0 {
            CaseStatus::Open
        } else {
            CaseStatus::Closed
        },
        assigned: (assigned != NOBODY).then(|| AccountId::from_bytes(assigned)),
        override_unsigned: flags & 2 != 0,
        due,
        touched_on: NaiveDate::from_num_days_from_ce_opt(day)?.into(),
    };
    let (search, after) = rest.split_at_checked(search)?;
    let (access, after) = after.split_at_checked(access)?;
    let (card, after) = after.split_at_checked(card)?;
    *rest = after;
    Some(Line {
        brief,
        search,
        access,
        card,
    })
}

fn chunk<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (chunk, after) = rest.split_first_chunk::<N>()?;
    *rest = after;
    Some(*chunk)
}

fn number_of(priority: Priority) -> u8 {
    match priority {
        Priority::P1 => 1,
        Priority::P2 => 2,
        Priority::P3 => 3,
        Priority::P4 => 4,
    }
}

fn priority_of(number: u8) -> Option<Priority> {
    match number {
        1 => Some(Priority::P1),
        2 => Some(Priority::P2),
        3 => Some(Priority::P3),
        4 => Some(Priority::P4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casefile::{Author, NextStep};

    fn entry(number: u8, closed: bool, busy: bool) -> CardEntry {
        let day: Day = "2026-11-24".parse().unwrap();
        let assigned = busy.then(|| Author {
            account: AccountId::from_bytes([9; 16]),
            name: "Ana".to_owned(),
        });
        let next = busy.then(|| NextStep {
            due: "2026-11-25T09:30:00.000001Z".parse().unwrap(),
            what: "Hearing".to_owned(),
        });
        let status = if closed {
            CaseStatus::Closed
        } else {
            CaseStatus::Open
        };
        let card = Card {
            pseudonym: "C-7F3K".to_owned(),
            priority: Priority::P3,
            status,
            assigned,
            next,
            languages: Vec::new(),
            country: None,
            detained: false,
            open_needs: Vec::new(),
            override_unsigned: busy,
            opened_on: day,
            touched_on: day,
            search: "amina dembélé".to_owned(),
            access: NamedGroups(vec![NamedGroup {
                group: amparo_store::GroupId::from_bytes([number; 16]),
                epoch: 7,
            }]),
            head: None,
        };
        CardEntry {
            id: CaseId::from_bytes([number; 16]),
            card,
        }
    }

    #[test]
    fn cards_come_back_as_they_were() {
        let entries = [entry(1, false, true), entry(2, true, false)];
        let mut bytes = Zeroizing::new(Vec::new());
        for entry in &entries {
            write(entry.clone(), &mut bytes).unwrap();
        }
        let mut rest = bytes.as_slice();
        for entry in &entries {
            let line = Line::take(&mut rest, entry.id).unwrap();
            assert_eq!(line.brief, CardBrief::of(entry.id, &entry.card));
            assert_eq!(line.search, "amina dembélé".as_bytes());
            let opened = line.keep().card().unwrap();
            assert_eq!(opened.card, entry.card);
        }
        assert!(rest.is_empty());
    }

    #[test]
    fn a_line_that_was_cut_is_refused() {
        let mut bytes = Zeroizing::new(Vec::new());
        write(entry(1, false, true), &mut bytes).unwrap();
        for end in 0..bytes.len() {
            let mut rest = bytes.get(..end).unwrap();
            assert!(Line::take(&mut rest, CaseId::from_bytes([1; 16])).is_err());
        }
    }
}
