//! The published schemas as checks: every fault at once, in our own words.

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Keyword, ValidationError, Validator};
use serde_json::Value;
use utoipa::ToSchema;

use crate::foundation::refusal::{Broken, Fault, Refusal};
use crate::words;

/// Faults that are told at once.
const MOST_FAULTS: usize = 100;

/// The schemas of the OpenAPI document, as checks.
#[derive(Debug)]
pub struct Schemas {
    components: Value,
    compiled: Mutex<HashMap<String, Arc<Validator>>>,
    shapes: Mutex<HashMap<TypeId, Arc<Shape>>>,
}

/// The schema of one body, with everything it refers to: for a form, whose fields are text until
/// the schema says what they are.
#[derive(Debug)]
pub struct Shape {
    /// The schema of the body.
    pub root: Value,
    /// What `#/components` refers to.
    pub components: Value,
    validator: Arc<Validator>,
}

impl Shape {
    /// Every fault of `value`, or none.
    pub fn check(&self, value: &Value) -> Result<(), Refusal> {
        check_with(&self.validator, value)
    }
}

impl Schemas {
    /// Takes the components of an OpenAPI 3.1 document.
    pub fn new(openapi: &Value) -> Self {
        let components = openapi.get("components").cloned().unwrap_or_default();
        Self {
            components,
            compiled: Mutex::default(),
            shapes: Mutex::default(),
        }
    }

    pub(super) fn check(&self, name: &str, value: &Value) -> Result<(), Refusal> {
        check_with(&*self.validator(name)?, value)
    }

    /// The shape of `T`, which need not stand in the document: some forms have no API.
    pub fn shape<T: ToSchema + 'static>(&self) -> Result<Arc<Shape>, Refusal> {
        let mut shapes = self.shapes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shape) = shapes.get(&TypeId::of::<T>()) {
            return Ok(Arc::clone(shape));
        }
        let mut named = vec![(T::name().into_owned(), T::schema())];
        T::schemas(&mut named);
        let named: serde_json::Map<String, Value> = named
            .into_iter()
            .map(|(name, schema)| Ok((name, serde_json::to_value(schema)?)))
            .collect::<Result<_, serde_json::Error>>()?;
        let components = serde_json::json!({ "schemas": named });
        let shape = Arc::new(Shape {
            root: serde_json::to_value(T::schema())?,
            validator: Arc::new(compile(&T::name(), &components)?),
            components,
        });
        shapes.insert(TypeId::of::<T>(), Arc::clone(&shape));
        Ok(shape)
    }

    fn validator(&self, name: &str) -> Result<Arc<Validator>, Refusal> {
        let mut compiled = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(validator) = compiled.get(name) {
            return Ok(Arc::clone(validator));
        }
        let validator = compile(name, &self.components)?;
        let validator = Arc::new(validator);
        compiled.insert(name.to_owned(), Arc::clone(&validator));
        Ok(validator)
    }
}

/// Compiles one of the schemas in `components`.
fn compile(name: &str, components: &Value) -> Result<Validator, Refusal> {
    let schema = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/components/schemas/{name}"),
        "components": components,
    });
    jsonschema::options()
        .should_validate_formats(true)
        .with_keyword("minLength", |_, value, _| {
            let least = value.as_u64().unwrap_or_default();
            Ok(Box::new(AtLeast(
                usize::try_from(least).unwrap_or(usize::MAX),
            )))
        })
        .with_format(words::Country::FORMAT, |s: &str| {
            words::satisfies("country", s) == Some(true)
        })
        .with_format(words::Language::FORMAT, |s: &str| {
            words::satisfies("language", s) == Some(true)
        })
        .with_format(words::Phone::FORMAT, |s: &str| {
            words::satisfies("phone", s) == Some(true)
        })
        .build(&schema)
        .map_err(|why| Broken::new("a published schema cannot be compiled", &why).into())
}

/// A text of so many characters, and if any is asked for, one that can be seen: a name of spaces or
/// of marks without width looks like no name at all.
struct AtLeast(usize);

impl<'i> Keyword<'i> for AtLeast {
    fn validate(&self, value: &'i Value) -> Result<(), ValidationError<'i>> {
        match self.is_valid(value) {
            true => Ok(()),
            false => Err(ValidationError::custom("too short")),
        }
    }

    fn is_valid(&self, value: &'i Value) -> bool {
        let Some(text) = value.as_str() else {
            return true;
        };
        self.0 == 0 || (text.chars().any(words::is_seen) && text.chars().nth(self.0 - 1).is_some())
    }
}

/// Texts with a character that not every database keeps.
fn unkept(value: &Value, at: &mut Vec<String>, faults: &mut Vec<Fault>) {
    if faults.len() >= MOST_FAULTS {
        return;
    }
    match value {
        Value::String(text) if text.contains('\0') => {
            let pointer = match at.is_empty() {
                true => String::new(),
                false => format!("/{}", at.join("/")),
            };
            let detail = "has a character that cannot be kept";
            faults.push(Fault::at(pointer, "not_possible", detail));
        }
        Value::Array(all) => {
            for (place, one) in all.iter().enumerate() {
                at.push(place.to_string());
                unkept(one, at, faults);
                at.pop();
            }
        }
        Value::Object(all) => {
            for (name, one) in all {
                at.push(plain(name).to_owned());
                unkept(one, at, faults);
                at.pop();
            }
        }
        _ => {}
    }
}

fn check_with(validator: &Validator, value: &Value) -> Result<(), Refusal> {
    let mut faults: Vec<Fault> = validator
        .iter_errors(value)
        .flat_map(|e| faults_of(&e))
        .collect();
    unkept(value, &mut Vec::new(), &mut faults);
    if faults.is_empty() {
        return Ok(());
    }
    faults.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    faults.dedup();
    faults.truncate(MOST_FAULTS);
    Err(Refusal::Invalid(faults))
}

/// A schema error in our own words: the library's would quote what was sent.
fn faults_of(error: &ValidationError<'_>) -> Vec<Fault> {
    let at = error.instance_path().to_string();
    let one = |code: &str, detail: String| vec![Fault::at(at.clone(), code, detail)];
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            vec![Fault::at(format!("{at}/{name}"), "missing", "is required")]
        }
        ValidationErrorKind::AdditionalProperties { unexpected }
        | ValidationErrorKind::UnevaluatedProperties { unexpected } => unexpected
            .iter()
            .map(|name| {
                Fault::at(
                    format!("{at}/{}", plain(name)),
                    "unknown_field",
                    "is not a field here",
                )
            })
            .collect(),
        ValidationErrorKind::Type { .. } => one("wrong_type", "has the wrong type".to_owned()),
        ValidationErrorKind::Enum { options } => one("not_an_option", options_of(options)),
        ValidationErrorKind::Format { format } => {
            one("bad_format", format!("is not a valid {format}"))
        }
        ValidationErrorKind::MaxLength { limit } => {
            one("too_long", format!("may have at most {limit} characters"))
        }
        ValidationErrorKind::Custom { .. } => {
            one("empty", "must not be empty or too short".to_owned())
        }
        ValidationErrorKind::MaxItems { limit } => {
            one("too_many", format!("may have at most {limit} items"))
        }
        ValidationErrorKind::MinItems { limit } => {
            one("too_few", format!("must have at least {limit} items"))
        }
        ValidationErrorKind::Maximum { limit } => {
            one("out_of_range", format!("may be at most {limit}"))
        }
        ValidationErrorKind::Minimum { limit } => {
            one("out_of_range", format!("must be at least {limit}"))
        }
        ValidationErrorKind::UniqueItems => one("repeated", "must not repeat an item".to_owned()),
        // One of several shapes: the faults of the shape that came nearest help most.
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
            context
                .iter()
                .map(|shape| shape.iter().flat_map(faults_of).collect::<Vec<_>>())
                .filter(|faults| !faults.is_empty())
                .min_by_key(|faults| (faults.iter().any(|f| f.code == "wrong_type"), faults.len()))
                .unwrap_or_else(|| {
                    one(
                        "not_possible",
                        "fits none of the possible shapes".to_owned(),
                    )
                })
        }
        _ => one("not_possible", "is not possible here".to_owned()),
    }
}

/// A field name is shown only if it looks like one: it is the sender's text.
fn plain(name: &str) -> &str {
    let looks_like_a_name = name.len() <= 40
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if looks_like_a_name { name } else { "…" }
}

fn options_of(options: &Value) -> String {
    let words: Vec<&str> = options
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    format!("must be one of: {}", words.join(", "))
}
