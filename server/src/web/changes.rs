//! Changes to a part: JSON merge patches (RFC 7396), read in one way for every room.
//!
//! What must stay true: a change is checked at the door against the schema of the whole with nothing
//! required, and the merged whole must again be what a whole body may be. What is not a field is a
//! fault, never left out in silence.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{Object, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::foundation::refusal::{Fault, Refusal};

/// The media type of a merge patch. A PATCH may also come as plain JSON.
pub const MERGE_PATCH: &str = "application/merge-patch+json";

/// Changes to some fields of a `T`: `null` empties a field that may be empty, an object changes
/// the fields it names, anything else replaces what was there.
#[derive(Clone, Debug)]
pub struct Changes<T> {
    fields: Map<String, Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Changes<T> {
    /// What was sent.
    pub fn sent(&self) -> Value {
        Value::Object(self.fields.clone())
    }

    /// Whether a field was sent.
    pub fn touches(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }
}

impl<T: Serialize> Changes<T> {
    /// The changes that make everything as it is in `whole`.
    pub fn all_of(whole: &T) -> Result<Self, Refusal> {
        Ok(Self {
            fields: object(whole)?,
            of: PhantomData,
        })
    }
}

impl<T: DeserializeOwned + ToSchema> Changes<T> {
    /// The present with the changes. `present` may be a view with more fields than a `T` has.
    pub fn onto(&self, present: &impl Serialize) -> Result<T, Refusal> {
        let named = named::<T>();
        let schema = T::schema();
        let mut fields = object(present)?;
        if let Some(shape) = shape(&schema, &named) {
            fields.retain(|name, _| shape.properties.contains_key(name));
        }
        let mut whole = Value::Object(fields);
        merge(&mut whole, &self.sent());
        let mut faults = Vec::new();
        lacking(&schema, &named, &whole, "", &mut faults);
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        serde_json::from_value(whole).map_err(|_| {
            Refusal::fault(
                "",
                "not_understood",
                "has a value that is not possible here",
            )
        })
    }
}

impl<'de, T> Deserialize<'de> for Changes<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Map::deserialize(from).map(|fields| Self {
            fields,
            of: PhantomData,
        })
    }
}

impl<T: ToSchema> PartialSchema for Changes<T> {
    fn schema() -> RefOr<Schema> {
        let mut schema = relaxed(&T::schema(), &named::<T>());
        if let RefOr::T(Schema::Object(object)) = &mut schema {
            object.description = Some(format!(
                "What is to be changed, as a JSON Merge Patch (RFC 7396): only the fields that are \
                 there change, also inside an object; `null` empties a field, and a list is \
                 replaced whole. The whole: {}",
                object.description.take().unwrap_or_default()
            ));
        }
        schema
    }
}

impl<T: ToSchema> ToSchema for Changes<T> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("{}Changes", T::name()))
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        T::schemas(schemas);
    }
}

fn object(of: &impl Serialize) -> Result<Map<String, Value>, Refusal> {
    match serde_json::to_value(of)? {
        Value::Object(fields) => Ok(fields),
        _ => Ok(Map::new()),
    }
}

/// RFC 7396, section 2.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        target.clone_from(patch);
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(fields) = target else {
        return;
    };
    for (name, change) in changes {
        if change.is_null() {
            fields.remove(name);
        } else {
            merge(fields.entry(name).or_insert(Value::Null), change);
        }
    }
}

type Named = Vec<(String, RefOr<Schema>)>;

/// The schemas that the schema of a `T` refers to.
fn named<T: ToSchema>() -> Named {
    let mut named = Vec::new();
    T::schemas(&mut named);
    named
}

fn referred<'a>(location: &str, named: &'a Named) -> Option<&'a RefOr<Schema>> {
    let name = location.rsplit('/').next()?;
    named.iter().find(|it| it.0 == name).map(|it| &it.1)
}

/// The object that a value of the schema is, unless it is null.
fn shape<'a>(schema: &'a RefOr<Schema>, named: &'a Named) -> Option<&'a Object> {
    match schema {
        RefOr::Ref(reference) => shape(referred(&reference.ref_location, named)?, named),
        RefOr::T(Schema::Object(object)) => (!object.properties.is_empty()).then_some(object),
        RefOr::T(Schema::OneOf(one)) if one.items.len() == 2 => {
            one.items.iter().find_map(|item| shape(item, named))
        }
        RefOr::T(_) => None,
    }
}

/// The schema with nothing required, also in the objects inside it: a change names what it changes.
fn relaxed(schema: &RefOr<Schema>, named: &Named) -> RefOr<Schema> {
    match schema {
        RefOr::Ref(reference) => match referred(&reference.ref_location, named) {
            Some(inner @ RefOr::T(Schema::Object(_))) => {
                let mut copy = relaxed(inner, named);
                if copy == *inner {
                    return schema.clone();
                }
                if let RefOr::T(Schema::Object(object)) = &mut copy
                    && !reference.description.is_empty()
                {
                    object.description = Some(reference.description.clone());
                }
                copy
            }
            _ => schema.clone(),
        },
        RefOr::T(Schema::Object(object)) => {
            let mut object = object.clone();
            object.required.clear();
            for property in object.properties.values_mut() {
                *property = relaxed(property, named);
            }
            RefOr::T(Schema::Object(object))
        }
        RefOr::T(Schema::OneOf(one)) if shape(schema, named).is_some() => {
            let mut one = one.clone();
            for item in &mut one.items {
                *item = relaxed(item, named);
            }
            RefOr::T(Schema::OneOf(one))
        }
        other @ RefOr::T(_) => other.clone(),
    }
}

/// What a whole must have and has not, once the changes are in it.
fn lacking(
    schema: &RefOr<Schema>,
    named: &Named,
    value: &Value,
    at: &str,
    faults: &mut Vec<Fault>,
) {
    let (Some(shape), Value::Object(fields)) = (shape(schema, named), value) else {
        return;
    };
    for name in &shape.required {
        if !fields.contains_key(name) {
            faults.push(Fault::at(format!("{at}/{name}"), "missing", "is required"));
        }
    }
    for (name, field) in fields {
        if let Some(property) = shape.properties.get(name) {
            lacking(property, named, field, &format!("{at}/{name}"), faults);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_examples_of_the_standard_come_out_as_it_says() {
        // RFC 7396, appendix A: what was there, the patch, what comes of it.
        let examples = json!([
            [{"a": "b"}, {"a": "c"}, {"a": "c"}],
            [{"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}],
            [{"a": "b"}, {"a": null}, {}],
            [{"a": "b", "b": "c"}, {"a": null}, {"b": "c"}],
            [{"a": ["b"]}, {"a": "c"}, {"a": "c"}],
            [{"a": "c"}, {"a": ["b"]}, {"a": ["b"]}],
            [{"a": {"b": "c"}}, {"a": {"b": "d", "c": null}}, {"a": {"b": "d"}}],
            [{"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}],
            [["a", "b"], ["c", "d"], ["c", "d"]],
            [{"a": "b"}, ["c"], ["c"]],
            [{"a": "foo"}, null, null],
            [{"a": "foo"}, "bar", "bar"],
            [{"e": null}, {"a": 1}, {"e": null, "a": 1}],
            [[1, 2], {"a": "b", "c": null}, {"a": "b"}],
            [{}, {"a": {"bb": {"ccc": null}}}, {"a": {"bb": {}}}],
        ]);
        for example in examples.as_array().unwrap() {
            let mut target = example[0].clone();
            merge(&mut target, &example[1]);
            assert_eq!(target, example[2], "{example}");
        }
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    struct Note {
        text: String,
        place: Option<String>,
        /// Who read it.
        read: Option<Reader>,
        tags: Vec<String>,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    struct Reader {
        name: String,
        #[serde(default)]
        remark: String,
    }

    fn note() -> Note {
        Note {
            text: "came".to_owned(),
            place: Some("here".to_owned()),
            read: Some(Reader {
                name: "Ana".to_owned(),
                remark: "twice".to_owned(),
            }),
            tags: vec!["a".to_owned(), "b".to_owned()],
        }
    }

    fn changed(changes: Value) -> Result<Note, Refusal> {
        let changes: Changes<Note> = serde_json::from_value(changes).unwrap();
        changes.onto(&note())
    }

    #[test]
    fn only_what_is_named_is_changed() {
        let mut left = note();
        left.text = "left".to_owned();
        assert_eq!(changed(json!({"text": "left"})).unwrap(), left);
        let emptied = changed(json!({"place": null, "tags": ["c"]})).unwrap();
        assert_eq!((emptied.place, emptied.tags), (None, vec!["c".to_owned()]));
    }

    #[test]
    fn an_object_is_changed_in_part_or_taken_away() {
        let read = changed(json!({"read": {"remark": "once"}})).unwrap().read;
        let read = read.unwrap();
        assert_eq!((read.name.as_str(), read.remark.as_str()), ("Ana", "once"));
        assert_eq!(changed(json!({"read": null})).unwrap().read, None);
    }

    #[test]
    fn what_is_lacking_afterwards_is_told_with_its_place() {
        let changes: Changes<Note> =
            serde_json::from_value(json!({"read": {"remark": "once"}})).unwrap();
        let unread = Note {
            read: None,
            ..note()
        };
        let Err(Refusal::Invalid(faults)) = changes.onto(&unread) else {
            panic!("it was taken");
        };
        assert_eq!(faults, [Fault::at("/read/name", "missing", "is required")]);
    }

    #[test]
    fn a_view_may_say_more_than_can_be_written() {
        let view = json!({"id": 7, "text": "came", "place": null, "read": null, "tags": []});
        let changes: Changes<Note> = serde_json::from_value(json!({"text": "left"})).unwrap();
        assert_eq!(changes.onto(&view).unwrap().text, "left");
    }

    #[test]
    fn nothing_is_required_of_a_change_at_any_depth() {
        let schema = serde_json::to_value(Changes::<Note>::schema()).unwrap();
        assert_eq!(schema.get("required"), None);
        assert_eq!(schema["additionalProperties"], false);
        let reader = &schema["properties"]["read"]["oneOf"];
        let reader = reader.as_array().unwrap().iter();
        let reader = reader.clone().find(|it| it["type"] == "object").unwrap();
        assert_eq!(reader.get("required"), None);
        assert_eq!(reader["description"], "Who read it.");
        assert_eq!(Changes::<Note>::name(), "NoteChanges");
    }
}
