//! What every page knows: its language, who looks at it, where it is, and what its forms carry.
//!
//! In templates it is called `t`: `{{ t.msg("me-title") }}`, `{{ t.to("/me") }}`.

use actix_web::{HttpRequest, web};
use amparo_store::Moment;
use amparo_vault::SessionToken;

use super::site::{Link, Site};
use super::{asset_names, origin};
use crate::foundation::app::App;
use crate::foundation::caller::{Caller, Roles};
use crate::foundation::config::IDLE_MINUTES;
use crate::foundation::refusal::Refusal;
use crate::foundation::rng;
use crate::languages::pretended;
use crate::languages::{self, Language, Scope, languages};

/// Who looks at the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Nobody we know.
    Visitor,
    /// Somebody who still owes the second factor.
    Halfway,
    /// A member.
    Member {
        /// The name colleagues see.
        name: String,
        /// What she may be asked to do.
        roles: Roles,
        /// Admitted by the team.
        admitted: bool,
    },
    /// The person with the receipt.
    Person,
}

/// What every page knows.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What the page says.
    pub(super) language: &'static Language,
    /// What was asked for. Another one than `language` where the page does not speak it.
    chosen: &'static Language,
    pub(super) here: String,
    /// Where it stands in the menu, if its path does not say it.
    pub(super) under: Option<&'static str>,
    pub(super) viewer: Viewer,
    lapsed: bool,
    csrf: Option<String>,
    form_key: String,
    said: Option<String>,
    asked: Vec<(String, String)>,
    pub(super) site: Option<Site>,
    pub(super) now: Moment,
}

impl Frame {
    /// The frame of a page for `caller`.
    pub(super) fn new(
        request: &HttpRequest,
        app: &App,
        caller: &Caller,
        lapsed: bool,
    ) -> Result<Self, Refusal> {
        let mut frame = Self::bare(request);
        frame.now = app.clock.now();
        SessionToken::generate(&mut rng::fresh()?)
            .to_text()
            .expose()
            .clone_into(&mut frame.form_key);
        frame.csrf = token_of(caller).map(|token| token.csrf(&app.boot));
        frame.lapsed = lapsed;
        frame.viewer = match caller {
            Caller::Visitor => Viewer::Visitor,
            Caller::Halfway { .. } => Viewer::Halfway,
            Caller::Person(_) => Viewer::Person,
            Caller::Member(member) => Viewer::Member {
                name: member.display_name.clone(),
                roles: member.roles.clone(),
                admitted: member.admitted,
            },
        };
        Ok(frame)
    }

    /// The frame of a page that is shown when nothing else is known, such as a fault.
    pub(super) fn bare(request: &HttpRequest) -> Self {
        let path = request.path().trim_start_matches('/');
        let (tag, rest) = path.split_once('/').unwrap_or((path, ""));
        let site = request.app_data::<web::Data<Site>>();
        let site = site.map(|site| *site.get_ref());
        let known = languages::language(tag).or_else(|| {
            site.filter(|site| site.pretended)
                .and_then(|_| pretended(tag))
        });
        let accepted = || {
            let wishes = request.headers().get("accept-language");
            let wishes = wishes.and_then(|value| value.to_str().ok());
            languages::best_for(wishes.unwrap_or_default())
        };
        let asked: Vec<(String, String)> = web::Query::from_query(request.query_string())
            .map(web::Query::into_inner)
            .unwrap_or_default();
        let said = asked
            .iter()
            .find(|(name, _)| name == "said")
            .map(|(_, id)| format!("said-{id}"))
            .filter(|id| languages::english().shows(id));
        let chosen = known.unwrap_or_else(accepted);
        let here = known.map_or_else(|| "/".to_owned(), |_| format!("/{rest}"));
        let is_persons = site.is_none_or(|site| site.is_persons(&here));
        let speaks = chosen.scope == Scope::All || is_persons;
        Self {
            language: if speaks { chosen } else { languages::english() },
            chosen,
            here,
            under: None,
            viewer: Viewer::Visitor,
            lapsed: false,
            csrf: None,
            form_key: String::new(),
            said,
            asked,
            site,
            now: Moment::from_utc(chrono::DateTime::UNIX_EPOCH),
        }
    }

    /// The address of a path of ours, in the page's language.
    pub fn to(&self, path: impl AsRef<str>) -> String {
        format!("/{}{}", self.chosen.tag, path.as_ref())
    }

    /// Where the page is, without the language.
    pub fn here(&self) -> &str {
        &self.here
    }

    /// The address of the page itself: where its forms are sent.
    pub fn self_address(&self) -> String {
        self.to(&self.here)
    }

    /// Where a file of `assets` is served.
    pub fn asset(&self, name: &str) -> String {
        asset_names::address_of(name).to_owned()
    }

    /// The language's tag, for `lang`.
    pub fn lang(&self) -> &str {
        &self.language.tag
    }

    /// The language's direction, for `dir`.
    pub fn dir(&self) -> &'static str {
        self.language.direction()
    }

    /// The language.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The language that was asked for: the one in the address.
    pub fn chosen(&self) -> &'static Language {
        self.chosen
    }

    /// Whether the page is in English because it does not speak the language that was asked for.
    pub fn is_english_instead(&self) -> bool {
        self.chosen.tag != self.language.tag
    }

    /// The part of Wikipedia that is in this language: where one is after leaving.
    pub fn wikipedia(&self) -> &str {
        match self.chosen.tag.as_str() {
            "fil" => "tl",
            tag => tag.split('-').next().unwrap_or(tag),
        }
    }

    /// Where somebody who is not signed in comes in again.
    pub(super) fn way_in(&self) -> &'static str {
        match self.site {
            Some(site) if self.here.len() > 1 && site.is_persons(&self.here) => site.person_way_in,
            _ => "/sign-in",
        }
    }

    /// In the language that was asked for, on pages that everybody may meet anywhere.
    pub(super) fn in_chosen_language(mut self) -> Self {
        if !matches!(self.viewer, Viewer::Member { .. }) {
            self.language = self.chosen;
        }
        self
    }

    /// Whether the page must say that a machine translated it.
    pub fn is_unchecked(&self) -> bool {
        self.language.is_unchecked()
    }

    /// The page in English.
    pub fn in_english(&self) -> String {
        format!("/{}{}", languages::english().tag, self.here)
    }

    /// The page in every language.
    pub fn languages(&self) -> Vec<Link> {
        languages()
            .iter()
            .map(|language| Link {
                href: format!("/{}{}", language.tag, self.here),
                text: language.autonym.clone(),
                about: language.tag.clone(),
                current: language.tag == self.chosen.tag,
                right_to_left: language.right_to_left,
            })
            .collect()
    }

    /// Who looks at the page.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// The member's name, or nothing.
    pub fn member_name(&self) -> Option<&str> {
        match &self.viewer {
            Viewer::Member { name, .. } => Some(name),
            _ => None,
        }
    }

    /// Whether somebody has signed in, completely or halfway.
    pub fn is_signed_in(&self) -> bool {
        self.viewer != Viewer::Visitor
    }

    /// Whether the sign-in that the browser held is over.
    pub fn has_lapsed(&self) -> bool {
        self.lapsed
    }

    /// The token that every form of a signed-in viewer carries.
    pub fn csrf(&self) -> &str {
        self.csrf.as_deref().unwrap_or_default()
    }

    /// The key that makes a form count once.
    pub fn form_key(&self) -> &str {
        &self.form_key
    }

    /// What was done a moment ago, to be said on top.
    pub fn said(&self) -> Option<String> {
        self.said.as_deref().map(|id| self.msg(id))
    }

    /// A parameter of the address; empty if it is not there. Never for what must stay secret.
    pub fn asked(&self, name: &str) -> &str {
        self.asked
            .iter()
            .find(|(one, _)| one == name)
            .map_or("", |(_, text)| text)
    }

    /// The minutes after which the page locks; none if nobody has signed in.
    pub fn idle_minutes(&self) -> Option<i64> {
        self.is_signed_in().then_some(IDLE_MINUTES)
    }

    /// Whether `path` may follow a sign-in: one of our own, in any language.
    pub fn is_own_path(path: &str) -> bool {
        path.starts_with('/')
            && !path.starts_with("//")
            && path.len() <= 200
            && path
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "/-_.~".contains(c))
    }

    pub(super) fn said_nothing(mut self) -> Self {
        self.said = None;
        self
    }
}

/// The token behind any sign-in, complete or not.
pub(super) fn token_of(caller: &Caller) -> Option<&SessionToken> {
    match caller {
        Caller::Halfway { token, .. } => Some(token),
        other => other.token(),
    }
}

/// Whether a request may change something.
pub(super) fn is_ours(request: &HttpRequest) -> bool {
    origin::is_ours(request)
}
