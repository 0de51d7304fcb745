//! What rooms above add to the case page: this room may not know them, so they are handed in.

use amparo_store::CaseId;

use crate::casefile::CaseAccess;
use crate::foundation::{Act, App, Caller, Refusal};
use crate::pages::Frame;

/// Makes a panel of the case page.
pub type MakePanel = fn(&mut Act<'_>, &CaseAccess, &Frame) -> Result<Panel, Refusal>;

/// What stands beside the file on the case page. The doors hand it in.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// The panels in their order.
    pub panels: &'static [MakePanel],
    /// Takes news into the file that a panel found.
    pub catch_up: fn(&App, &Caller, CaseId) -> Result<(), Refusal>,
}

/// A section of the case page that another room fills.
#[derive(Clone, Debug)]
pub struct Panel {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub rows: Vec<PanelRow>,
    /// What it says when nothing stands in it.
    pub empty: String,
    /// The file is behind what the other room knows: somebody else did something meanwhile.
    pub behind: bool,
}

/// A line of a panel.
#[derive(Clone, Debug, Default)]
pub struct PanelRow {
    /// Where it leads; a path without the language.
    pub path: String,
    /// What it is.
    pub title: String,
    /// Where it stands.
    pub state: String,
    /// More about it.
    pub about: String,
}
