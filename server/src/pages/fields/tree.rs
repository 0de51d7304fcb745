//! The fields of a form as a tree, before anybody knows what they are.

use std::collections::BTreeMap;

/// One step of a name: `a`, `[0]` or `[]`.
pub(super) enum Step {
    Field(String),
    Item(usize),
    Next,
}

pub(super) fn path_of(name: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in name.split('.') {
        let (field, rest) = part.split_once('[').unwrap_or((part, ""));
        if !field.is_empty() {
            steps.push(Step::Field(field.to_owned()));
        }
        for index in rest.split('[').filter(|index| !index.is_empty()) {
            let index = index.trim_end_matches(']');
            steps.push(index.parse().map_or(Step::Next, Step::Item));
        }
    }
    steps
}

/// The fields as a tree, before anybody knows what they are.
#[derive(Default)]
pub(super) struct Node {
    pub(super) texts: Vec<String>,
    pub(super) inside: BTreeMap<String, Node>,
    pub(super) items: BTreeMap<usize, Node>,
}

impl Node {
    pub(super) fn place(&mut self, path: &[Step], text: &str) {
        match path.split_first() {
            None | Some((Step::Next, _)) => self.texts.push(text.to_owned()),
            Some((Step::Field(name), rest)) => {
                self.inside
                    .entry(name.clone())
                    .or_default()
                    .place(rest, text);
            }
            Some((Step::Item(number), rest)) => {
                self.items.entry(*number).or_default().place(rest, text);
            }
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.texts.iter().all(|text| text.trim().is_empty())
            && self.inside.values().all(Self::is_blank)
            && self.items.values().all(Self::is_blank)
    }

    pub(super) fn part(&self, name: &str) -> &str {
        self.inside
            .get(name)
            .and_then(|node| node.texts.last())
            .map_or("", |text| text.trim())
    }
}

/// Digits of any script, such as ٣ or ३, as 0 to 9; everything else as it is.
pub fn ascii(text: &str) -> String {
    // Where the digits zero to nine of the scripts begin; each is ten characters in a row.
    const ZEROS: [char; 12] = [
        '\u{0660}', '\u{06F0}', '\u{0966}', '\u{09E6}', '\u{0BE6}', '\u{0E50}', '\u{1040}',
        '\u{17E0}', '\u{0A66}', '\u{0AE6}', '\u{0DE6}', '\u{FF10}',
    ];
    let plain = |c: char| {
        ZEROS
            .iter()
            .filter_map(|zero| u32::from(c).checked_sub(u32::from(*zero)))
            .find(|digit| *digit < 10)
            .and_then(|digit| char::from_digit(digit, 10))
            .unwrap_or(c)
    };
    text.chars().map(plain).collect()
}
