//! A browser for tests of pages: it keeps the cookie, follows `303`, and sends the forms that are on
//! the page with what is hidden in them.
//!
//! ```no_run
//! # use amparo_tests::House;
//! # async fn story(house: &House) {
//! let sofia = house.organisation("hotline", "ES").await.supervisor();
//! let browser = house.browser();
//! browser.sign_in(&sofia).await;
//! let page = browser.get("/me/passphrase").await.expect(200);
//! let form = page.form("/me/passphrase").fill("current", "…");
//! form.send().await.expect(422);
//! # }
//! ```
//!
//! What must stay true: a test can only fill in what the page offers, so a field that is missing
//! fails it. Deliberately absent: scripts, styles, and anything else that a page must do without.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use actix_web::http::Method;
use actix_web::http::header::HeaderMap;
use actix_web::test::TestRequest;
use amparo::pages::COOKIE;

use crate::house::House;
use crate::html::{self, Tag};
use crate::people::Actor;

/// Where the browser thinks the house is.
const HOST: &str = "amparo.test";
/// More redirects than any journey has.
const MOST_STEPS: usize = 6;

/// A browser without scripts. Clones share the cookie.
#[derive(Clone, Debug)]
pub struct Browser {
    house: House,
    language: String,
    cookie: Rc<RefCell<Option<String>>>,
}

impl Browser {
    pub(crate) fn of(house: &House) -> Self {
        Self {
            house: house.clone(),
            language: "en".to_owned(),
            cookie: Rc::default(),
        }
    }

    /// The same browser, with pages in another language.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Self {
        Self {
            language: tag.to_owned(),
            ..self.clone()
        }
    }

    /// Opens a page of the browser's language, and goes where it leads.
    pub async fn get(&self, path: &str) -> Screen {
        self.visit(&self.address(path)).await
    }

    /// Opens exactly this address, and goes where it leads.
    pub async fn visit(&self, address: &str) -> Screen {
        let screen = self.ask(Method::GET, address, None).await;
        self.follow(screen).await
    }

    /// Signs a member in through the pages: passphrase, then the second factor.
    pub async fn sign_in(&self, who: &Actor) -> Screen {
        let account = who.account();
        let first = self.get("/sign-in").await.expect(200);
        let second = first
            .form("/sign-in")
            .fill("login", &account.login)
            .fill("passphrase", &account.passphrase)
            .send()
            .await
            .expect(200);
        second
            .form("/second-factor")
            .fill("code", &who.next_code())
            .send()
            .await
    }

    /// Comes back with a receipt, through the page that asks for it.
    pub async fn enter_number(&self, digits: &str) -> Screen {
        let page = self.get("/number").await.expect(200);
        let form = page.form("/number").fill("receipt", digits);
        form.send().await
    }

    /// What the browser holds of us, if anything.
    pub fn cookie(&self) -> Option<String> {
        self.cookie.borrow().clone()
    }

    /// Holds this cookie from now on, as a thief would.
    pub fn holds(&self, cookie: Option<&str>) {
        *self.cookie.borrow_mut() = cookie.map(ToOwned::to_owned);
    }

    fn address(&self, path: &str) -> String {
        format!("/{}{path}", self.language)
    }

    async fn follow(&self, mut screen: Screen) -> Screen {
        for _ in 0..MOST_STEPS {
            let Some(next) = screen.leads_to() else {
                return screen;
            };
            screen = self.ask(Method::GET, &next, None).await;
        }
        panic!("{} leads nowhere", screen.address)
    }

    async fn ask(&self, method: Method, address: &str, body: Option<Sent>) -> Screen {
        let mut request = TestRequest::with_uri(address)
            .method(method)
            .insert_header(("Host", HOST))
            .insert_header(("Accept", "text/html"));
        if let Some(cookie) = self.cookie() {
            request = request.insert_header(("Cookie", format!("{COOKIE}={cookie}")));
        }
        if let Some(sent) = body {
            request = request
                .insert_header(("Content-Type", sent.kind))
                .insert_header(("Content-Length", sent.body.len().to_string()))
                .set_payload(sent.body);
            if let Some(origin) = sent.origin {
                request = request.insert_header(("Origin", origin));
            }
        }
        let reply = self.house.answer(request).await;
        self.keep_cookie(&reply.headers);
        Screen {
            browser: self.clone(),
            address: address.split('#').next().unwrap_or_default().to_owned(),
            status: reply.status,
            html: reply.text(),
            headers: reply.headers,
        }
    }

    fn keep_cookie(&self, headers: &HeaderMap) {
        for header in headers.get_all("set-cookie") {
            let header = header.to_str().unwrap();
            let start = format!("{COOKIE}=");
            let value = header.strip_prefix(&start).expect("one cookie only");
            let value = value.split(';').next().unwrap_or_default();
            let gone = value.is_empty() || header.contains("Max-Age=0");
            *self.cookie.borrow_mut() = (!gone).then(|| value.to_owned());
        }
    }
}

struct Sent {
    kind: String,
    body: Vec<u8>,
    origin: Option<String>,
}

/// A page that came back.
#[derive(Clone, Debug)]
pub struct Screen {
    browser: Browser,
    /// Where it is, with its language.
    pub address: String,
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The page.
    pub html: String,
}

impl Screen {
    /// Fails the test unless the status is this one; shows the page.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(
            self.status,
            status,
            "{}: {}",
            self.address,
            html::text(&self.html)
        );
        self
    }

    /// Fails the test unless the page is at this path.
    #[track_caller]
    pub fn at(self, path: &str) -> Self {
        let here = self.address.split('?').next().unwrap_or_default();
        assert_eq!(here, self.browser.address(path), "{}", self.text());
        self
    }

    /// Fails the test unless the page says, in English, that this reason of the casework says no.
    #[track_caller]
    pub fn refusing(self, reason: &str) -> Self {
        let said = amparo::languages::english_text(&format!("refused-{reason}"));
        self.expect(409).saying(&said)
    }

    /// Fails the test unless the page says this.
    #[track_caller]
    pub fn saying(self, words: &str) -> Self {
        assert!(self.says(words), "no {words:?} in: {}", self.text());
        self
    }

    /// Whether the page says this.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// What a reader reads, without tags.
    pub fn text(&self) -> String {
        html::text(&self.html)
    }

    /// The text of every `<h1>`.
    pub fn headings(&self) -> Vec<String> {
        html::inside(&self.html, "h1")
    }

    /// The text of `<title>`.
    pub fn title(&self) -> String {
        html::inside(&self.html, "title").join(" ")
    }

    /// A header, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Where a redirect leads; nowhere if it is none.
    pub fn leads_to(&self) -> Option<String> {
        let place = self.header("location").filter(|_| self.status == 303)?;
        Some(place.split('#').next().unwrap_or_default().to_owned())
    }

    /// Every tag of the page, in order.
    pub fn tags(&self) -> Vec<Tag> {
        html::tags(&self.html)
    }

    /// Where the links lead that the menu holds.
    pub fn menu(&self) -> Vec<String> {
        let nav = self.html.split("<nav class=\"menu\"").nth(1);
        let nav = nav.and_then(|rest| rest.split("</nav>").next());
        links(nav.unwrap_or_default())
    }

    /// Where the links of the page lead.
    pub fn links(&self) -> Vec<String> {
        links(&self.html)
    }

    /// Opens the link to a path of ours. Fails unless it is on the page.
    pub async fn click(&self, path: &str) -> Self {
        let wanted = self.browser.address(path);
        let links = self.links();
        let bare = |link: &String| link.split(['?', '#']).next() == Some(wanted.as_str());
        let found = links.iter().find(|link| bare(link));
        let found = found.unwrap_or_else(|| panic!("no link to {wanted} among {links:?}"));
        self.browser.visit(found).await
    }

    /// The form that is sent to a path of ours. Fails unless it is on the page.
    #[track_caller]
    pub fn form(&self, path: &str) -> PageForm {
        let action = self.browser.address(path);
        let forms = html::forms(&self.html);
        let known: Vec<&String> = forms.iter().map(|form| &form.action).collect();
        let found = forms.iter().find(|form| form.action == action);
        let found = found.unwrap_or_else(|| panic!("no form to {action} among {known:?}"));
        PageForm {
            browser: self.browser.clone(),
            action,
            fields: found.fields.clone(),
            offered: found.offered.clone(),
            origin: Some(format!("https://{HOST}")),
        }
    }

    /// Whether the page has a form that is sent to this path.
    pub fn has_form(&self, path: &str) -> bool {
        let action = self.browser.address(path);
        html::forms(&self.html)
            .iter()
            .any(|form| form.action == action)
    }
}

fn links(html: &str) -> Vec<String> {
    html::tags(html)
        .iter()
        .filter(|tag| tag.name == "a" && !tag.closes)
        .filter_map(|tag| tag.attribute("href").map(ToOwned::to_owned))
        .collect()
}

/// A form on a page, on its way to being sent. A clone is the same form sent once more.
#[derive(Clone, Debug)]
pub struct PageForm {
    browser: Browser,
    action: String,
    fields: Vec<(String, String)>,
    offered: BTreeSet<String>,
    origin: Option<String>,
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
