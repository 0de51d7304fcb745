//! Values that need a rule: telephone numbers, addresses on the net, points, languages.
//!
//! What must stay true: only `http` and `https` addresses pass, because a directory entry becomes
//! a link on a page. Latitude and longitude come together or not at all.

use crate::words::{e164, reference};

use super::faults::FaultCode;
use super::model::Phone;
use super::record::Record;

/// Takes a web address. One without a scheme is read as `https`.
pub(super) fn url(record: &mut Record, field: &str) -> Option<String> {
    let text = record.take(field)?;
    let lower = text.to_ascii_lowercase();
    let is_web = lower.starts_with("http://") || lower.starts_with("https://");
    let is_bare_host = text.contains('.') && !text.contains(':');
    let is_one_word = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    if is_one_word && is_web {
        return Some(text);
    }
    if is_one_word && is_bare_host {
        return Some(format!("https://{}", text.trim_start_matches('/')));
    }
    record.without(field, FaultCode::BadValue);
    None
}

/// Takes a mail address.
pub(super) fn email(record: &mut Record, field: &str) -> Option<String> {
    let text = record.take(field)?;
    let text = text.strip_prefix("mailto:").unwrap_or(&text);
    let well_formed = text
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
        // `?bcc=…` after an address would send a copy to whoever wrote the file.
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>,;?&%#".contains(c));
    if well_formed {
        return Some(text.to_owned());
    }
    record.without(field, FaultCode::BadValue);
    None
}

/// Takes `latitude` and `longitude`.
pub(super) fn point(record: &mut Record) -> Option<(f64, f64)> {
    let latitude = record.take("latitude");
    let longitude = record.take("longitude");
    if latitude.is_none() && longitude.is_none() {
        return None;
    }
    let latitude = degrees(latitude.as_deref(), 90.0);
    let longitude = degrees(longitude.as_deref(), 180.0);
    if latitude.is_none() {
        record.without("latitude", FaultCode::BadValue);
    }
    if longitude.is_none() {
        record.without("longitude", FaultCode::BadValue);
    }
    Some((latitude?, longitude?))
}

/// Degrees within the limit to both sides.
pub(super) fn degrees(text: Option<&str>, limit: f64) -> Option<f64> {
    text?
        .trim()
        .parse()
        .ok()
        .filter(|degrees: &f64| degrees.abs() <= limit)
}

/// ISO 639-3 codes of the languages a text names; unknown ones become faults.
pub(super) fn languages(record: &Record, field: &str, text: &str) -> Vec<String> {
    // `Spanish; Castilian` is one language to some publishers.
    if let Some(code) = reference::language(text) {
        return vec![code.to_owned()];
    }
    let mut codes = Vec::new();
    for name in parts(text, &[',', ';', '/', '|', '\n']) {
        match reference::language(name) {
            Some(code) => add(&mut codes, code),
            None => record.without(field, FaultCode::UnknownLanguage),
        }
    }
    codes
}

/// Takes a country, named or coded.
pub(super) fn country(record: &mut Record, field: &str) -> Option<String> {
    let text = record.take(field)?;
    let code = reference::country(&text);
    if code.is_none() {
        record.without(field, FaultCode::UnknownCountry);
    }
    code.map(ToOwned::to_owned)
}

/// A number that people speak on, as the only one.
pub(super) fn voice(number: Option<String>, country: Option<&str>) -> Vec<Phone> {
    let phone = |number: String| Phone {
        e164: e164(&number, country),
        number,
        kind: Some("voice".to_owned()),
        ..Phone::default()
    };
    number.map(phone).into_iter().collect()
}

/// The parts of a text between marks, without what is empty.
pub(super) fn parts<'t>(text: &'t str, marks: &'t [char]) -> impl Iterator<Item = &'t str> {
    text.split(marks)
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Adds a word once, keeping the order.
pub(super) fn add(list: &mut Vec<String>, word: &str) {
    if !list.iter().any(|known| known == word) {
        list.push(word.to_owned());
    }
}

/// A name as part of an id: folded, with hyphens.
pub(super) fn slug(text: &str) -> String {
    reference::fold(text).replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::super::record::Faults;
    use super::*;

    fn with(value: &str) -> Record {
        let mut record = Record::new(&"t".into(), 2, &Faults::default());
        record.set("x", value);
        record
    }

    #[test]
    fn a_mail_address_is_one_and_carries_no_second_receiver() {
        for (text, taken) in [
            ("help@office.example", true),
            ("mailto:help@office.example", true),
            ("help@office.example?bcc=spy%40evil.example", false),
            ("help@office.example&cc=spy", false),
            ("a@b", false),
            ("a b@c.d", false),
            ("@c.d", false),
            ("a@b@c.d", false),
            ("a@b.c,d@e.f", false),
        ] {
            let mut record = with(text);
            let found = email(&mut record, "x");
            let faults = record.faults.take();
            assert_eq!(
                (found.is_some(), faults.is_empty()),
                (taken, taken),
                "{text}"
            );
        }
    }

    #[test]
    fn only_web_addresses_pass() {
        let read = |text: &str| url(&mut with(text), "x");
        for (text, taken) in [
            ("http://a.example", Some("http://a.example")),
            ("www.a.example", Some("https://www.a.example")),
            ("javascript:alert(1)", None),
            ("data:text/html,x.y", None),
            ("ask us", None),
            ("a.b c", None),
            ("none", None),
        ] {
            assert_eq!(read(text).as_deref(), taken, "{text}");
        }
    }

    #[test]
    fn degrees_outside_the_globe_are_refused() {
        assert_eq!(degrees(Some("-90"), 90.0), Some(-90.0));
        for bad in ["90.1", "NaN", "inf", "", "12N"] {
            assert_eq!(degrees(Some(bad), 90.0), None, "{bad}");
        }
    }

    #[test]
    fn languages_are_split_and_named() {
        let record = with("");
        let codes = languages(&record, "x", "en, es");
        assert_eq!(codes, ["eng", "spa"]);
        let codes = languages(&record, "x", "Chinese (Mandarin), Martian");
        assert_eq!(codes, ["cmn"]);
        let codes: Vec<FaultCode> = record.faults.take().iter().map(|it| it.code).collect();
        assert_eq!(codes, [FaultCode::UnknownLanguage]);
    }
}
