//! What speaks for a service. Pure.
//!
//! What must stay true: every point of a score has a sentence; the points of all rules make 100;
//! what is not known counts neither for nor against anybody. Deliberately absent: a rule that
//! prefers an organisation for what it is.

use super::model::{Reason, ReasonCode, Told, ToldOf, Weight};
use super::rules::Situation;
use crate::directory::{Point, ServiceFacts};
use crate::words::NeedCategory;
use crate::words::reference;

/// What each rule gives at most. Together 100.
pub const WEIGHTS: [Weight; 8] = [
    weight(
        ReasonCode::Category,
        15,
        "does this and little else; half if among much other help",
    ),
    weight(
        ReasonCode::Language,
        20,
        "speaks the person's first language; half for another of hers",
    ),
    weight(
        ReasonCode::Country,
        15,
        "works in the country where the need must be met",
    ),
    weight(
        ReasonCode::Nearness,
        10,
        "in the same region or within 50 km; half within 200 km",
    ),
    weight(
        ReasonCode::Speed,
        15,
        "answers as fast as the urgency asks; half if in twice the time",
    ),
    weight(ReasonCode::Places, 10, "says that it has free places"),
    weight(
        ReasonCode::Detention,
        10,
        "knows detention, when the person is detained",
    ),
    weight(
        ReasonCode::Checked,
        5,
        "somebody checked the entry within 180 days",
    ),
];

const fn weight(code: ReasonCode, points: u32, words: &'static str) -> Weight {
    Weight {
        code,
        points,
        words,
    }
}

fn most(code: ReasonCode) -> u32 {
    let found = WEIGHTS.iter().find(|weight| weight.code == code);
    found.map_or(0, |weight| weight.points)
}

/// The score alone, without a word: for all candidates.
pub fn score(it: &Situation, service: &ServiceFacts) -> u32 {
    let mut sum = 0;
    weigh(it, service, |why| sum += why.points());
    sum.min(100)
}

/// The sentences behind the score: for those that are shown.
pub fn reasons(it: &Situation, service: &ServiceFacts) -> Vec<Reason> {
    let mut reasons = Vec::new();
    weigh(it, service, |why| reasons.push(why.reason()));
    reasons
}

/// One thing that speaks for a service, or that a caseworker should know.
#[derive(Clone, Copy, Debug)]
enum Why<'a> {
    Offers(NeedCategory, bool),
    Speaks(&'a str, bool),
    DoesNotSpeak(&'a str),
    WorksIn(&'a str),
    SameRegion,
    Away(f64),
    Answers(i32, bool),
    Free(i32),
    KnowsDetention,
    CheckedBefore(i64),
}

fn weigh<'a>(it: &'a Situation, service: &'a ServiceFacts, mut tell: impl FnMut(Why<'a>)) {
    tell(Why::Offers(it.category, service.categories.len() <= 2));
    if let Some(first) = it.languages.first() {
        let spoken = it
            .languages
            .iter()
            .position(|one| service.languages.contains(one));
        match spoken.and_then(|at| Some((at, it.languages.get(at)?))) {
            Some((at, language)) => tell(Why::Speaks(language, at == 0)),
            None if service.languages.is_empty() => {}
            None => tell(Why::DoesNotSpeak(first)),
        }
    }
    if let Some(country) = &it.country
        && service.countries.contains(country)
    {
        tell(Why::WorksIn(country));
    }
    nearness(it, service).into_iter().for_each(&mut tell);
    if let Some(hours) = service.answers_within_hours {
        let allowed = it.urgency.answer_within().num_hours();
        if i64::from(hours) <= 2 * allowed {
            tell(Why::Answers(hours, i64::from(hours) <= allowed));
        }
    }
    if let Some(free @ 1..) = service.capacity {
        tell(Why::Free(free));
    }
    if it.detained && service.takes_detained {
        tell(Why::KnowsDetention);
    }
    if let Some(day) = service.verified_on {
        let days = (it.today.to_date() - day.to_date()).num_days();
        if (0..180).contains(&days) {
            tell(Why::CheckedBefore(days));
        }
    }
}

fn nearness<'a>(it: &Situation, service: &ServiceFacts) -> Option<Why<'a>> {
    let region = it.region.as_ref();
    if region.is_some_and(|region| service.regions.contains(region)) {
        return Some(Why::SameRegion);
    }
    let here = it.point?;
    let nearest = service
        .points
        .iter()
        .map(|there| kilometres(here, *there))
        .fold(f64::INFINITY, f64::min);
    (nearest <= 200.0).then_some(Why::Away(nearest))
}

/// The great circle on a sphere: half a percent off at most, which changes no decision here.
fn kilometres(a: Point, b: Point) -> f64 {
    const RADIUS: f64 = 6_371.0;
    let (from, to) = (a.latitude.to_radians(), b.latitude.to_radians());
    let north = (to - from) / 2.0;
    let east = (b.longitude - a.longitude).to_radians() / 2.0;
    let chord = north.sin().powi(2) + from.cos() * to.cos() * east.sin().powi(2);
    2.0 * RADIUS * chord.clamp(0.0, 1.0).sqrt().asin()
}

impl Why<'_> {
    fn code(self) -> ReasonCode {
        match self {
            Self::Offers(..) => ReasonCode::Category,
            Self::Speaks(..) | Self::DoesNotSpeak(_) => ReasonCode::Language,
            Self::WorksIn(_) => ReasonCode::Country,
            Self::SameRegion | Self::Away(_) => ReasonCode::Nearness,
            Self::Answers(..) => ReasonCode::Speed,
            Self::Free(_) => ReasonCode::Places,
            Self::KnowsDetention => ReasonCode::Detention,
            Self::CheckedBefore(_) => ReasonCode::Checked,
        }
    }

    fn points(self) -> u32 {
        let most = most(self.code());
        match self {
            Self::DoesNotSpeak(_) => 0,
            Self::Offers(_, full) | Self::Speaks(_, full) | Self::Answers(_, full) if !full => {
                most / 2
            }
            Self::Away(kilometres) if kilometres > 50.0 => most / 2,
            _ => most,
        }
    }

    fn reason(self) -> Reason {
        let words = match self {
            Self::Offers(need, true) => format!("does {} and little else", help(need)),
            Self::Offers(need, false) => format!("does {} among other help", help(need)),
            Self::Speaks(code, _) => format!("speaks {}", language(code)),
            Self::DoesNotSpeak(code) => {
                format!("no {}: an interpreter is needed", language(code))
            }
            Self::WorksIn(code) => format!("works in {}", country(code)),
            Self::SameRegion => "in the same region".to_owned(),
            Self::Away(kilometres) => format!("about {kilometres:.0} km away"),
            Self::Answers(1, _) => "answers within an hour".to_owned(),
            Self::Answers(hours, _) => format!("answers within {hours} hours"),
            Self::Free(1) => "one place free".to_owned(),
            Self::Free(places) => format!("{places} places free"),
            Self::KnowsDetention => "knows detention".to_owned(),
            Self::CheckedBefore(0) => "the entry was checked today".to_owned(),
            Self::CheckedBefore(1) => "the entry was checked yesterday".to_owned(),
            Self::CheckedBefore(days) => format!("the entry was checked {days} days ago"),
        };
        Reason {
            code: self.code(),
            points: self.points(),
            words,
            told: self.told(),
        }
    }

    fn told(self) -> Told {
        let (id, of) = match self {
            Self::Offers(need, true) => ("mostly", ToldOf::Help(need)),
            Self::Offers(need, false) => ("among-others", ToldOf::Help(need)),
            Self::Speaks(code, _) => ("speaks", ToldOf::Language(code.to_owned())),
            Self::DoesNotSpeak(code) => ("no-language", ToldOf::Language(code.to_owned())),
            Self::WorksIn(code) => ("works-in", ToldOf::Country(code.to_owned())),
            Self::SameRegion => ("same-region", ToldOf::Nothing),
            Self::Away(kilometres) => ("away", ToldOf::Count(whole(kilometres))),
            Self::Answers(hours, _) => ("answers", ToldOf::Count(hours.into())),
            Self::Free(places) => ("free", ToldOf::Count(places.into())),
            Self::KnowsDetention => ("detention", ToldOf::Nothing),
            Self::CheckedBefore(days) => ("checked", ToldOf::Count(days)),
        };
        Told { id, of }
    }
}

fn language(code: &str) -> &str {
    reference::language_name(code).unwrap_or(code)
}

fn country(code: &str) -> &str {
    reference::country_name(code).unwrap_or(code)
}

/// Whole kilometres; nearness looks no further than 200.
fn whole(kilometres: f64) -> i64 {
    (0..200_i32)
        .find(|whole| f64::from(*whole) + 0.5 > kilometres)
        .map_or(200, i64::from)
}

fn help(need: NeedCategory) -> &'static str {
    match need {
        NeedCategory::Legal => "legal help",
        NeedCategory::Health => "medical care",
        NeedCategory::MentalHealth => "mental health care",
        NeedCategory::Shelter => "shelter",
        NeedCategory::FoodCash => "food and cash",
        NeedCategory::Documents => "documents",
        NeedCategory::WagesLabour => "wages and labour",
        NeedCategory::FamilyTracing => "family tracing",
        NeedCategory::ReturnReintegration => "return and reintegration",
        NeedCategory::Education => "education",
        NeedCategory::Interpretation => "interpretation",
        NeedCategory::Safety => "protection",
    }
}

#[cfg(test)]
mod tests;
