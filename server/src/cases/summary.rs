//! Keeping the card in step with the file: what lists, search and routing see of it.

use super::assessment::Assessment;
use super::model::{Custody, Need, Sheet};
use super::stays;
use super::urgency::{self, Facts};
use crate::casefile::{Card, CaseAccess, File};
use crate::foundation::{Act, Refusal};
use crate::people::{ChannelKind, Part, Person};
use crate::tasks::{self, Removal};
use crate::words::Phone;

/// Computes the card anew from the file. What other rooms keep on it (who works it, overrides) stays
/// as it is.
pub fn refresh(act: &mut Act<'_>, case: &mut CaseAccess) -> Result<(), Refusal> {
    let file = File::open(act, case)?;
    let sheet = file.only::<Sheet>()?.body;
    let people: Vec<Person> = bodies(&file)?;
    let custody: Vec<Custody> = bodies(&file)?;
    let needs: Vec<Need> = bodies(&file)?;
    let assessments: Vec<Assessment> = bodies(&file)?;
    let removals: Vec<Removal> = bodies(&file)?;
    tasks::tell_next(&file, &mut case.card)?;
    let facts = Facts {
        sheet: &sheet,
        people: people.iter().collect(),
        custody: custody.iter().collect(),
        needs: needs.iter().collect(),
        removals: removals.iter().collect(),
        assessments: assessments.iter().collect(),
    };
    let today = act.now.to_day();
    let priority = urgency::priority_standing(&facts, today);
    let held = stays::present(&custody);
    let card = &mut case.card;
    card.priority = priority;
    card.no_contact = people
        .iter()
        .filter(|person| person.part == Part::Main)
        .any(|person| person.safe_contact.is_stopped(today));
    card.detained = held.is_some();
    card.country = sheet
        .country
        .clone()
        .or_else(|| held.and_then(|stay| stay.country.clone()));
    card.languages.clear();
    let main_first = people
        .iter()
        .filter(|person| person.part == Part::Main)
        .chain(people.iter().filter(|person| person.part != Part::Main));
    for language in main_first.flat_map(|person| &person.languages) {
        if card.languages.len() < 4 && !card.languages.contains(language) {
            card.languages.push(language.clone());
        }
    }
    card.open_needs = needs
        .iter()
        .filter(|need| need.status.is_unmet())
        .map(|need| need.category)
        .collect();
    card.open_needs.sort_unstable();
    card.open_needs.dedup();
    words(card, &sheet, &people);
    Ok(())
}

fn bodies<T: crate::casefile::Section>(file: &File) -> Result<Vec<T>, Refusal> {
    Ok(file.all::<T>()?.into_iter().map(|kept| kept.body).collect())
}

/// What a search finds the case by, what matters most first: the frame of a card is small.
fn words(card: &mut Card, sheet: &Sheet, people: &[Person]) {
    card.search.clear();
    let pseudonym = card.pseudonym.clone();
    card.add_search(&pseudonym);
    card.add_search(&pseudonym.replace('-', ""));
    for person in people.iter().filter(|person| person.part == Part::Main) {
        person.names.iter().for_each(|name| card.add_search(name));
    }
    for identifier in people.iter().flat_map(|person| &person.identifiers) {
        card.add_search(&together(&identifier.value));
    }
    for channel in people
        .iter()
        .flat_map(|person| &person.safe_contact.channels)
    {
        if matches!(
            channel.kind,
            ChannelKind::Phone | ChannelKind::Sms | ChannelKind::Whatsapp | ChannelKind::Signal
        ) {
            let number = Phone::parse(&channel.value)
                .map_or_else(|| channel.value.clone(), |phone| phone.to_string());
            card.add_search(&together(&number));
        }
    }
    for person in people.iter().filter(|person| person.part != Part::Main) {
        person.names.iter().for_each(|name| card.add_search(name));
    }
    sheet.tags.iter().for_each(|tag| card.add_search(tag));
}

/// A number as one word, however it was grouped.
fn together(number: &str) -> String {
    number.chars().filter(|c| c.is_alphanumeric()).collect()
}
