//! A card at a glance: what lists order and filter by, in a frame of its own and always as long, so
//! that a list of thousands opens the whole card only of those it shows.
//!
//! Frames stand in sealed segments in memory and nowhere else, so the form may change with any
//! version. Deliberately absent: anything that a list does not order or filter by.

use std::cmp::Ordering;

use amparo_store::{AccountId, CaseId, Day, Moment};
use chrono::{DateTime, Datelike, NaiveDate};

use super::model::{Card, CaseStatus};
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
    /// Something came by a call, and nobody has looked at it yet.
    pub has_news: bool,
    /// When the next step is due.
    pub due: Option<Moment>,
    /// The day something last happened.
    pub touched_on: Day,
}

/// Where a case stands in lists: open ones first, then how soon, then what is due first, then what
/// lay longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Open or closed.
    pub status: CaseStatus,
    /// How soon.
    pub priority: Priority,
    /// When the next step is due.
    pub due: Option<Moment>,
    /// The day something last happened.
    pub touched_on: Day,
    /// The case.
    pub id: CaseId,
}

/// A place without its case.
pub(super) type Key = (CaseStatus, Priority, bool, Option<Moment>, Day);

impl Place {
    /// Before every case of a status.
    pub(super) fn first(status: CaseStatus) -> Self {
        Self {
            status,
            priority: Priority::P1,
            due: Some(Moment::from(DateTime::UNIX_EPOCH)),
            touched_on: NaiveDate::MIN.into(),
            id: CaseId::from_bytes([0; 16]),
        }
    }

    pub(super) fn key(&self) -> Key {
        let (due, undated) = (self.due, self.due.is_none());
        (self.status, self.priority, undated, due, self.touched_on)
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.key(), self.id).cmp(&(other.key(), other.id))
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
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
            has_news: card.has_news,
            due: card.next.as_ref().map(|next| next.due),
            touched_on: card.touched_on,
        }
    }

    /// The order of searches: how soon, then what is due first, then what lay longest.
    pub fn urgency(&self) -> (Priority, bool, Option<Moment>, Day) {
        (self.priority, self.due.is_none(), self.due, self.touched_on)
    }

    /// Where the case stands in lists.
    pub fn place(&self) -> Place {
        Place {
            status: self.status,
            priority: self.priority,
            due: self.due,
            touched_on: self.touched_on,
            id: self.id,
        }
    }
}

/// Bytes of a frame.
pub(super) const FRAME: usize = 30;

/// No next step; no time that is kept lies so far ahead.
const UNDATED: i64 = i64::MAX;
/// Nobody; no random id is this one.
const NOBODY: [u8; 16] = [0; 16];

/// Appends the frame of a card.
pub(super) fn write(brief: &CardBrief, out: &mut Vec<u8>) {
    let due = brief.due.map(|due| due.to_utc().timestamp_micros());
    let assigned = brief.assigned.map_or(NOBODY, |who| who.as_bytes());
    out.extend_from_slice(&[number_of(brief.priority), flags(brief)]);
    out.extend_from_slice(&due.unwrap_or(UNDATED).to_be_bytes());
    out.extend_from_slice(&brief.touched_on.to_date().num_days_from_ce().to_be_bytes());
    out.extend_from_slice(&assigned);
}

fn flags(brief: &CardBrief) -> u8 {
    u8::from(brief.status == CaseStatus::Closed)
        | u8::from(brief.override_unsigned) << 1
        | u8::from(brief.has_news) << 2
}

/// Reads a frame; the segment says which case it is about.
pub(super) fn read(mut frame: &[u8], id: CaseId) -> Option<CardBrief> {
    let [priority, flags] = chunk(&mut frame)?;
    let due = i64::from_be_bytes(chunk(&mut frame)?);
    let day = i32::from_be_bytes(chunk(&mut frame)?);
    let assigned: [u8; 16] = chunk(&mut frame)?;
    let due = match due {
        UNDATED => None,
        due => Some(Moment::from(DateTime::from_timestamp_micros(due)?)),
    };
    Some(CardBrief {
        id,
        priority: priority_of(priority)?,
        status: if flags & 1 == 0 {
            CaseStatus::Open
        } else {
            CaseStatus::Closed
        },
        assigned: (assigned != NOBODY).then(|| AccountId::from_bytes(assigned)),
        override_unsigned: flags & 2 != 0,
        has_news: flags & 4 != 0,
        due,
        touched_on: NaiveDate::from_num_days_from_ce_opt(day)?.into(),
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

    fn brief(number: u8, status: CaseStatus, due: Option<&str>) -> CardBrief {
        CardBrief {
            id: CaseId::from_bytes([number; 16]),
            priority: Priority::P3,
            status,
            assigned: due.map(|_| AccountId::from_bytes([9; 16])),
            override_unsigned: due.is_some(),
            has_news: due.is_some(),
            due: due.map(|due| due.parse().unwrap()),
            touched_on: "2026-11-24".parse().unwrap(),
        }
    }

    #[test]
    fn frames_come_back_as_they_were() {
        for brief in [
            brief(1, CaseStatus::Open, Some("2026-11-25T09:30:00.000001Z")),
            brief(2, CaseStatus::Closed, None),
        ] {
            let mut bytes = Vec::new();
            write(&brief, &mut bytes);
            assert_eq!(bytes.len(), FRAME);
            assert_eq!(read(&bytes, brief.id), Some(brief));
            for end in 0..FRAME {
                assert_eq!(read(bytes.get(..end).unwrap(), brief.id), None);
            }
        }
    }

    #[test]
    fn the_most_urgent_comes_first_and_closed_cases_last() {
        let of = |priority, due, touched: &str, id| CardBrief {
            priority,
            touched_on: touched.parse().unwrap(),
            ..brief(id, CaseStatus::Open, due)
        };
        let order = [
            of(Priority::P1, Some("2026-11-25T10:00:00Z"), "2026-11-24", 9),
            of(Priority::P1, Some("2026-11-26T10:00:00Z"), "2026-11-01", 1),
            of(Priority::P1, None, "2026-11-01", 1),
            of(Priority::P1, None, "2026-11-02", 1),
            of(Priority::P1, None, "2026-11-02", 2),
            of(Priority::P4, Some("2026-11-24T10:00:00Z"), "2026-11-01", 1),
            brief(1, CaseStatus::Closed, None),
        ];
        assert!(order.map(|it| it.place()).is_sorted());
    }
}
