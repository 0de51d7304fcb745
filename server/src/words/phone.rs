//! Telephone numbers as people write them.

use std::str::FromStr;

/// The number in E.164, when it is a valid number of the country or carries its country code.
pub fn e164(number: &str, country: Option<&str>) -> Option<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_e164_when_valid() {
        for (number, country, read) in [
            ("650 780-7525", Some("US"), Some("+16507807525")),
            ("0117 924 8662", Some("GB"), Some("+441179248662")),
            ("+49 30 227-0", None, Some("+49302270")),
            ("650 780-7525 ext 12", Some("US"), Some("+16507807525")),
            ("650 780-7525", None, None),
            ("tel:+43-1-514-44;ext=7", None, Some("+43151444")),
            ("T0533te", Some("IT"), None),
            ("1-800-FLOWERS", Some("US"), None),
            ("123-456-7890", Some("US"), None),
            ("", Some("US"), None),
            (&"1".repeat(100_000), Some("US"), None),
            ("650 780-7525", Some("XX"), None),
        ] {
            assert_eq!(e164(number, country).as_deref(), read, "{number}");
        }
    }
}
