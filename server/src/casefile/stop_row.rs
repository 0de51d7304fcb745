//! What rows keep of the person's newest statement about a file, and what of it is believed.
//!
//! A row is u64 number ‖ mac ‖ signature, or number ‖ mac alone. The mac is this instance's: who
//! writes rows without its key says nothing. The signature is the person's, checked where the key for
//! it is known from inside a sealed file. What must stay true: a statement is believed for its own
//! row only; one that is older than what this server has seen counts for nothing; this instance's
//! word alone can stop, and let go on only where a file knows no key to check with.

use amparo_store::{Digest, OrganisationId};
use amparo_vault::{StopStatement, Stopped};
use data_encoding::HEXLOWER;

use crate::foundation::{Act, App, MarkedRow, RowKind};

/// What the migration leaves where a flag of the first release said that sharing was stopped.
pub const STOPPED_BEFORE: &[u8] = &[1];

/// The row says something that nobody who may say it has said.
const NOT_BELIEVED: &str = "statement_not_believed";
/// The row has less than this server has seen.
const PUT_BACK: &str = "statement_put_back";

/// A statement as a row keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StopRow {
    /// The statement's number.
    pub number: u64,
    /// The person's, if it was kept.
    pub signature: Option<[u8; 64]>,
}

/// What a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowSays {
    /// Nothing.
    Nothing,
    /// A flag of the first release.
    Before,
    /// Something that this instance did not write there.
    Unproved,
    /// A statement that this instance wrote there.
    Statement(StopRow),
}

/// What is known besides the row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// Whether the signature is good; `None` where there is no key to check it with.
    pub is_signed: Option<bool>,
    /// The newest number that this server has seen for the row.
    pub seen: u64,
    /// The newest number that the sealed file remembers of digits that lapsed.
    pub in_file: u64,
    /// The flags of the first release were not taken over yet.
    pub flags_count: bool,
}

/// How things stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The newest number; 0 if nothing was ever said.
    pub newest: u64,
    /// What the person has stopped.
    pub stopped: Stopped,
    /// Why the row was not believed, if it was not.
    pub doubt: Option<&'static str>,
}

impl StopRow {
    /// The row of a case or a receipt, whose id is `subject`.
    pub fn bytes(self, app: &App, organisation: OrganisationId, subject: uuid::Uuid) -> Vec<u8> {
        let mac = self.mac(app, organisation, subject);
        let signature = self.signature.as_ref().map(<[u8; 64]>::as_slice);
        [
            self.number.to_be_bytes().as_slice(),
            mac.as_bytes(),
            signature.unwrap_or_default(),
        ]
        .concat()
    }

    fn mac(&self, app: &App, organisation: OrganisationId, subject: uuid::Uuid) -> Digest {
        let number = self.number;
        let signature = self.signature.map(|it| HEXLOWER.encode(&it));
        let signature = signature.unwrap_or_default();
        let text = format!("{organisation}\n{subject}\n{number}\n{signature}");
        app.instance.lookup_tag("stop", &text).into()
    }

    fn parse(row: &[u8]) -> Option<(Self, Digest)> {
        let (number, rest) = row.split_first_chunk::<8>()?;
        let (mac, signature) = rest.split_first_chunk::<32>()?;
        let signature = match signature {
            [] => None,
            signature => Some(signature.try_into().ok()?),
        };
        let number = u64::from_be_bytes(*number);
        Some((Self { number, signature }, (*mac).into()))
    }
}

impl RowSays {
    /// Reads the row of a case or a receipt.
    pub fn read(
        app: &App,
        organisation: OrganisationId,
        subject: uuid::Uuid,
        row: Option<&[u8]>,
    ) -> Self {
        match row {
            None => Self::Nothing,
            Some(STOPPED_BEFORE) => Self::Before,
            Some(row) => match StopRow::parse(row) {
                Some((it, mac)) if it.mac(app, organisation, subject) == mac => Self::Statement(it),
                _ => Self::Unproved,
            },
        }
    }

    /// Whether it is a statement of this receipt, by a key from inside a sealed file.
    pub fn is_signed(
        &self,
        public: &[u8; 32],
        organisation: OrganisationId,
        receipt: uuid::Uuid,
    ) -> bool {
        let Self::Statement(row) = self else {
            return false;
        };
        let statement = StopStatement {
            organisation: organisation.as_bytes(),
            receipt: receipt.into_bytes(),
            number: row.number,
        };
        let good = |signature| statement.verify(public, &signature).is_ok();
        row.signature.is_some_and(good)
    }

    /// How things stand.
    pub fn standing(&self, known: Known) -> Standing {
        // What the row says, whether more than a stop is believed, and why it is not.
        let (written, is_believed, doubt) = match self {
            Self::Nothing => (0, true, None),
            Self::Before if known.flags_count => (1, true, None),
            Self::Before | Self::Unproved => (0, true, Some(NOT_BELIEVED)),
            Self::Statement(row) => {
                let lacks = known.is_signed == Some(false);
                let is_wrong = lacks && row.signature.is_some();
                (row.number, !lacks, is_wrong.then_some(NOT_BELIEVED))
            }
        };
        let believed = if is_believed { written } else { 0 };
        let believed = believed.max(known.seen).max(known.in_file);
        let stopped = Stopped::by(believed);
        Standing {
            newest: believed.max(written),
            stopped: match is_believed {
                true => stopped,
                false => stopped.or(Stopped::by(written)),
            },
            doubt: doubt.or((written < known.seen).then_some(PUT_BACK)),
        }
    }
}

impl Standing {
    /// The number that says all of it: the newest, or a higher one if a row stops more than that.
    pub fn number(&self) -> u64 {
        match Stopped::by(self.newest) == self.stopped {
            true => self.newest,
            false => self.stopped.next(self.newest),
        }
    }

    /// Both together: what one row says and what another does.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self {
            newest: self.newest.max(other.newest),
            stopped: match self.newest.cmp(&other.newest) {
                std::cmp::Ordering::Less => other.stopped,
                std::cmp::Ordering::Equal => self.stopped.or(other.stopped),
                std::cmp::Ordering::Greater => self.stopped,
            },
            doubt: self.doubt.or(other.doubt),
        }
    }
}

const TAKEN_OVER: MarkedRow = (RowKind::Stop, [0; 16], [0; 16]);

/// Whether flags of the first release still count: once they were taken over, whoever writes rows
/// cannot plant one.
pub fn flags_count(act: &Act<'_>) -> bool {
    act.highest(TAKEN_OVER) == 0
}

/// None is left.
pub fn flags_taken_over(act: &mut Act<'_>) -> Result<(), crate::foundation::Refusal> {
    act.saw(TAKEN_OVER, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNED: Option<[u8; 64]> = Some([7; 64]);

    fn statement(number: u64, signature: Option<[u8; 64]>) -> RowSays {
        RowSays::Statement(StopRow { number, signature })
    }

    fn known(is_signed: Option<bool>, seen: u64) -> Known {
        Known {
            is_signed,
            seen,
            ..Known::default()
        }
    }

    #[test]
    fn what_the_newest_number_says_stands() {
        let (good, wrong, no_key) = (Some(true), Some(false), None);
        for (says, known, newest, stopped, doubt) in [
            (RowSays::Nothing, known(wrong, 0), 0, 0, None),
            (RowSays::Nothing, known(no_key, 3), 3, 3, Some(PUT_BACK)),
            (RowSays::Unproved, known(wrong, 0), 0, 0, Some(NOT_BELIEVED)),
            (RowSays::Unproved, known(wrong, 1), 1, 1, Some(NOT_BELIEVED)),
            (statement(1, SIGNED), known(good, 1), 1, 1, None),
            (statement(4, SIGNED), known(good, 1), 4, 0, None),
            (statement(1, SIGNED), known(good, 4), 4, 0, Some(PUT_BACK)),
            (statement(4, SIGNED), known(good, 5), 5, 1, Some(PUT_BACK)),
            // A word of this instance alone: after a lapse, or where a file knows no key.
            (statement(3, None), known(wrong, 3), 3, 3, None),
            (statement(4, None), known(no_key, 1), 4, 0, None),
            // It lets nothing go on, and can stop more.
            (statement(4, None), known(wrong, 1), 4, 1, None),
            (statement(6, None), known(wrong, 1), 6, 3, None),
            // Signed by somebody else.
            (
                statement(3, SIGNED),
                known(wrong, 0),
                3,
                3,
                Some(NOT_BELIEVED),
            ),
            (
                statement(4, SIGNED),
                known(wrong, 2),
                4,
                2,
                Some(NOT_BELIEVED),
            ),
        ] {
            let stopped = Stopped::by(stopped);
            let standing = says.standing(known);
            let wanted = Standing {
                newest,
                stopped,
                doubt,
            };
            assert_eq!(standing, wanted, "{says:?} {known:?}");
            assert_eq!(Stopped::by(standing.number()), stopped);
        }
    }

    #[test]
    fn the_newer_of_two_rows_counts() {
        let of = |number| Standing {
            newest: number,
            stopped: Stopped::by(number),
            doubt: None,
        };
        assert_eq!(of(3).and(&of(4)), of(4));
        assert_eq!(of(4).and(&of(3)), of(4));
    }

    #[test]
    fn a_flag_of_before_counts_until_they_were_taken_over() {
        let mut known = known(None, 0);
        let doubted = RowSays::Before.standing(known);
        assert_eq!((doubted.newest, doubted.doubt), (0, Some(NOT_BELIEVED)));
        known.flags_count = true;
        assert!(RowSays::Before.standing(known).stopped.sharing);
        known.seen = 2;
        let put_back = RowSays::Before.standing(known);
        assert_eq!((put_back.newest, put_back.doubt), (2, Some(PUT_BACK)));
    }

    #[test]
    fn a_file_remembers_what_was_said_with_digits_that_lapsed() {
        let known = Known {
            is_signed: Some(false),
            in_file: 5,
            ..Known::default()
        };
        let standing = RowSays::Nothing.standing(known);
        assert!(standing.stopped.sharing && !standing.stopped.contact);
        assert_eq!(standing.number(), 5);
    }
}
