//! Letters both ways: each is sealed to the one who reads it, and once more to its writer.
//!
//! What must stay true: what the person wrote opens only for the helpers who read for the
//! organisation and for the person herself; a helper's name is never in the person's copy; nobody
//! can turn a letter around.

use amparo_store::{Position, Sealed};

use super::bodies::{Letter, NewLetter, PersonLetter};
use super::model::{Direction, LetterText, ReceiptLink};
use super::person::{self, from_person};
use super::rows::{self, LetterRow, ReceiptRow};
use super::seals::{self, Side, helpers_side, place};
use super::sessions;
use crate::casefile::author;
use crate::foundation::{Act, Broken, Reason, Refusal};
use crate::ledger::What;
use crate::web::{Listing, PageQuery};

/// Unread letters after which the person has to wait for somebody to read.
const MOST_UNREAD: i64 = 50;

/// The person's letters, both ways, oldest first.
pub(super) fn own(act: &mut Act<'_>, page: &PageQuery) -> Result<Listing<PersonLetter>, Refusal> {
    let row = person::own(act)?;
    let mailbox = &act.person()?.mailbox;
    let (found, limit) = one_page(act, &row, page)?;
    let letters = found
        .iter()
        .filter_map(|letter| Some((letter, persons_side(letter)?)))
        .map(|(letter, sealed)| {
            let place = place(row.organisation, row.id, letter.seq);
            let text = seals::open_for_person(mailbox, place, sealed)?;
            straight(letter, &text)?;
            Ok(PersonLetter {
                number: letter.seq.number(),
                from_me: text.from_person,
                written_on: text.at.to_day(),
                text: text.text,
                language: text.language,
            })
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    let listing = Listing::cut(letters, limit, |letter| letter.number.to_string());
    mark_seen(act, &row, Direction::ToPerson, &listing, |letter| {
        letter.number
    })?;
    sessions::note(act, &row, What::LetterRead)?;
    Ok(listing)
}

/// The person writes.
pub(super) fn write_back(act: &mut Act<'_>, new: &NewLetter) -> Result<PersonLetter, Refusal> {
    let row = person::locked(act)?;
    if rows::unseen(act.db(), row.id, Direction::FromPerson)? >= MOST_UNREAD {
        return Err(Refusal::Because(Reason::LettersWait));
    }
    let letter = LetterText {
        from_person: true,
        at: act.now,
        text: new.text.clone(),
        language: new.language.clone(),
        by: None,
        asks_erasure: false,
    };
    let number = from_person(act, &row, &letter)?;
    sessions::note(act, &row, What::LetterSent)?;
    Ok(PersonLetter {
        number: number.number(),
        from_me: true,
        written_on: letter.at.to_day(),
        text: letter.text,
        language: letter.language,
    })
}

/// The letters of a receipt as the helpers see them, oldest first. Those on the page count as read
/// from now on.
pub(super) fn for_helpers(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    side: Side<'_>,
    page: &PageQuery,
) -> Result<Listing<Letter>, Refusal> {
    let (found, limit) = one_page(act, row, page)?;
    let letters = found
        .iter()
        .filter_map(|letter| Some((letter, helpers_side(letter)?)))
        .map(|(letter, sealed)| {
            let place = place(row.organisation, row.id, letter.seq);
            let text = side.open(act, place, sealed)?;
            straight(letter, &text)?;
            Ok(view(letter.seq, text, letter.seen))
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    let listing = Listing::cut(letters, limit, |letter| letter.number.to_string());
    mark_seen(act, row, Direction::FromPerson, &listing, |letter| {
        letter.number
    })?;
    Ok(listing)
}

/// A helper writes to the person. `link` must come from inside a sealed file.
pub(super) fn to_person(
    act: &mut Act<'_>,
    link: &ReceiptLink,
    side: Side<'_>,
    new: &NewLetter,
) -> Result<Letter, Refusal> {
    let organisation = act.member()?.organisation;
    let seq = rows::next_letter(act.db(), link.receipt)?;
    let place = place(organisation, link.receipt, seq);
    let for_person = LetterText {
        from_person: false,
        at: act.now,
        text: new.text.clone(),
        language: new.language.clone(),
        by: None,
        asks_erasure: false,
    };
    let for_helpers = LetterText {
        by: Some(author(act)?),
        ..for_person.clone()
    };
    let kept = LetterRow {
        seq,
        direction: Direction::ToPerson,
        sealed: seals::seal_for_person(act, link.mailbox, place, &for_person)?,
        copy: Some(side.seal(act, place, &for_helpers)?),
        seen: false,
    };
    rows::insert_letter(act.db(), link.receipt, &kept)?;
    Ok(view(seq, for_helpers, false))
}

fn view(number: Position, text: LetterText, read: bool) -> Letter {
    Letter {
        number: number.number(),
        from_person: text.from_person,
        at: text.at,
        text: text.text,
        language: text.language,
        by: text.by,
        asks_erasure: text.asks_erasure,
        read,
    }
}

/// One more than the limit, so that the page knows whether there is a next one.
fn one_page(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    page: &PageQuery,
) -> Result<(Vec<LetterRow>, usize), Refusal> {
    let limit = page.limit()?;
    let after = page.after::<i64>()?.unwrap_or_default().max(0).try_into()?;
    let most = i64::try_from(limit).unwrap_or(200) + 1;
    let found = rows::letters_after(act.db(), row.id, after, most)?;
    Ok((found, limit))
}

fn persons_side(letter: &LetterRow) -> Option<&Sealed> {
    match letter.direction {
        // Where both sides are the same the person's was taken away: her earlier digits lapsed.
        Direction::ToPerson => {
            (letter.copy.as_ref() != Some(&letter.sealed)).then_some(&letter.sealed)
        }
        Direction::FromPerson => letter.copy.as_ref(),
        Direction::Look => None,
    }
}

fn straight(letter: &LetterRow, text: &LetterText) -> Result<(), Refusal> {
    if text.from_person == (letter.direction == Direction::FromPerson) {
        Ok(())
    } else {
        Err(Broken::damage("a letter was turned around").into())
    }
}

/// The number after which the newest `count` letters begin.
pub(super) fn before_newest(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    count: i64,
) -> Result<Position, Refusal> {
    rows::before_newest(act.db(), row.id, count)
}

/// Only what was shown counts as read: a letter before the page may be the one that matters.
fn mark_seen<T>(
    act: &mut Act<'_>,
    row: &ReceiptRow,
    direction: Direction,
    shown: &Listing<T>,
    number: impl Fn(&T) -> i64,
) -> Result<(), Refusal> {
    let (Some(first), Some(last)) = (shown.items.first(), shown.items.last()) else {
        return Ok(());
    };
    let (first, last) = (number(first).try_into()?, number(last).try_into()?);
    let receipt = row.id;
    act.afterwards(Box::new(move |db| {
        rows::mark_seen(db, receipt, direction, first, last)
    }));
    Ok(())
}
