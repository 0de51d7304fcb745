//! A form as it stands: what was typed, what is wrong with it, and what changed meanwhile.
//!
//! What must stay true: a passphrase is never in it. In templates it is called `form`.

use std::any::type_name;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::fields;
use crate::foundation::refusal::{Fault, Refusal};

/// A form as it stands.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    area: String,
    values: BTreeMap<String, Vec<String>>,
    faults: Vec<Fault>,
    revision: Option<i64>,
    current: Vec<(String, String)>,
}

impl Filled {
    /// An empty form for `T`. Its labels are called `new-passphrase-current` for the field
    /// `current` of `NewPassphrase`.
    pub fn empty<T>() -> Self {
        let name = type_name::<T>();
        let name = name.rsplit("::").next().unwrap_or(name);
        Self {
            area: kebab(name),
            ..Self::default()
        }
    }

    /// A form for `T`, filled with what is kept of a record.
    pub fn of<T>(record: &impl Serialize) -> Result<Self, Refusal> {
        let mut form = Self::empty::<T>();
        form.values = fields::from_value(&serde_json::to_value(record)?);
        Ok(form)
    }

    /// The revision that a change would be made on.
    #[must_use]
    pub fn at(mut self, revision: i64) -> Self {
        self.revision = Some(revision);
        self
    }

    /// With one field filled in.
    #[must_use]
    pub fn with(mut self, name: &str, text: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), vec![text.into()]);
        self
    }

    /// With one field empty again.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.values.remove(name);
        self
    }

    /// With one more choice made of several: give the name with its brackets.
    #[must_use]
    pub fn and(mut self, name: &str, text: impl Into<String>) -> Self {
        self.values
            .entry(name.to_owned())
            .or_default()
            .push(text.into());
        self
    }

    pub(super) fn typed(mut self, fields: &[(String, String)]) -> Self {
        for (name, text) in fields {
            self.values
                .entry(name.clone())
                .or_default()
                .push(text.clone());
        }
        self
    }

    /// The form again, with what is wrong. What somebody else saved meanwhile stands beside it.
    pub(super) fn refused(mut self, refusal: &Refusal) -> Self {
        match refusal {
            Refusal::Invalid(faults) => self.faults.clone_from(faults),
            Refusal::StaleRevision {
                current_tag,
                current,
                ..
            } => {
                self.revision = current_tag.trim_matches('"').parse().ok();
                self.current = self.differences(current);
                self.faults = vec![Fault::at("", refusal.code(), "")];
            }
            // Said by the message of the reason, as `Frame::fault` does.
            Refusal::Because(reason) => self.faults = vec![Fault::at("", reason.code(), "")],
            Refusal::TooMany(wait) => {
                let minutes = wait.div_ceil(60);
                self.faults = vec![Fault::at("", "too_many_tries", minutes.to_string())];
            }
            other => self.faults = vec![Fault::at("", other.code(), "")],
        }
        self
    }

    fn differences(&self, current: &Value) -> Vec<(String, String)> {
        fields::from_value(current)
            .into_iter()
            .map(|(name, texts)| (name, texts.join(", ")))
            .filter(|(name, text)| {
                let typed = self.typed_as(name);
                typed.is_some_and(|typed| typed.trim() != text.trim())
            })
            .collect()
    }

    /// What was typed into a field, a date from its three parts; none if there is no such field.
    fn typed_as(&self, name: &str) -> Option<String> {
        if let Some(texts) = self.values.get(name) {
            return Some(texts.join(", "));
        }
        self.values.get(&format!("{name}.year"))?;
        let [year, month, day] =
            ["year", "month", "day"].map(|part| self.value(&format!("{name}.{part}")).trim());
        let empty = year.is_empty() && month.is_empty() && day.is_empty();
        Some(if empty {
            String::new()
        } else {
            format!("{year:0>4}-{month:0>2}-{day:0>2}")
        })
    }

    /// The message of a field's label.
    pub fn label(&self, name: &str) -> String {
        let name: String = name
            .split('.')
            .map(|part| part.split('[').next().unwrap_or(part))
            .collect::<Vec<_>>()
            .join("-");
        format!("{}-{name}", self.area)
    }

    /// The id of a field's element.
    pub fn id(&self, name: &str) -> String {
        let name = name.trim_end_matches("[]").replace(['.', '['], "-");
        format!("{}-{}", self.area, name.replace(']', ""))
    }

    /// What was typed, or is kept.
    pub fn value(&self, name: &str) -> &str {
        self.values
            .get(name)
            .and_then(|texts| texts.last())
            .map_or("", String::as_str)
    }

    /// Whether a choice is made.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.values
            .get(name)
            .is_some_and(|texts| texts.iter().any(|text| text == value))
    }

    /// The `day`, `month` or `year` of a date.
    pub fn date_part(&self, name: &str, part: &str) -> &str {
        let typed = self.value(&format!("{name}.{part}"));
        if !typed.is_empty() {
            return typed;
        }
        let place = match part {
            "year" => 0,
            "month" => 1,
            _ => 2,
        };
        let date = self.value(name).split('T').next().unwrap_or_default();
        date.split('-').nth(place).unwrap_or_default()
    }

    /// What is wrong with the form.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The name of the field that a fault is about; empty if it is about all of them.
    pub fn field_of(&self, fault: &Fault) -> String {
        fields::name_of(&fault.pointer)
    }

    /// What is wrong with one field.
    pub fn faults_at(&self, name: &str) -> Vec<&Fault> {
        // A choice of several is called `roles[]`; the fault may be about all of them.
        let plain = |name: &str| name.trim_end_matches("[]").to_owned();
        self.faults
            .iter()
            .filter(|fault| plain(&fields::name_of(&fault.pointer)) == plain(name))
            .collect()
    }

    /// Whether something is wrong with one field.
    pub fn is_faulty(&self, name: &str) -> bool {
        !self.faults_at(name).is_empty()
    }

    /// The revision that a change would be made on.
    pub fn revision(&self) -> Option<i64> {
        self.revision
    }

    /// What somebody else saved meanwhile, field by field, where it differs from what was typed.
    pub fn current(&self) -> &[(String, String)] {
        &self.current
    }

    /// Every field and text, to be sent once more.
    pub fn fields(&self) -> Vec<(&str, &str)> {
        self.values
            .iter()
            .flat_map(|(name, texts)| texts.iter().map(move |text| (name.as_str(), text.as_str())))
            .collect()
    }
}

fn kebab(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars().take_while(|c| *c != '<') {
        if c.is_ascii_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(c.to_ascii_lowercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    struct NewThing;

    #[test]
    fn labels_and_ids_follow_the_names_of_the_api() {
        let form = Filled::empty::<NewThing>();
        assert_eq!(form.label("place.town"), "new-thing-place-town");
        assert_eq!(form.label("people[1].name"), "new-thing-people-name");
        assert_eq!(form.id("people[1].name"), "new-thing-people-1-name");
        assert_eq!(form.id("roles[]"), "new-thing-roles");
    }

    #[test]
    fn a_stale_form_keeps_both_texts() {
        let form = Filled::empty::<NewThing>().with("note", "mine").at(3);
        let stale = Refusal::StaleRevision {
            current_tag: "\"4\"".to_owned(),
            current: serde_json::json!({ "note": "hers", "other": 1 }),
            sent: Value::Null,
        };
        let form = form.refused(&stale);
        assert_eq!(form.value("note"), "mine");
        assert_eq!(form.revision(), Some(4));
        assert_eq!(form.current(), [("note".to_owned(), "hers".to_owned())]);
    }

    #[test]
    fn a_date_is_shown_in_three_fields() {
        let form = Filled::empty::<NewThing>().with("born", "1990-02-07");
        assert_eq!(form.date_part("born", "day"), "07");
        assert_eq!(form.date_part("born", "year"), "1990");
    }
}
