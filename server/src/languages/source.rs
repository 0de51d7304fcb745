//! The text of a message file, message by message, as it is written: what a translation was made
//! from is known by the digest of that text.
//!
//! `locales/mark.py` splits in the same way; a test compares both.

use std::collections::BTreeMap;

/// Every message of a file and its text: from its name to the next name, comment or empty line.
pub fn messages_of(file: &str) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    let mut open: Option<(String, String)> = None;
    for line in file.lines() {
        let line = line.trim_end();
        let name = name_of(line);
        let ends = line.is_empty() || line.starts_with('#') || name.is_some();
        if ends && let Some((name, text)) = open.take() {
            messages.insert(name, text);
        }
        if let Some(name) = name {
            open = Some((name.to_owned(), line.to_owned()));
        } else if let Some((_, text)) = &mut open {
            text.push('\n');
            text.push_str(line);
        }
    }
    messages.extend(open);
    messages
}

/// The first eight hex digits of the SHA-256 of a message's text.
pub fn digest_of(text: &str) -> String {
    // The leaf hash is SHA-256 over a zero byte and the text.
    let digest = amparo_vault::leaf_hash(text.as_bytes());
    let mut hex = data_encoding::HEXLOWER.encode(&digest);
    hex.truncate(8);
    hex
}

/// The name that a line begins, if it begins a message.
fn name_of(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    let name = name.trim_end();
    let first = name.chars().next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (first.is_ascii_alphabetic() && name.chars().all(plain)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_ends_where_the_next_begins() {
        let file =
            "# a comment\none = First\n    .hint = More\ntwo = Second\n\nthree =\n    Third\n";
        let messages = messages_of(file);
        assert_eq!(messages["one"], "one = First\n    .hint = More");
        assert_eq!(messages["two"], "two = Second");
        assert_eq!(messages["three"], "three =\n    Third");
        assert_eq!(digest_of("x").len(), 8);
    }
}
