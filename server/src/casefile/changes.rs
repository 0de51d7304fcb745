//! Records on the wire: the view of one, and a change that names only the fields it replaces.

#![expect(
    unused_qualifications,
    reason = "the derive of the schema names the type parameter in full"
)]

use std::borrow::Cow;
use std::marker::PhantomData;

use amparo_store::{CaseId, Moment, RecordId};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::model::Author;
use super::{Record, Section};
use crate::foundation::Refusal;
use crate::web::{Reply, etag};

/// One object of a case with the version it stands in. A change makes a new version; former ones
/// stay in the history.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RecordView<T> {
    /// The record. It stays the same from version to version; paths call it `record`.
    #[schema(value_type = Uuid)]
    pub id: RecordId,
    /// The version, 1 for the first. The `ETag` of the record is this number in quotation marks.
    pub version: i64,
    /// When the first version was written (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Moment,
    /// When this version was written (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// The member who wrote this version.
    pub by: Author,
    /// The content of this version.
    pub body: T,
}

impl<T> From<Record<T>> for RecordView<T> {
    fn from(kept: Record<T>) -> Self {
        kept.shown(|body| body)
    }
}

impl<T> Record<T> {
    /// The view of the record, with the body as it may be shown.
    pub fn shown<V>(self, view: impl FnOnce(T) -> V) -> RecordView<V> {
        RecordView {
            id: self.id,
            version: self.version,
            created_at: self.created_at,
            at: self.at,
            by: self.by,
            body: view(self.body),
        }
    }
}

impl<T: Serialize> RecordView<T> {
    /// 200 with the record and its tag.
    pub fn reply(&self) -> Result<Reply, Refusal> {
        Ok(Reply::ok(self)?.tagged(self.version))
    }

    /// 201 with the record, its tag and its place in a list of the case, such as `tasks`.
    pub fn created(&self, case: CaseId, list: &str) -> Result<Reply, Refusal> {
        let place = format!("/api/v1/cases/{case}/{list}/{}", self.id);
        Ok(Reply::created(place, self)?.tagged(self.version))
    }
}

/// The fields of a `T` that a change replaces; `null` empties a field that may be empty. Its
/// published schema is that of `T` with nothing required, so a bad field is refused at the door.
#[derive(Clone, Debug)]
pub struct Changes<T> {
    fields: Map<String, Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Changes<T> {
    /// The fields that were sent.
    pub fn sent(&self) -> Value {
        Value::Object(self.fields.clone())
    }

    /// Whether a field was sent.
    pub fn touches(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }
}

impl<T: Section> Changes<T> {
    /// The record as it will be. `seen` is the version that the writer read: if somebody else was
    /// faster, what is there and what was sent come back and nothing is written.
    pub fn onto(&self, kept: &Record<T>, seen: i64) -> Result<T, Refusal> {
        if kept.version != seen {
            return Err(Refusal::StaleRevision {
                current_tag: etag(kept.version),
                current: serde_json::to_value(&kept.body)?,
                sent: self.sent(),
            });
        }
        let mut whole = serde_json::to_value(&kept.body)?;
        if let Value::Object(fields) = &mut whole {
            fields.extend(self.fields.clone());
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
        let mut schema = T::schema();
        if let RefOr::T(Schema::Object(object)) = &mut schema {
            object.required.clear();
            object.description = Some(format!(
                "What is to be changed of a record, as a JSON Merge Patch (RFC 7396): only the \
                 fields that are there change, and a list is replaced whole. The record: {}",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casefile::Author;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    struct Note {
        text: String,
        place: Option<String>,
    }

    impl Section for Note {
        const KIND: &'static str = "note";
    }

    fn kept() -> Record<Note> {
        let at: Moment = "2026-11-24T08:00:00Z".parse().unwrap();
        Record {
            id: RecordId::from_bytes([1; 16]),
            version: 3,
            created_at: at,
            at,
            by: Author {
                account: amparo_store::AccountId::from_bytes([2; 16]),
                name: "Ana".to_owned(),
            },
            body: Note {
                text: "came".to_owned(),
                place: Some("here".to_owned()),
            },
        }
    }

    fn changes(text: &str) -> Changes<Note> {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn only_what_is_named_is_replaced() {
        let note = changes(r#"{"text":"left"}"#).onto(&kept(), 3).unwrap();
        assert_eq!(note.text, "left");
        assert_eq!(note.place.as_deref(), Some("here"));
        let note = changes(r#"{"place":null}"#).onto(&kept(), 3).unwrap();
        assert_eq!(note.place, None);
    }

    #[test]
    fn a_stale_change_brings_both() {
        let refused = changes(r#"{"text":"left"}"#).onto(&kept(), 2);
        let Err(Refusal::StaleRevision { current, sent, .. }) = refused else {
            panic!("it was written");
        };
        assert_eq!(current["text"], "came");
        assert_eq!(sent, serde_json::json!({ "text": "left" }));
    }

    #[test]
    fn nothing_is_required_of_a_change() {
        let schema = serde_json::to_value(Changes::<Note>::schema()).unwrap();
        assert_eq!(schema.get("required"), None);
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(Changes::<Note>::name(), "NoteChanges");
    }
}
