//! Values that need a rule: telephone numbers, addresses on the net, points, languages.
//!
//! What must stay true: only `http` and `https` addresses pass, because a directory entry becomes
//! a link on a page. Latitude and longitude come together or not at all.

use std::str::FromStr;

use crate::words::reference;

use super::faults::{FaultCode, RowFault};
use super::record::Record;

/// The number in E.164, when it is a valid number of the country or carries its country code.
pub(super) fn e164(number: &str, country: Option<&str>) -> Option<String> {
    let number = without_extension(number.trim().trim_matches('"').trim());
    // The library searches text of any length; no telephone number is this long. It also reads
    // letters as keys of a telephone, and a wrong number may ring at somebody dangerous.
    if number.len() > 40 || number.contains(char::is_alphabetic) {
        return None;
    }
    let country = country.and_then(|code| phonenumber::country::Id::from_str(code).ok());
    let parsed = phonenumber::parse(country, &number).ok()?;
    let plain = phonenumber::PhoneNumber::format(&parsed)
        .mode(phonenumber::Mode::E164)
        .to_string();
    // An extension after the number is kept in its own field, not in E.164.
    let plain = plain
        .split([';', ' '])
        .next()
        .unwrap_or_default()
        .to_owned();
    parsed.is_valid().then_some(plain)
}

/// The number before `x 12` or `ext. 12`. The extension stays in the raw text.
fn without_extension(number: &str) -> String {
    let lower = number.to_lowercase();
    let lower = lower.strip_prefix("tel:").unwrap_or(&lower);
    let end = lower.find("ext").or_else(|| lower.find(['x', '#', ';']));
    lower
        .get(..end.unwrap_or(lower.len()))
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// Takes a web address. One without a scheme is read as `https`.
pub(super) fn url(record: &mut Record, field: &str, faults: &mut Vec<RowFault>) -> Option<String> {
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
    faults.push(record.without(field, FaultCode::BadValue));
    None
}

/// Takes a mail address.
pub(super) fn email(
    record: &mut Record,
    field: &str,
    faults: &mut Vec<RowFault>,
) -> Option<String> {
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
    faults.push(record.without(field, FaultCode::BadValue));
    None
}

/// Takes `latitude` and `longitude`.
pub(super) fn point(record: &mut Record, faults: &mut Vec<RowFault>) -> Option<(f64, f64)> {
    let latitude = record.take("latitude");
    let longitude = record.take("longitude");
    if latitude.is_none() && longitude.is_none() {
        return None;
    }
    let latitude = degrees(latitude.as_deref(), 90.0);
    let longitude = degrees(longitude.as_deref(), 180.0);
    if latitude.is_none() {
        faults.push(record.without("latitude", FaultCode::BadValue));
    }
    if longitude.is_none() {
        faults.push(record.without("longitude", FaultCode::BadValue));
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
pub(super) fn languages(
    record: &Record,
    field: &str,
    text: &str,
    faults: &mut Vec<RowFault>,
) -> Vec<String> {
    // `Spanish; Castilian` is one language to some publishers.
    if let Some(code) = reference::language(text) {
        return vec![code.to_owned()];
    }
    let mut codes = Vec::new();
    for name in text
        .split([',', ';', '/', '|', '\n'])
        .map(str::trim)
        .filter(|n| !n.is_empty())
    {
        match reference::language(name) {
            Some(code) => add(&mut codes, code),
            None => faults.push(record.without(field, FaultCode::UnknownLanguage)),
        }
    }
    codes
}

/// Takes a country, named or coded.
pub(super) fn country(
    record: &mut Record,
    field: &str,
    faults: &mut Vec<RowFault>,
) -> Option<String> {
    let text = record.take(field)?;
    let code = reference::country(&text);
    if code.is_none() {
        faults.push(record.without(field, FaultCode::UnknownCountry));
    }
    code.map(ToOwned::to_owned)
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
    use serde_json::{Map, Value};

    use super::*;

    fn with(value: &str) -> Record {
        let fields = Map::from_iter([("x".to_owned(), Value::from(value))]);
        Record {
            file: "t".into(),
            row: Some(2),
            nested: false,
            fields,
        }
    }

    #[test]
    fn a_mail_address_carries_no_second_receiver() {
        for (text, taken) in [
            ("help@office.example", true),
            ("mailto:help@office.example", true),
            ("help@office.example?bcc=spy%40evil.example", false),
            ("help@office.example&cc=spy", false),
        ] {
            let mut faults = Vec::new();
            let found = email(&mut with(text), "x", &mut faults);
            assert_eq!(
                (found.is_some(), faults.is_empty()),
                (taken, taken),
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_become_e164_when_valid() {
        assert_eq!(
            e164("650 780-7525", Some("US")).as_deref(),
            Some("+16507807525")
        );
        assert_eq!(
            e164("0117 924 8662", Some("GB")).as_deref(),
            Some("+441179248662")
        );
        assert_eq!(e164("+49 30 227-0", None).as_deref(), Some("+49302270"));
        assert_eq!(
            e164("650 780-7525 ext 12", Some("US")).as_deref(),
            Some("+16507807525")
        );
        assert_eq!(e164("650 780-7525", None), None);
        assert_eq!(
            e164("tel:+43-1-514-44;ext=7", None).as_deref(),
            Some("+43151444")
        );
        assert_eq!(e164("T0533te", Some("IT")), None);
        assert_eq!(e164("1-800-FLOWERS", Some("US")), None);
        assert_eq!(e164("123-456-7890", Some("US")), None);
        assert_eq!(e164("", Some("US")), None);
        assert_eq!(e164(&"1".repeat(100_000), Some("US")), None);
        assert_eq!(e164("650 780-7525", Some("XX")), None);
    }

    #[test]
    fn only_web_addresses_pass() {
        let read = |text: &str| url(&mut with(text), "x", &mut Vec::new());
        assert_eq!(
            read("http://a.example").as_deref(),
            Some("http://a.example")
        );
        assert_eq!(
            read("www.a.example").as_deref(),
            Some("https://www.a.example")
        );
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x.y",
            "ask us",
            "a.b c",
            "none",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn mail_addresses_are_checked() {
        let read = |text: &str| email(&mut with(text), "x", &mut Vec::new());
        assert_eq!(read("mailto:a@b.example").as_deref(), Some("a@b.example"));
        for bad in ["a@b", "a b@c.d", "@c.d", "a@b@c.d", "a@b.c,d@e.f"] {
            assert_eq!(read(bad), None, "{bad}");
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
        let mut faults = Vec::new();
        let record = with("");
        let codes = languages(&record, "x", "en, es", &mut faults);
        assert_eq!(codes, ["eng", "spa"]);
        let codes = languages(&record, "x", "Chinese (Mandarin), Martian", &mut faults);
        assert_eq!(codes, ["cmn"]);
        assert_eq!(faults, [record.without("x", FaultCode::UnknownLanguage)]);
    }
}
