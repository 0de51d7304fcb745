//! A form of a case on a page of its own: one template, and the fields of its kind.

use amparo_store::CaseId;
use askama::Template;

use super::words;
use crate::casefile::{CaseAccess, CaseStatus};
use crate::foundation::Refusal;
use crate::pages::{Filled, Frame, Shown};

/// The longest list that a record holds.
const MOST_PLACES: usize = 20;

/// Which fields a form has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fields {
    /// The head of the case.
    Sheet,
    /// A line of the timeline.
    Entry,
    /// A person.
    Person,
    /// A stay in custody.
    Stay,
    /// A removal.
    Removal,
    /// A need.
    Need,
    /// A task.
    Task,
    /// What the person agrees to.
    Consent,
    /// Indicators of forced labour.
    Assessment,
    /// Closing the case.
    Close,
    /// Opening it again.
    Reopen,
}

impl Fields {
    /// How its messages begin: `form-need-new`, `form-need-change`.
    fn name(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Entry => "entry",
            Self::Person => "person",
            Self::Stay => "stay",
            Self::Removal => "removal",
            Self::Need => "need",
            Self::Task => "task",
            Self::Consent => "consent",
            Self::Assessment => "assessment",
            Self::Close => "close",
            Self::Reopen => "reopen",
        }
    }
}

/// What stands above every page about a case.
#[derive(Clone, Debug)]
pub(super) struct CaseHeader {
    /// The case.
    pub id: CaseId,
    /// What is said aloud instead of a name.
    pub pseudonym: String,
    /// Nothing is changed until it is reopened.
    pub closed: bool,
}

impl CaseHeader {
    /// The head of a case.
    pub(super) fn of(case: &CaseAccess) -> Self {
        Self {
            id: case.id(),
            pseudonym: case.card.pseudonym.clone(),
            closed: case.card.status == CaseStatus::Closed,
        }
    }
}

/// A form of a case.
#[derive(Template)]
#[template(path = "cases/form.html")]
pub(super) struct FormPage {
    /// The frame.
    pub t: Frame,
    /// The case.
    pub head: CaseHeader,
    /// The form as it stands.
    pub form: Filled,
    /// Which fields it has.
    pub fields: Fields,
    /// The section of the case page to go back to.
    pub place: &'static str,
    /// Pairs of id and name to choose from, such as partners.
    pub choices: Vec<(String, String)>,
    /// The people of the case, where the form asks whose something is.
    pub people: Vec<(String, String)>,
}

impl FormPage {
    /// Renders it.
    pub(super) fn show(&self) -> Result<Shown, Refusal> {
        Shown::page(self)
    }

    fn is_change(&self) -> bool {
        self.form.revision().is_some()
    }

    fn title(&self) -> String {
        let end = if self.is_change() { "change" } else { "new" };
        self.t.msg(format!("form-{}-{end}", self.fields.name()))
    }

    fn lead(&self) -> Option<String> {
        self.t
            .part(format!("form-{}-new", self.fields.name()), "lead")
    }

    fn button(&self) -> String {
        self.t.msg(format!("form-{}-button", self.fields.name()))
    }

    fn back_to(&self) -> String {
        let place = format!("#{}", self.place);
        self.t.to_one("/cases", self.head.id, &place)
    }

    fn options(&self, list: &str) -> Vec<(&'static str, String)> {
        words::options(&self.t, list)
    }

    /// The places of a list on the form: those that are filled, and one more.
    fn places(&self, list: &str) -> Vec<usize> {
        places(&self.form, list)
    }

    /// The time of day of a moment that is typed in four parts.
    fn time_of(&self, name: &str) -> String {
        let typed = self.form.value(&format!("{name}.time"));
        let kept = self.form.value(name).split_once('T');
        match kept {
            Some((_, time)) if typed.is_empty() => time.chars().take(5).collect(),
            _ => typed.to_owned(),
        }
    }
}

/// The places of a list on a form: those that are filled and one more, two at least.
pub(super) fn places(form: &Filled, list: &str) -> Vec<usize> {
    let filled = |place: &usize| !form.value(&format!("{list}[{place}].value")).is_empty();
    let last = (0..MOST_PLACES).filter(filled).max();
    let count = last.map_or(2, |last| last + 2);
    (0..count.clamp(2, MOST_PLACES)).collect()
}
