//! Records on the wire: the view of one, and the record as a change makes it.

use amparo_store::{CaseId, Moment, RecordId};
use serde::Serialize;
use utoipa::ToSchema;

use super::model::Author;
use super::{Record, Section};
use crate::foundation::Refusal;
use crate::web::{Changes, Reply, etag};

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

impl<T: Section + ToSchema> Record<T> {
    /// The record as the changes make it. `seen` is the version that the writer read: if somebody
    /// else was faster, what is there and what was sent come back and nothing is written.
    pub fn with(&self, changes: &Changes<T>, seen: i64) -> Result<T, Refusal> {
        if self.version == seen {
            return changes.onto(&self.body);
        }
        Err(Refusal::StaleRevision {
            current_tag: etag(self.version),
            current: serde_json::to_value(&self.body)?,
            sent: changes.sent(),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

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

    #[test]
    fn a_stale_change_brings_both() {
        let changes: Changes<Note> = serde_json::from_str(r#"{"text":"left"}"#).unwrap();
        assert_eq!(kept().with(&changes, 3).unwrap().text, "left");
        let Err(Refusal::StaleRevision { current, sent, .. }) = kept().with(&changes, 2) else {
            panic!("it was written");
        };
        assert_eq!(current["text"], "came");
        assert_eq!(sent, serde_json::json!({ "text": "left" }));
    }
}
