//! What the schema says each field is.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::tree::{Node, ascii};

/// Reads fields by a schema.
pub(super) struct Reader<'a> {
    pub(super) components: &'a Value,
}

impl<'a> Reader<'a> {
    /// A schema and every shape it may take, without references.
    pub(super) fn resolve(&self, schema: &'a Value) -> Vec<&'a Value> {
        let mut found = Vec::new();
        self.resolve_into(schema, &mut found, 0);
        found
    }

    fn resolve_into(&self, schema: &'a Value, found: &mut Vec<&'a Value>, depth: usize) {
        // A schema may refer to itself.
        if depth > 8 {
            return;
        }
        let name = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|place| place.strip_prefix("#/components/schemas/"));
        match name.and_then(|name| self.components.get("schemas")?.get(name)) {
            Some(named) => self.resolve_into(named, found, depth + 1),
            None => found.push(schema),
        }
        for choice in ["oneOf", "anyOf", "allOf"] {
            for one in schema
                .get(choice)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                self.resolve_into(one, found, depth + 1);
            }
        }
    }

    pub(super) fn property(&self, schemas: &[&'a Value], name: &str) -> Vec<&'a Value> {
        schemas
            .iter()
            .filter_map(|schema| schema.get("properties")?.get(name))
            .flat_map(|schema| self.resolve(schema))
            .collect()
    }

    pub(super) fn items(&self, schemas: &[&'a Value]) -> Vec<&'a Value> {
        schemas
            .iter()
            .filter_map(|schema| schema.get("items"))
            .flat_map(|schema| self.resolve(schema))
            .collect()
    }

    pub(super) fn object(
        &self,
        fields: &BTreeMap<String, Node>,
        schemas: &[&'a Value],
    ) -> Map<String, Value> {
        let mut object = Map::new();
        for (name, node) in fields {
            let inner = self.property(schemas, name);
            if let Some(value) = self.value(node, &inner, is_required(schemas, name)) {
                object.insert(name.clone(), value);
            }
        }
        // A box that is not ticked sends nothing: that is the answer no, or an empty list.
        for name in required(schemas) {
            let inner = self.property(schemas, name);
            if object.contains_key(name) {
                continue;
            }
            if says(&inner, "type", "boolean") {
                object.insert(name.to_owned(), Value::Bool(false));
            } else if says(&inner, "type", "array") {
                object.insert(name.to_owned(), Value::Array(Vec::new()));
            }
        }
        object
    }

    fn value(&self, node: &Node, schemas: &[&'a Value], required: bool) -> Option<Value> {
        if says(schemas, "format", "date") && !node.inside.is_empty() {
            return date(node).map(Value::String);
        }
        if says(schemas, "format", "date-time") && !node.inside.is_empty() {
            let time = node.part("time");
            let time = if time.is_empty() { "00:00" } else { time };
            return date(node).map(|date| Value::String(format!("{date}T{}:00Z", ascii(time))));
        }
        if !node.inside.is_empty() {
            let wanted = required || !node.is_blank();
            return wanted.then(|| Value::Object(self.object(&node.inside, schemas)));
        }
        let inner = self.items(schemas);
        if !node.items.is_empty() {
            let items = node.items.values();
            let items = items
                .filter(|item| !item.is_blank())
                .filter_map(|item| self.value(item, &inner, false));
            return Some(Value::Array(items.collect()));
        }
        if says(schemas, "type", "array") {
            let texts = node.texts.iter();
            let items: Vec<Value> = texts
                .filter_map(|text| scalar(text, &inner, false))
                .collect();
            return (required || !items.is_empty()).then_some(Value::Array(items));
        }
        scalar(node.texts.last()?, schemas, required)
    }
}

fn scalar(text: &str, schemas: &[&Value], required: bool) -> Option<Value> {
    if says(schemas, "format", "password") {
        return (required || !text.is_empty()).then(|| Value::String(text.to_owned()));
    }
    let text = text.trim().replace("\r\n", "\n");
    let plain = says(schemas, "type", "string") || schemas.is_empty();
    if text.is_empty() {
        // The check then says that it is empty, which is what the sender sees.
        let may_be_null = says(schemas, "type", "null");
        return (required && plain && !may_be_null).then_some(Value::String(text));
    }
    if plain {
        return Some(Value::String(text));
    }
    if says(schemas, "type", "boolean") {
        match text.as_str() {
            "true" | "on" | "yes" => return Some(Value::Bool(true)),
            "false" | "off" | "no" => return Some(Value::Bool(false)),
            _ => {}
        }
    }
    let digits = ascii(&text);
    if let Ok(whole) = digits.parse::<i64>() {
        return Some(whole.into());
    }
    let number = digits
        .parse::<f64>()
        .ok()
        .and_then(serde_json::Number::from_f64);
    Some(number.map_or(Value::String(text), Value::Number))
}

/// A date from its three fields; nothing if all are empty, no date if some are.
fn date(node: &Node) -> Option<String> {
    let [year, month, day] = ["year", "month", "day"].map(|part| ascii(node.part(part)));
    let all_empty = [&year, &month, &day].iter().all(|part| part.is_empty());
    (!all_empty).then(|| format!("{year:0>4}-{month:0>2}-{day:0>2}"))
}

/// Whether one of the schemas has this word under `key`, alone or in a list.
pub(super) fn says(schemas: &[&Value], key: &str, word: &str) -> bool {
    schemas.iter().any(|schema| match schema.get(key) {
        Some(Value::String(text)) => text == word,
        Some(Value::Array(texts)) => texts.iter().any(|text| text == word),
        _ => false,
    })
}

fn required<'a>(schemas: &[&'a Value]) -> impl Iterator<Item = &'a str> {
    schemas
        .iter()
        .filter_map(|schema| schema.get("required")?.as_array())
        .flatten()
        .filter_map(Value::as_str)
        .collect::<Vec<_>>()
        .into_iter()
}

fn is_required(schemas: &[&Value], name: &str) -> bool {
    required(schemas).any(|one| one == name)
}
