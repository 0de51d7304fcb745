//! For lists that are narrowed and paged: addresses with a query, and the names of codes.
//!
//! What must stay true: nothing secret stands in an address, which the browser's history keeps.
//! A code that no list knows is shown as it is.

use std::fmt::Write as _;

use super::frame::Frame;
use crate::words::reference;

impl Frame {
    /// The address of a path of ours with a query; fields that are empty are left out.
    pub fn to_query(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let mut address = self.to(path);
        let mut mark = '?';
        for (name, text) in fields.iter().filter(|(_, text)| !text.is_empty()) {
            address.push(mark);
            address.push_str(name);
            address.push('=');
            encode(&mut address, text);
            mark = '&';
        }
        address
    }

    /// Every country to choose from, by name.
    pub fn country_options(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = reference::countries()
            .map(|it| (it.alpha_2.clone(), self.country(&it.alpha_2)))
            .collect();
        all.sort_by_cached_key(|(_, name)| reference::fold(name));
        all
    }
}

/// Every byte but those that mean themselves in any address (RFC 3986, 2.3).
fn encode(into: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            into.push(char::from(byte));
        } else {
            // Writing into a String cannot fail.
            write!(into, "%{byte:02X}").unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_typed_stays_one_field() {
        let mut text = String::new();
        encode(&mut text, "a&b=c d/é?");
        assert_eq!(text, "a%26b%3Dc%20d%2F%C3%A9%3F");
    }
}
