//! A form of a page: what stands in its fields, and how it is sent.

use actix_web::http::Method;
use std::collections::BTreeSet;

use super::{Browser, Screen, Sent};

/// A form on a page, on its way to being sent. A clone is the same form sent once more.
#[derive(Clone, Debug)]
pub struct PageForm {
    pub(super) browser: Browser,
    pub(super) action: String,
    pub(super) fields: Vec<(String, String)>,
    pub(super) offered: BTreeSet<String>,
    pub(super) origin: Option<String>,
}

impl PageForm {
    /// What stands in a field; nothing if it is empty or not chosen.
    pub fn value(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(one, _)| one == name);
        found.map_or("", |(_, text)| text.as_str())
    }

    /// Whether the form has a field of this name.
    pub fn offers(&self, name: &str) -> bool {
        self.offered.contains(name)
    }

    /// Fills in one field, or chooses one of several answers. Fails unless the form has it.
    #[must_use]
    #[track_caller]
    pub fn fill(self, name: &str, text: &str) -> Self {
        assert!(
            self.offers(name),
            "no field {name} among {:?}",
            self.offered
        );
        self.without(name).with(name, text)
    }

    /// Ticks one more box of a list. Fails unless the form has it.
    #[must_use]
    #[track_caller]
    pub fn tick(self, name: &str, value: &str) -> Self {
        assert!(self.offers(name), "no box {name} among {:?}", self.offered);
        self.with(name, value)
    }

    /// Presses the button with this value, where a form has several.
    #[must_use]
    #[track_caller]
    pub fn press(self, value: &str) -> Self {
        assert!(self.offers("_button"), "the form has one button only");
        self.with("_button", value)
    }

    /// Presses a button that sends the form to a path of its own (`formaction`).
    #[must_use]
    pub fn to(mut self, path: &str) -> Self {
        self.action = self.browser.address(path);
        self
    }

    /// Adds a field that the form does not offer, as an intruder would.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.fields.push((name.to_owned(), text.to_owned()));
        self
    }

    /// Leaves a field out.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(one, _)| one != name);
        self
    }

    /// Sends it from a page of this origin; `None` as a program that says none.
    #[must_use]
    pub fn from_origin(mut self, origin: Option<&str>) -> Self {
        self.origin = origin.map(ToOwned::to_owned);
        self
    }

    /// Sends it and goes where the answer leads.
    pub async fn send(self) -> Screen {
        let browser = self.browser.clone();
        browser.follow(self.send_only().await).await
    }

    /// Sends it with a file, as a browser sends a form that has one, and goes where the answer
    /// leads. A file without a name is one that was not chosen.
    pub async fn send_with_file(self, name: &str, file: &str, content: &[u8]) -> Screen {
        const EDGE: &str = "----edge-of-a-part";
        let mut body = Vec::new();
        for (field, text) in &self.fields {
            let head = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"");
            body.extend_from_slice(format!("{head}\r\n\r\n{text}\r\n").as_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
        let sent = Sent {
            kind: format!("multipart/form-data; boundary={EDGE}"),
            body,
            origin: self.origin,
        };
        let browser = &self.browser;
        let screen = browser.ask(Method::POST, &self.action, Some(sent)).await;
        browser.follow(screen).await
    }

    /// Sends it and shows the answer itself.
    pub async fn send_only(self) -> Screen {
        let pairs = self.fields.iter();
        let pairs = pairs.map(|(name, text)| format!("{}={}", encoded(name), encoded(text)));
        let sent = Sent {
            kind: "application/x-www-form-urlencoded".to_owned(),
            body: pairs.collect::<Vec<_>>().join("&").into_bytes(),
            origin: self.origin,
        };
        let browser = &self.browser;
        browser.ask(Method::POST, &self.action, Some(sent)).await
    }
}

/// As a browser writes a field of a form: ends of lines become CRLF.
fn encoded(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\n', "\r\n");
    let mut encoded = String::new();
    for byte in lines.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}
