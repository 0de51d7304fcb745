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

mod form;

pub use form::PageForm;

use std::cell::RefCell;
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
