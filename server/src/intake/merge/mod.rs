//! What a call becomes in a case: pure, and the same for a new case and a known one.
//!
//! What must stay true: nothing that was answered ends only as text; where two statements about
//! safety meet, the stricter one holds; what the case knows already is not overwritten by a call.

use amparo_store::{Day, Moment};

mod person;

use self::person::person_again;
use super::about::said;
use super::became::{Became, BecameKind};
use super::model::Intake;
use super::{about, opening, priority};
use crate::cases::{Custody, Entry, Need, Sheet};
use crate::consent::Consent;
use crate::people::Person;
use crate::tasks::{Removal, RemovalState};
use crate::words::Priority;

/// What a case knows, as far as a call may add to it.
pub(in crate::intake) struct Known {
    /// Its sheet.
    pub sheet: Sheet,
    /// The one it is about.
    pub person: Option<Person>,
    /// Where she is held now.
    pub stay: Option<Custody>,
    /// The removals that are ahead.
    pub removals: Vec<Removal>,
    /// The needs that are not met.
    pub needs: Vec<Need>,
}

/// What becomes of a call.
pub(in crate::intake) struct Merge {
    /// The sheet as it is then.
    pub sheet: Sheet,
    /// The one it is about as she is then.
    pub person: Person,
    /// A new stay.
    pub stay: Option<Custody>,
    /// A removal, and the place among the known ones if it changes one of them.
    pub removal: Option<(Option<usize>, Removal)>,
    /// New needs.
    pub needs: Vec<Need>,
    /// Needs that are more urgent now, by their place among the known ones.
    pub raised: Vec<(usize, Priority)>,
    /// What was agreed to.
    pub consent: Option<Consent>,
    /// What was said, for the timeline.
    pub entries: Vec<Entry>,
    /// The same, to be shown.
    pub became: Vec<Became>,
}

/// What a call becomes in a case that is known.
pub(in crate::intake) fn merge(intake: &Intake, known: &Known, at: Moment, today: Day) -> Merge {
    let (urgency, _) = priority(intake, today);
    let mut became = Vec::new();
    let sheet = sheet(intake, &known.sheet, urgency, &mut became);
    let person = match &known.person {
        Some(person) => person_again(intake, person, &mut became),
        None => {
            became.push(Became::plain(BecameKind::PersonChanged));
            about::person(intake)
        }
    };
    let stay = stay(intake, known.stay.as_ref(), &mut became);
    let removal = removal(intake, &known.removals, &mut became);
    let (needs, raised) = needs(intake, &known.needs, urgency, &mut became);
    let consent = opening::consent_of(intake, at.to_day());
    if consent.is_some() {
        became.push(Became::plain(BecameKind::ConsentNoted));
    }
    became.push(Became::plain(BecameKind::Timeline));
    Merge {
        sheet,
        person,
        stay,
        removal,
        needs,
        raised,
        consent,
        entries: opening::entries(intake, at),
        became,
    }
}

fn sheet(intake: &Intake, known: &Sheet, urgency: Priority, became: &mut Vec<Became>) -> Sheet {
    let mut sheet = known.clone();
    if urgency < known.priority {
        sheet.priority = urgency;
        became.push(Became {
            priority: Some(urgency),
            ..Became::plain(BecameKind::PriorityRaised)
        });
    }
    let country = intake.now_in.clone().or_else(|| known.country.clone());
    let town = said(intake.town.as_deref()).or_else(|| known.town.clone());
    if (&country, &town) != (&known.country, &known.town) {
        became.push(Became::plain(BecameKind::PlaceChanged));
    }
    Sheet {
        country,
        town,
        ..sheet
    }
}

fn stay(intake: &Intake, known: Option<&Custody>, became: &mut Vec<Became>) -> Option<Custody> {
    let new = about::custody(intake)?;
    let Some(known) = known else {
        became.push(Became::plain(BecameKind::StayNew));
        return Some(new);
    };
    // Held, and nobody said where: that is known already.
    let says_where = said(intake.town.as_deref()).is_some();
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    if !says_where || same(&known.facility, &new.facility) {
        return None;
    }
    became.push(Became::plain(BecameKind::StayMoved));
    Some(new)
}

fn removal(
    intake: &Intake,
    known: &[Removal],
    became: &mut Vec<Became>,
) -> Option<(Option<usize>, Removal)> {
    let new = about::removal(intake)?;
    let same_day = known.iter().position(|it| it.day == new.day);
    // A day for a removal of which only the fear was noted.
    let undated = known.iter().position(|it| it.day.is_none());
    let place = match (same_day, new.day) {
        (Some(place), _) => Some(place),
        // That it is feared says nothing new where a day is known.
        (None, None) if !known.is_empty() => return None,
        (None, None) => None,
        // Another day: the same removal was moved, if there is but one.
        (None, Some(_)) => undated.or((known.len() == 1).then_some(0)),
    };
    let Some((place, before)) = place.and_then(|place| Some((place, known.get(place)?))) else {
        became.push(Became::plain(BecameKind::RemovalNew));
        return Some((None, new));
    };
    let after = Removal {
        day: new.day.or(before.day),
        time: match new.day == before.day {
            true => new.time.or_else(|| before.time.clone()),
            false => new.time,
        },
        time_zone: before.time_zone.clone().or(new.time_zone),
        state: match before.state {
            RemovalState::Rumoured => new.state,
            state => state,
        },
        ..before.clone()
    };
    if after == *before {
        return None;
    }
    became.push(Became::plain(BecameKind::RemovalChanged));
    Some((Some(place), after))
}

fn needs(
    intake: &Intake,
    known: &[Need],
    urgency: Priority,
    became: &mut Vec<Became>,
) -> (Vec<Need>, Vec<(usize, Priority)>) {
    let (mut new, mut raised) = (Vec::new(), Vec::new());
    for need in opening::needs(intake, urgency) {
        let place = known.iter().position(|it| it.category == need.category);
        let (what, urgency) = match place.and_then(|place| Some((place, known.get(place)?))) {
            Some((_, before)) if before.urgency <= need.urgency => continue,
            Some((place, _)) => {
                raised.push((place, need.urgency));
                (BecameKind::NeedRaised, need.urgency)
            }
            None => (BecameKind::NeedNew, need.urgency),
        };
        became.push(Became {
            what,
            need: Some(need.category),
            priority: Some(urgency),
        });
        if what == BecameKind::NeedNew {
            new.push(need);
        }
    }
    (new, raised)
}

#[cfg(test)]
mod tests;
