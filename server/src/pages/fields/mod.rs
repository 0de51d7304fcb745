//! From the fields of a form, which are all text, to the value that the API would be sent.
//!
//! The published schema says what each field is: `a.b` is inside `a`, `a[]` one of several, `a[0].b`
//! inside one of several; a date may come as `.day`, `.month` and `.year`. What does not fit is left
//! as it is, so that the schema's own check names the fault. Nothing is guessed, and an empty
//! optional field is a field that was not sent.

use std::collections::BTreeMap;

use serde_json::Value;

pub use tree::ascii;

use reader::{Reader, says};
use tree::{Node, Step, path_of};

use crate::web::Shape;

mod reader;
mod tree;

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
            Ok(number) => {
                name.push('[');
                name.push_str(&number.to_string());
                name.push(']');
            }
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

#[cfg(test)]
mod tests;
