//! What the doors tell every page: the menu, and which pages are the person's.

use crate::rights::{Object, Right};

/// What the doors tell every page.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    /// The menu.
    pub menu: &'static [Entry],
    /// The paths that the person with a number meets, without the language. They are there in every
    /// language; the others only in those that staff work in.
    pub person: &'static [&'static str],
    /// Where the person comes in.
    pub person_way_in: &'static str,
    /// Whether the languages that nobody speaks are there, for looking at pages.
    pub pretended: bool,
}

impl Site {
    /// Whether the person may meet the page.
    pub(super) fn is_persons(&self, path: &str) -> bool {
        self.person.iter().any(|one| {
            path == *one
                || one.len() > 1 && path.strip_prefix(one).is_some_and(|it| it.starts_with('/'))
        })
    }
}

/// One entry of the menu, as the doors list them.
#[derive(Debug)]
pub struct Entry {
    /// The path without the language.
    pub path: &'static str,
    /// Its message; the attribute `.about` says what one finds there.
    pub id: &'static str,
    /// Who sees it: whoever has one of these rights. None in particular means every member.
    pub shown_to: &'static [(Right, Object)],
}

/// A link in the menu or in the language picker.
#[derive(Debug)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub text: String,
    /// What one finds there; for the language picker, the tag.
    pub about: String,
    /// It leads here.
    pub current: bool,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
}
