//! What of a case routing looks at, taken out of its file.

use std::collections::{HashMap, HashSet};

use amparo_store::{Day, OrganisationId};

use super::model::{ConsentStand, ConsentState};
use super::rules::{Block, Situation, Standing};
use crate::casefile::{CaseAccess, File, Section};
use crate::cases::{Custody, Need, Sheet, Side};
use crate::consent::{Consent, Override, Recipients, Sharing, covers};
use crate::directory::import::Gender as Listed;
use crate::directory::{self, Point};
use crate::foundation::words::{Country, Language};
use crate::foundation::{Act, Refusal};
use crate::people::{AgeBand, Gender, Part, Person};
use crate::{reference, team};

/// An estimate may be wrong by so many years.
const ESTIMATE: u32 = 2;
/// How a tag begins that names an organisation on the other side.
const CONFLICT: &str = "conflict:";
/// A conflict names at least so much of an id.
const SHORTEST_ID: usize = 8;

/// The consents and overrides of a case.
#[derive(Debug, Default)]
pub(super) struct Agreed {
    stopped: bool,
    live: Vec<Consent>,
    overrides: HashSet<OrganisationId>,
    today: Option<Day>,
}

/// Reads the file.
pub(super) fn situation(
    act: &mut Act<'_>,
    case: &CaseAccess,
    file: &File,
    need: &Need,
) -> Result<(Situation, Agreed), Refusal> {
    let people: Vec<Person> = bodies(file)?;
    let custody: Vec<Custody> = bodies(file)?;
    let sheet = bodies::<Sheet>(file)?.pop();
    let today = act.now.to_day();
    let agreed = agreed(case, file, today)?;
    let held = custody.into_iter().rev().find(|stay| stay.left.is_none());
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

/// How one's own organisation stands to everybody who takes part.
pub(super) fn standing(act: &mut Act<'_>) -> Result<HashMap<OrganisationId, Standing>, Refusal> {
    let stand = |partner: team::PartnerView| {
        let standing = Standing {
            name: partner.name,
            agreement: partner.agreement,
            // One's own key needs no comparing.
            verified: partner.verified || partner.own,
        };
        (partner.id, standing)
    };
    Ok(team::partners(act)?.into_iter().map(stand).collect())
}

fn bodies<T: Section>(file: &File) -> Result<Vec<T>, Refusal> {
    Ok(file.all::<T>()?.into_iter().map(|kept| kept.body).collect())
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

fn agreed(case: &CaseAccess, file: &File, today: Day) -> Result<Agreed, Refusal> {
    let mut live: Vec<Consent> = bodies(file)?;
    live.retain(|consent| {
        consent.withdrawn.is_none()
            && consent.given_on <= today
            && consent.until.is_none_or(|last| today <= last)
    });
    let overrides: Vec<Override> = bodies(file)?;
    Ok(Agreed {
        stopped: case.sharing_stopped(),
        live,
        overrides: overrides.into_iter().map(|one| one.recipient).collect(),
        today: Some(today),
    })
}

impl Agreed {
    /// What rules everybody out.
    fn refused(&self) -> Option<Block> {
        if self.stopped {
            return Some(Block::SharingStopped);
        }
        let nobody = |consent: &Consent| consent.recipients == Recipients::NobodyYet;
        (!self.live.is_empty() && self.live.iter().all(nobody)).then_some(Block::NobodyYet)
    }

    /// How consent stands in general.
    pub(super) fn stand(&self) -> ConsentStand {
        let any = |consent: &Consent| consent.recipients == Recipients::AnyPartner;
        if self.live.iter().any(any) && !self.stopped {
            return COVERED;
        }
        match self.refused() {
            Some(block) => refused(block),
            None if self.live.is_empty() => MISSING,
            None => ASK,
        }
    }

    /// How consent stands towards one organisation.
    pub(super) fn stand_towards(&self, recipient: Option<OrganisationId>) -> ConsentStand {
        let Some((recipient, today)) = recipient.zip(self.today) else {
            return self.stand();
        };
        if let Some(block) = self.refused()
            && (block == Block::SharingStopped || !self.overrides.contains(&recipient))
        {
            return refused(block);
        }
        let ask = |confirmed_now| Sharing {
            recipient,
            sections: Vec::new(),
            confirmed_now,
        };
        let covered = |sharing: &Sharing| {
            self.live
                .iter()
                .any(|consent| covers(consent, sharing, today).is_ok())
        };
        if self.overrides.contains(&recipient) || covered(&ask(false)) {
            COVERED
        } else if covered(&ask(true)) {
            ASK
        } else {
            MISSING
        }
    }
}

const COVERED: ConsentStand = ConsentStand {
    state: ConsentState::Covered,
    words: "a consent covers it, as far as its sections reach",
};
const ASK: ConsentStand = ConsentStand {
    state: ConsentState::Ask,
    words: "ask the person about this very sharing and say that you did",
};
const MISSING: ConsentStand = ConsentStand {
    state: ConsentState::Missing,
    words: "no consent covers it yet: ask the person first",
};

fn refused(block: Block) -> ConsentStand {
    ConsentStand {
        state: ConsentState::Refused,
        words: block.words(),
    }
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

    fn consent(recipients: &Recipients) -> Consent {
        serde_json::from_value(serde_json::json!({
            "sections": ["identity"],
            "recipients": recipients,
            "purpose": "referral",
            "explained": { "language": "tir", "by": "me" },
            "given": { "how": "spoken" },
            "given_on": "2026-11-20",
        }))
        .unwrap()
    }

    #[test]
    fn consent_stands_for_each_recipient() {
        let one = OrganisationId::from_bytes([1; 16]);
        let other = OrganisationId::from_bytes([2; 16]);
        let with = |recipients: &[Recipients]| Agreed {
            live: recipients.iter().map(consent).collect(),
            today: Some(today()),
            ..Agreed::default()
        };
        let state = |agreed: &Agreed, to| agreed.stand_towards(Some(to)).state;
        let named = Recipients::Named {
            organisations: vec![one],
        };
        assert_eq!(state(&with(&[]), one), ConsentState::Missing);
        assert_eq!(
            state(&with(&[Recipients::AnyPartner]), one),
            ConsentState::Covered
        );
        assert_eq!(
            state(&with(&[Recipients::AskEachTime]), one),
            ConsentState::Ask
        );
        assert_eq!(
            state(&with(std::slice::from_ref(&named)), one),
            ConsentState::Covered
        );
        assert_eq!(
            state(&with(std::slice::from_ref(&named)), other),
            ConsentState::Missing
        );
        let nobody = with(&[Recipients::NobodyYet]);
        assert_eq!(state(&nobody, one), ConsentState::Refused);
        assert_eq!(nobody.refused(), Some(Block::NobodyYet));
        let later = with(&[Recipients::NobodyYet, named]);
        assert_eq!(later.refused(), None);
        let vital = Agreed {
            overrides: HashSet::from([one]),
            ..with(&[Recipients::NobodyYet])
        };
        assert_eq!(state(&vital, one), ConsentState::Covered);
        assert_eq!(state(&vital, other), ConsentState::Refused);
        let stopped = Agreed {
            stopped: true,
            ..vital
        };
        assert_eq!(state(&stopped, one), ConsentState::Refused);
    }
}
