//! From the fields of a form, which are all text, to the value that the API would be sent.
//!
//! The published schema says what each field is: `a.b` is inside `a`, `a[]` one of several, `a[0].b`
//! inside one of several; a date may come as `.day`, `.month` and `.year`. What does not fit is left
//! as it is, so that the schema's own check names the fault. Nothing is guessed, and an empty
//! optional field is a field that was not sent.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::foundation::web::Shape;

/// The value that the fields mean.
pub fn to_value(fields: &[(String, String)], shape: &Shape) -> Value {
    let mut root = Node::default();
    for (name, text) in fields {
        root.place(&path_of(name), text);
    }
    let reader = Reader {
        components: &shape.components,
    };
    let schemas = reader.resolve(&shape.root);
    let root = reader.object(&root.inside, &schemas);
    Value::Object(root)
}

/// Whether a field is a secret that is never shown again.
pub fn is_secret(name: &str, shape: &Shape) -> bool {
    let reader = Reader {
        components: &shape.components,
    };
    let mut schemas = reader.resolve(&shape.root);
    for step in path_of(name) {
        schemas = match &step {
            Step::Field(name) => reader.property(&schemas, name),
            Step::Item(_) | Step::Next => reader.items(&schemas),
        };
    }
    says(&schemas, "format", "password")
}

/// The name of the field that a JSON pointer points to.
pub fn name_of(pointer: &str) -> String {
    let mut name = String::new();
    let mut steps = pointer.split('/').skip(1).peekable();
    while let Some(step) = steps.next() {
        match step.parse::<usize>() {
            Ok(_) if steps.peek().is_none() => name.push_str("[]"),
            Ok(number) => name.push_str(&format!("[{number}]")),
            Err(_) => {
                if !name.is_empty() {
                    name.push('.');
                }
                name.push_str(&step.replace("~1", "/").replace("~0", "~"));
            }
        }
    }
    name
}

/// The fields that a record would be typed into.
pub fn from_value(value: &Value) -> BTreeMap<String, Vec<String>> {
    let mut fields = BTreeMap::new();
    spread(value, "", &mut fields);
    fields
}

fn spread(value: &Value, name: &str, fields: &mut BTreeMap<String, Vec<String>>) {
    let mut put = |text: String| fields.entry(name.to_owned()).or_default().push(text);
    match value {
        Value::Null => {}
        Value::Bool(it) => put(it.to_string()),
        Value::Number(it) => put(it.to_string()),
        Value::String(it) => put(it.clone()),
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                let inner = if item.is_object() {
                    format!("{name}[{number}]")
                } else {
                    format!("{name}[]")
                };
                spread(item, &inner, fields);
            }
        }
        Value::Object(inside) => {
            for (key, item) in inside {
                let dot = if name.is_empty() { "" } else { "." };
                spread(item, &format!("{name}{dot}{key}"), fields);
            }
        }
    }
}

enum Step {
    Field(String),
    Item(usize),
    Next,
}

fn path_of(name: &str) -> Vec<Step> {
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
struct Node {
    texts: Vec<String>,
    inside: BTreeMap<String, Node>,
    items: BTreeMap<usize, Node>,
}

impl Node {
    fn place(&mut self, path: &[Step], text: &str) {
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

    fn is_blank(&self) -> bool {
        self.texts.iter().all(|text| text.trim().is_empty())
            && self.inside.values().all(Self::is_blank)
            && self.items.values().all(Self::is_blank)
    }

    fn part(&self, name: &str) -> &str {
        self.inside
            .get(name)
            .and_then(|node| node.texts.last())
            .map_or("", |text| text.trim())
    }
}

struct Reader<'a> {
    components: &'a Value,
}

impl<'a> Reader<'a> {
    /// A schema and every shape it may take, without references.
    fn resolve(&self, schema: &'a Value) -> Vec<&'a Value> {
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

    fn property(&self, schemas: &[&'a Value], name: &str) -> Vec<&'a Value> {
        schemas
            .iter()
            .filter_map(|schema| schema.get("properties")?.get(name))
            .flat_map(|schema| self.resolve(schema))
            .collect()
    }

    fn items(&self, schemas: &[&'a Value]) -> Vec<&'a Value> {
        schemas
            .iter()
            .filter_map(|schema| schema.get("items"))
            .flat_map(|schema| self.resolve(schema))
            .collect()
    }

    fn object(&self, fields: &BTreeMap<String, Node>, schemas: &[&'a Value]) -> Map<String, Value> {
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
        return (required && plain && !may_be_null).then(|| Value::String(text));
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

/// Whether one of the schemas has this word under `key`, alone or in a list.
fn says(schemas: &[&Value], key: &str, word: &str) -> bool {
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

#[cfg(test)]
mod tests;
