//! Who may use a service, and how many more.
//!
//! Deliberately absent: ages read out of sentences. "Age 55 or over for most programs" is no
//! limit, and a person turned away by our guess never learns why.

use super::super::faults::FaultCode;
use super::super::model::{Eligibility, Gender};
use super::super::record::Record;
use super::children::Group;
use crate::words::reference::fold;

/// The rule of a service, from its own columns and the 1.1 table of eligibility words.
pub(super) fn eligibility(record: &mut Record, group: &mut Group) -> Eligibility {
    let mut eligibility = Eligibility {
        min_age: age(record, "minimum_age"),
        max_age: age(record, "maximum_age"),
        genders: Vec::new(),
        text: record.take("eligibility_description"),
    };
    for mut row in group.remove("eligibility").unwrap_or_default() {
        let Some(rule) = row.take("eligibility") else {
            continue;
        };
        let gender = match fold(&rule).as_str() {
            "female" | "women" => Some(Gender::Female),
            "male" | "men" => Some(Gender::Male),
            word if word.starts_with("transgender") => Some(Gender::Transgender),
            _ => None,
        };
        eligibility.genders.extend(gender);
        eligibility.text = Some(match eligibility.text.take() {
            Some(text) => format!("{text}; {rule}"),
            None => rule,
        });
    }
    eligibility.genders.sort_unstable();
    eligibility.genders.dedup();
    eligibility
}

fn age(record: &mut Record, field: &str) -> Option<u8> {
    let text = record.take(field)?;
    let years = text.trim_end_matches(".0").parse().ok();
    let years = years.filter(|years: &u8| *years <= 150);
    if years.is_none() {
        record.without(field, FaultCode::BadValue);
    }
    years
}

/// How many places are free now; none if the source does not say.
pub(super) fn capacity(group: &Group) -> Option<u32> {
    let mut free: Option<u32> = None;
    for row in group.get("capacities").into_iter().flatten() {
        let Some(text) = row.text("available") else {
            continue;
        };
        match text.trim_end_matches(".0").parse::<u32>() {
            Ok(available) => free = Some(free.unwrap_or(0).saturating_add(available)),
            Err(_) => row.without("available", FaultCode::BadValue),
        }
    }
    free
}
