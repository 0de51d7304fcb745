//! What of a case routing looks at, taken out of its file.

use std::collections::HashMap;

use amparo_store::{Day, OrganisationId};

use super::agreed::{Agreed, agreed};
use super::rules::{Situation, Standing};
use crate::casefile::{CaseAccess, File};
use crate::cases::{self, Custody, Need, Sheet, Side};
use crate::directory::import::Gender as Listed;
use crate::directory::{self, Point};
use crate::foundation::{Act, Refusal};
use crate::people::{AgeBand, Gender, Part, Person};
use crate::words::reference;
use crate::words::{Country, Language};
use crate::{register, team};

/// An estimate may be wrong by so many years.
const ESTIMATE: u32 = 2;
/// How a tag begins that names an organisation on the other side.
const CONFLICT: &str = "conflict:";
/// A conflict names at least so much of an id.
const SHORTEST_ID: usize = 8;

/// Reads the file.
pub(super) fn situation(
    act: &mut Act<'_>,
    case: &CaseAccess,
    file: &File,
    need: &Need,
) -> Result<(Situation, Agreed), Refusal> {
    let people: Vec<Person> = file.bodies()?;
    let custody: Vec<Custody> = file.bodies()?;
    let sheet = file.bodies::<Sheet>()?.pop();
    let today = act.now.to_day();
    let agreed = agreed(file, &people, need.category, act.now)?;
    let held = cases::present_stay(&custody).cloned();
    let main = people
        .iter()
        .find(|person| person.part == Part::Main)
        .or_else(|| people.first());
    let here = sheet
        .as_ref()
        .and_then(|sheet| sheet.country.clone())
        .or_else(|| held.as_ref().and_then(|stay| stay.country.clone()));
    let (region, point) = whereabouts(act, need, held.as_ref())?;
    let it = Situation {
        own: case.organisation(),
        category: need.category,
        country: country(need, here, main).map(|country| country.to_string()),
        region,
        point,
        urgency: need.urgency,
        languages: main.map_or_else(Vec::new, |person| words(&person.languages)),
        age: main.and_then(|person| age(person, today)),
        genders: main.map_or_else(Vec::new, |person| genders(person.gender)),
        detained: held.is_some(),
        feared: people
            .iter()
            .flat_map(|person| &person.feared)
            .map(ToString::to_string)
            .collect(),
        conflicts: sheet.map_or_else(Vec::new, |sheet| conflicts(&sheet.tags)),
        never_contact: people
            .iter()
            .flat_map(|person| &person.safe_contact.never_contact)
            .map(|name| reference::fold(name))
            .collect(),
        refused: agreed.refused(),
        overrides: agreed.overrides.clone(),
        standing: HashMap::new(),
        today,
    };
    Ok((it, agreed))
}

/// How one's own organisation stands to another. The key is looked at only if there is an
/// agreement: it costs a signature.
pub(super) fn standing(act: &mut Act<'_>, id: OrganisationId) -> Result<Standing, Refusal> {
    let organisation = register::organisation(act, id)?;
    let agreement = team::agreement_with(act, id)?;
    let verified =
        agreement && register::partner_root(act, id)?.as_ref() == Some(organisation.root());
    Ok(Standing {
        name: organisation.profile.name,
        agreement,
        verified,
    })
}

fn words(languages: &[Language]) -> Vec<String> {
    languages.iter().map(ToString::to_string).collect()
}

/// The country where the need must be met.
fn country(need: &Need, here: Option<Country>, main: Option<&Person>) -> Option<Country> {
    need.country.clone().or_else(|| match need.side {
        Side::Here => here,
        Side::Origin => main.and_then(|person| person.nationality.clone()),
    })
}

/// Where the person is held, if the need must be met there and the directory knows the place.
fn whereabouts(
    act: &mut Act<'_>,
    need: &Need,
    held: Option<&Custody>,
) -> Result<(Option<String>, Option<Point>), Refusal> {
    let place = held.and_then(|stay| stay.place);
    let (Side::Here, Some(place)) = (need.side, place) else {
        return Ok((None, None));
    };
    let place = match directory::place(act, place) {
        Ok(place) => place,
        Err(Refusal::NotFound) => return Ok((None, None)),
        Err(other) => return Err(other),
    };
    let point = place.latitude.zip(place.longitude);
    Ok((
        place.region.as_deref().map(reference::fold),
        point.map(|(latitude, longitude)| Point {
            latitude,
            longitude,
        }),
    ))
}

/// The youngest and the oldest that the person can be.
fn age(person: &Person, today: Day) -> Option<(u32, u32)> {
    if let Some(born) = person.birth_date {
        let years = today.to_date().years_since(born.to_date())?;
        return Some((years, years));
    }
    if let Some(about) = person.age_estimate.map(u32::from) {
        return Some((about.saturating_sub(ESTIMATE), about + ESTIMATE));
    }
    (person.age_band(today) == AgeBand::Child).then_some((0, 17))
}

/// What the directory's short list would call her. Nothing if it has no word.
fn genders(gender: Gender) -> Vec<Listed> {
    match gender {
        Gender::Feminine => vec![Listed::Female],
        Gender::Masculine => vec![Listed::Male],
        Gender::TransgenderFeminine => vec![Listed::Female, Listed::Transgender],
        Gender::TransgenderMasculine => vec![Listed::Male, Listed::Transgender],
        Gender::NonConforming | Gender::NonSpecifiedUnknown => Vec::new(),
    }
}

/// Tags such as `conflict:6f0c2f9e`: an id in the directory or of who takes part, or its beginning.
fn conflicts(tags: &[String]) -> Vec<String> {
    tags.iter()
        .filter_map(|tag| tag.trim().strip_prefix(CONFLICT))
        .map(|id| id.trim().to_lowercase())
        .filter(|id| id.len() >= SHORTEST_ID)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(json: &str) -> Person {
        serde_json::from_str(json).unwrap()
    }

    fn today() -> Day {
        "2026-11-24".parse().unwrap()
    }

    #[test]
    fn an_age_is_a_range() {
        let of = |json| age(&person(json), today());
        assert_eq!(of(r#"{"birth_date": "2008-11-25"}"#), Some((17, 17)));
        assert_eq!(of(r#"{"birth_date": "2008-11-24"}"#), Some((18, 18)));
        assert_eq!(of(r#"{"age_estimate": 17}"#), Some((15, 19)));
        assert_eq!(of(r#"{"age_estimate": 1}"#), Some((0, 3)));
        assert_eq!(of(r#"{"part": "child"}"#), Some((0, 17)));
        assert_eq!(of("{}"), None);
    }

    #[test]
    fn a_conflict_names_enough_of_an_id() {
        let tags = [
            "conflict:6F0C2F9E",
            "conflict:6f",
            "wages",
            "conflict: abcdef12 ",
        ];
        let tags: Vec<String> = tags.map(ToOwned::to_owned).to_vec();
        assert_eq!(conflicts(&tags), ["6f0c2f9e", "abcdef12"]);
    }
}
