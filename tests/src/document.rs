//! The OpenAPI document as tests read it: its operations, and bodies made from its schemas.
//!
//! What must stay true: a new operation or field appears here by itself, so that the tests which
//! must cover everything cannot forget it.

use serde_json::{Map, Value, json};

/// One operation of the document.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`.
    pub id: String,
    /// Upper case.
    pub method: String,
    /// With its `{parameters}`, from the root.
    pub path: String,
    /// The whole entry.
    pub entry: Value,
}

/// The document.
#[derive(Clone, Debug)]
pub struct Document(Value);

impl Document {
    /// As the server publishes it.
    pub fn published() -> Self {
        Self(serde_json::from_str(&amparo::doors::document_json().unwrap()).unwrap())
    }

    /// Every operation, in the order of the document.
    pub fn operations(&self) -> Vec<Operation> {
        let mut operations = Vec::new();
        for (path, item) in self.0["paths"].as_object().into_iter().flatten() {
            for (method, entry) in item.as_object().into_iter().flatten() {
                operations.push(Operation {
                    id: entry["operationId"].as_str().unwrap_or_default().to_owned(),
                    method: method.to_uppercase(),
                    path: path.clone(),
                    entry: entry.clone(),
                });
            }
        }
        operations
    }

    /// A named schema.
    pub fn schema(&self, name: &str) -> &Value {
        &self.0["components"]["schemas"][name]
    }

    /// Follows a reference.
    pub fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str().and_then(|it| it.rsplit('/').next()) {
            Some(name) => self.schema(name),
            None => schema,
        }
    }

    /// A body for an operation, every field filled; none if it takes no body.
    pub fn body(&self, operation: &Operation, words: &mut dyn Words) -> Option<Value> {
        let schema = operation.body_schema()?;
        Some(self.fill(schema, "", words, 0))
    }

    /// A value that satisfies a schema.
    pub fn fill(&self, schema: &Value, at: &str, words: &mut dyn Words, depth: usize) -> Value {
        if schema.get("$ref").is_some() {
            let target = self.resolve(schema);
            return self.fill(target, at, words, depth + 1);
        }
        if let Some(options) = schema["enum"].as_array() {
            return options[0].clone();
        }
        if schema.get("const").is_some() {
            return schema["const"].clone();
        }
        for choice in ["oneOf", "anyOf"] {
            if let Some(shapes) = schema[choice].as_array() {
                let full = shapes.iter().find(|shape| shape["type"] != "null");
                let shape = full.unwrap_or(&Value::Null);
                return merged(
                    self.fill(shape, at, words, depth + 1),
                    self.fill_object(schema, at, words, depth),
                );
            }
        }
        if let Some(shapes) = schema["allOf"].as_array() {
            let own = self.fill_object(schema, at, words, depth);
            return shapes.iter().fold(own, |sum, shape| {
                merged(sum, self.fill(shape, at, words, depth + 1))
            });
        }
        match type_of(schema) {
            "object" => self.fill_object(schema, at, words, depth),
            "array" => self.fill_array(schema, at, words, depth),
            "string" => words.word(at, schema),
            "integer" | "number" => number(schema),
            "boolean" => json!(true),
            _ => Value::Null,
        }
    }

    fn fill_object(&self, schema: &Value, at: &str, words: &mut dyn Words, depth: usize) -> Value {
        let mut object = Map::new();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            // A schema that contains itself must end somewhere.
            if depth < 24 {
                let place = format!("{at}/{name}");
                object.insert(name.clone(), self.fill(property, &place, words, depth + 1));
            }
        }
        Value::Object(object)
    }

    fn fill_array(&self, schema: &Value, at: &str, words: &mut dyn Words, depth: usize) -> Value {
        if depth > 20 {
            return json!([]);
        }
        let least = schema["minItems"].as_u64().unwrap_or(1).max(1);
        let most = schema["maxItems"].as_u64().unwrap_or(u64::MAX);
        let items = (0..least.min(most))
            .map(|index| {
                let place = format!("{at}/{index}");
                self.fill(&schema["items"], &place, words, depth + 1)
            })
            .collect();
        Value::Array(items)
    }
}

impl Operation {
    /// The schema of the JSON body, if it takes one.
    pub fn body_schema(&self) -> Option<&Value> {
        let schema = &self.entry["requestBody"]["content"]["application/json"]["schema"];
        (!schema.is_null()).then_some(schema)
    }

    /// The path with every parameter replaced by what `value` gives for it.
    pub fn path_with(&self, mut value: impl FnMut(&str) -> String) -> String {
        let mut path = String::new();
        let mut rest = self.path.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            path.push_str(before);
            path.push_str(&value(name));
            rest = after;
        }
        path + rest
    }

    /// The query that the operation cannot do without, from its schemas; empty if there is none.
    pub fn needed_query(&self, document: &Document) -> String {
        let needed = |it: &&Value| it["in"] == "query" && it["required"] == true;
        let parameters = self.entry["parameters"].as_array().into_iter().flatten();
        let pairs: Vec<String> = parameters
            .filter(needed)
            .map(|it| {
                let name = it["name"].as_str().unwrap_or_default();
                let value = document.fill(&it["schema"], name, &mut PlainWords, 0);
                format!("{name}={}", value.as_str().unwrap_or_default())
            })
            .collect();
        match pairs.is_empty() {
            true => String::new(),
            false => format!("?{}", pairs.join("&")),
        }
    }

    /// The path of the thing that a path of this operation is about: without the verb at its end.
    pub fn thing<'a>(&self, path: &'a str) -> &'a str {
        let ends_in_verb = self.method == "POST" || path.ends_with("/roles");
        match path.rsplit_once('/') {
            Some((thing, _)) if ends_in_verb => thing,
            _ => path,
        }
    }

    /// Whether it changes something that others may change too, and so needs `If-Match`.
    pub fn changes_a_version(&self) -> bool {
        let parameters = self.entry["parameters"].as_array();
        parameters
            .into_iter()
            .flatten()
            .any(|parameter| parameter["name"] == "If-Match")
    }
}

/// Where the texts of a body come from.
pub trait Words {
    /// A text for the field at this JSON pointer that satisfies its schema.
    fn word(&mut self, at: &str, schema: &Value) -> Value;
}

/// Plain texts that satisfy the formats of the document.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainWords;

impl Words for PlainWords {
    fn word(&mut self, at: &str, schema: &Value) -> Value {
        // Each field has its own word, so that none is taken for the content of another.
        match formatted(schema) {
            Some(text) => json!(text),
            None => json!(fitted(&at.replace(['/', '_'], ""), schema)),
        }
    }
}

/// A text in the format that the schema asks for; none if any text will do.
pub fn formatted(schema: &Value) -> Option<String> {
    let text = match schema["format"].as_str().unwrap_or_default() {
        "date" => "2026-11-20",
        "date-time" => "2026-11-20T09:00:00Z",
        "uuid" => "00000000-0000-4000-8000-000000000000",
        "country" => "GR",
        "language" => "tir",
        "phone" => "+302101234567",
        "email" => "somebody@example.org",
        "uri" | "url" => "https://example.org/",
        "time" => "09:00:00Z",
        _ => return schema["pattern"].as_str().map(for_pattern),
    };
    Some(text.to_owned())
}

/// A text for the few patterns that the document uses.
fn for_pattern(pattern: &str) -> String {
    let candidates = [
        "abc",
        "09:00",
        "2026-12",
        "123456",
        "ABC",
        "Europe/Athens",
        "1",
        "somebody@example.org",
        "https://example.org/",
    ];
    let fits = |candidate: &&&str| {
        let schema = json!({"type": "string", "pattern": pattern});
        jsonschema::is_valid(&schema, &json!(candidate))
    };
    let found = candidates.iter().find(fits);
    (*found.unwrap_or_else(|| panic!("teach the tests a text for the pattern {pattern}")))
        .to_owned()
}

/// `word` cut or lengthened to the bounds of the schema.
pub fn fitted(word: &str, schema: &Value) -> String {
    let count = |name: &str, default: u64| {
        usize::try_from(schema[name].as_u64().unwrap_or(default)).unwrap_or(usize::MAX)
    };
    let mut text: String = word.chars().take(count("maxLength", u64::MAX)).collect();
    while text.chars().count() < count("minLength", 0) {
        text.push('x');
    }
    text
}

fn type_of(schema: &Value) -> &str {
    match &schema["type"] {
        Value::String(one) => one,
        Value::Array(several) => several
            .iter()
            .filter_map(Value::as_str)
            .find(|one| *one != "null")
            .unwrap_or("null"),
        _ => "",
    }
}

fn number(schema: &Value) -> Value {
    let least = &schema["minimum"];
    if least.is_null() {
        json!(1)
    } else {
        least.clone()
    }
}

fn merged(first: Value, second: Value) -> Value {
    match (first, second) {
        (Value::Object(mut a), Value::Object(b)) => {
            a.extend(b);
            Value::Object(a)
        }
        (first, _) => first,
    }
}
