//! From what was typed to an intake: pure. What cannot be read is a fault at its field; a draft
//! takes what can be read and keeps the rest as it is.

use amparo_store::Day;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::typed::{Call, TypedDate};
use crate::consent::Recipients;
use crate::foundation::{Fault, Refusal};
use crate::intake::bodies::{NewIntake, ReceiptWish};
use crate::intake::model::{
    ContactOutcome, Intake, IntakeConsent, IntakeContact, IntakeWho, PlannedRemoval,
    RaisedPriority, Triage,
};
use crate::pages::ascii_digits;
use crate::words::reference;
use crate::words::{Country, Language, Phone, Priority, YesNoUnknown};

/// What was typed, as far as it can be read, and what cannot.
pub(super) struct Read {
    pub new: NewIntake,
    faults: Vec<Fault>,
}

impl Read {
    /// All of it, or every fault.
    pub(super) fn whole(self) -> Result<NewIntake, Refusal> {
        if self.faults.is_empty() {
            Ok(self.new)
        } else {
            Err(Refusal::Invalid(self.faults))
        }
    }
}

/// Reads a call. `script` is the version of the text that is read aloud.
pub(super) fn read(call: &Call, script: &str) -> Read {
    let mut faults = Faults(Vec::new());
    let intake = intake(call, script, &mut faults);
    let receipt = match (call.no_receipt, call.receipt_anyway) {
        (true, _) => ReceiptWish::UnsafeToKeep,
        (false, true) => ReceiptWish::Issue,
        (false, false) => ReceiptWish::ByRule,
    };
    Read {
        new: NewIntake {
            intake,
            hand_over: true,
            receipt,
        },
        faults: faults.0,
    }
}

/// The room's faults, at the fields of the page.
pub(super) fn at_fields(refusal: Refusal) -> Refusal {
    let Refusal::Invalid(mut faults) = refusal else {
        return refusal;
    };
    for fault in &mut faults {
        let place = match fault.pointer.trim_start_matches("/intake") {
            "/priority_raised/to" => "/raise_to",
            "/priority_raised/reason" => "/raise_reason",
            other if other.starts_with("/consent") => "/consent_share",
            other if other.starts_with("/triage/removal") => "/removal",
            other => other,
        };
        fault.pointer = place.to_owned();
    }
    Refusal::Invalid(faults)
}

struct Faults(Vec<Fault>);

impl Faults {
    fn at(&mut self, field: &str, code: &str, detail: &str) {
        self.0.push(Fault::at(format!("/{field}"), code, detail));
    }

    /// A word of a closed list, or nothing.
    fn word<T: DeserializeOwned>(&mut self, field: &str, text: &str) -> Option<T> {
        if text.is_empty() {
            return None;
        }
        let found = serde_json::from_value(Value::String(text.to_owned())).ok();
        if found.is_none() {
            self.at(field, "not_an_option", "is not one of the answers");
        }
        found
    }

    fn answer(&mut self, field: &str, text: &str) -> YesNoUnknown {
        self.word(field, text).unwrap_or_default()
    }

    /// Something that is given by its name or its code.
    fn named<T>(
        &mut self,
        field: &str,
        code: &str,
        text: &str,
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = text.trim();
        let found = find(text);
        if found.is_none() && !text.is_empty() {
            self.at(field, code, "is not known by this name");
        }
        found
    }
}

fn intake(call: &Call, script: &str, faults: &mut Faults) -> Intake {
    let outcome = faults.word("outcome", &call.outcome);
    if call.outcome.is_empty() {
        faults.at("outcome", "missing", "is required");
    }
    Intake {
        outcome: outcome.unwrap_or(ContactOutcome::HelpWanted),
        channel: faults.word("channel", &call.channel),
        triage: triage(call, faults),
        language: faults.named("language", "unknown_language", &call.language, language),
        interpreter: faults.word("interpreter", &call.interpreter),
        citizen_of: faults.named("citizen_of", "unknown_country", &call.citizen_of, country),
        now_in: faults.named("now_in", "unknown_country", &call.now_in, country),
        town: text(&call.town),
        needs: call
            .needs
            .iter()
            .filter_map(|need| faults.word("needs", need))
            .collect(),
        consent: consent(call, script, faults),
        who: IntakeWho {
            name_to_use: text(&call.name_to_use),
            caller_is: faults.word("caller_is", &call.caller_is),
        },
        contact: contact(call, faults),
        notes: text(&call.notes),
        priority_raised: raised(call, faults),
    }
}

fn triage(call: &Call, faults: &mut Faults) -> Triage {
    Triage {
        danger_now: faults.answer("danger_now", &call.danger_now),
        detained: faults.answer("detained", &call.detained),
        urgent_medical: faults.answer("urgent_medical", &call.urgent_medical),
        under_18: faults.answer("under_18", &call.under_18),
        pregnant_or_with_children: faults
            .answer("pregnant_or_with_children", &call.pregnant_or_with_children),
        safe_to_call_back: faults.answer("safe_to_call_back", &call.safe_to_call_back),
        removal: removal(call, faults),
    }
}

fn removal(call: &Call, faults: &mut Faults) -> PlannedRemoval {
    let date = day(&call.removal);
    if date == Err(()) {
        faults.at("removal", "bad_date", "is not a date");
    }
    let time = time(&call.removal_time);
    if time == Err(()) {
        faults.at("removal_time", "bad_time", "is not a time of the day");
    }
    PlannedRemoval {
        date: date.unwrap_or_default(),
        time: time.unwrap_or_default(),
        feared: faults.answer("removal_feared", &call.removal_feared),
    }
}

fn consent(call: &Call, script: &str, faults: &mut Faults) -> IntakeConsent {
    let share = match call.consent_share.as_str() {
        "" => None,
        "nobody_yet" => Some(Recipients::NobodyYet),
        "ask_each_time" => Some(Recipients::AskEachTime),
        "any_partner" => Some(Recipients::AnyPartner),
        _ => {
            faults.at(
                "consent_share",
                "not_an_option",
                "is not one of the answers",
            );
            None
        }
    };
    let file = faults.answer("consent_file", &call.consent_file);
    let was_asked = file != YesNoUnknown::Unknown || share.is_some();
    IntakeConsent {
        file,
        share,
        sections: Vec::new(),
        explained_by: faults.word("explained_by", &call.explained_by),
        script_version: was_asked.then(|| script.to_owned()),
        language: None,
    }
}

fn contact(call: &Call, faults: &mut Faults) -> IntakeContact {
    IntakeContact {
        phone: faults.named("phone", "bad_phone", &call.phone, phone),
        whose: faults.word("whose", &call.whose),
        how: text(&call.how),
        when: text(&call.when),
        code_word: text(&call.code_word),
        voicemail: faults.answer("voicemail", &call.voicemail),
    }
}

fn raised(call: &Call, faults: &mut Faults) -> Option<RaisedPriority> {
    let to: Option<Priority> = faults.word("raise_to", &call.raise_to);
    let reason = text(&call.raise_reason);
    match (to, reason) {
        (Some(to), Some(reason)) => Some(RaisedPriority { to, reason }),
        (Some(_), None) => {
            faults.at("raise_reason", "missing", "is required");
            None
        }
        (None, Some(_)) if call.raise_to.is_empty() => {
            faults.at("raise_to", "missing", "is required");
            None
        }
        (None, _) => None,
    }
}

fn text(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn language(text: &str) -> Option<Language> {
    Language::parse(text).or_else(|| Language::parse(reference::language(text)?))
}

fn country(text: &str) -> Option<Country> {
    Country::parse(text).or_else(|| Country::parse(reference::country(text)?))
}

/// A number with its country. The two noughts that some dial stand for the plus.
fn phone(text: &str) -> Option<Phone> {
    let digits = ascii_digits(text);
    let number = match digits.strip_prefix("00") {
        Some(rest) => format!("+{rest}"),
        None => digits,
    };
    Phone::parse(&number)
}

/// A date; none if nothing was typed.
fn day(typed: &TypedDate) -> Result<Option<Day>, ()> {
    let part = |text: &str| ascii_digits(text.trim());
    let (day, month, year) = (part(&typed.day), part(&typed.month), part(&typed.year));
    if [&day, &month, &year].iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    let year = if year.len() == 2 {
        format!("20{year}")
    } else {
        year
    };
    format!("{year:0>4}-{month:0>2}-{day:0>2}")
        .parse()
        .map(Some)
        .map_err(|_| ())
}

/// A time of the day as people type it: `6:10`, `0610`, `6.10`, `6`.
fn time(typed: &str) -> Result<Option<String>, ()> {
    let typed = ascii_digits(typed.trim());
    if typed.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute),
        [digits] if digits.len() > 2 => digits.split_at(digits.len() - 2),
        [hour] => (*hour, "0"),
        _ => return Err(()),
    };
    let (hour, minute): (u8, u8) = (
        hour.parse().map_err(|_| ())?,
        minute.parse().map_err(|_| ())?,
    );
    if hour < 24 && minute < 60 {
        Ok(Some(format!("{hour:02}:{minute:02}")))
    } else {
        Err(())
    }
}

#[cfg(test)]
mod tests;
