//! The menu: what a member may use, what stands in the bar, and where she is.

use super::frame::{Frame, Viewer};
use super::site::{Entry, Link};

/// How many entries of the menu stand in the bar: more of them fill half a telephone.
const IN_THE_BAR: usize = 6;

impl Frame {
    /// The menu, as far as the viewer may use it.
    pub fn menu(&self) -> Vec<Link> {
        let Viewer::Member {
            roles, admitted, ..
        } = &self.viewer
        else {
            return Vec::new();
        };
        let may = |entry: &&Entry| {
            let mut rights = entry.shown_to.iter();
            entry.shown_to.is_empty()
                || rights.any(|(right, object)| roles.may_when(*admitted, *right, *object))
        };
        // Of two entries of which one stands below the other, the lower one is meant.
        let menu = self.site.map_or(&[][..], |site| site.menu);
        let current = menu.iter().filter(may).map(|entry| entry.path);
        let current = current
            .filter(|path| self.is_below(path))
            .max_by_key(|it| it.len());
        menu.iter()
            .filter(may)
            .map(|entry| Link {
                href: self.to(entry.path),
                text: self.msg(entry.id),
                about: self.part(entry.id, "about").unwrap_or_default(),
                current: current == Some(entry.path),
                right_to_left: self.language.right_to_left,
            })
            .collect()
    }

    /// The menu in two: what stands in the bar, and what opens below "More". Where one is always
    /// stands in the bar.
    pub fn menu_bar(&self) -> (Vec<Link>, Vec<Link>) {
        let mut bar = self.menu();
        if bar.len() <= IN_THE_BAR + 1 {
            return (bar, Vec::new());
        }
        let mut more = bar.split_off(IN_THE_BAR);
        if let Some(at) = more.iter().position(|link| link.current) {
            bar.push(more.remove(at));
        }
        (bar, more)
    }

    fn is_below(&self, path: &str) -> bool {
        let here = self.under.unwrap_or(&self.here);
        here == path || here.starts_with(&format!("{path}/"))
    }

    /// The same page, which belongs below another entry of the menu than its path says.
    #[must_use]
    pub fn under(mut self, path: &'static str) -> Self {
        self.under = Some(path);
        self
    }
}
