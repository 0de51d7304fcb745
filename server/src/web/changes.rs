//! Partial changes: a JSON merge patch (RFC 7396) over the fields that can be written.
//!
//! What must stay true: a patch is checked against the same schema as a whole body, with nothing
//! required, and the merged whole must again be what a whole body may be.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use crate::foundation::Refusal;

/// A change to some fields of a `T`; null empties a field that may be empty.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Patch<T> {
    fields: Map<String, Value>,
    #[serde(skip)]
    of: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + PartialSchema> Patch<T> {
    /// The present with the change. `present` may have more fields; they are left out.
    pub fn over(&self, present: &impl Serialize) -> Result<T, Refusal> {
        let mut whole = match serde_json::to_value(present)? {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        whole.retain(|name, _| has_field::<T>(name));
        for (name, value) in &self.fields {
            whole.insert(name.clone(), value.clone());
        }
        Ok(serde_json::from_value(Value::Object(whole))?)
    }

    /// What was sent.
    pub fn sent(&self) -> Value {
        Value::Object(self.fields.clone())
    }
}

fn has_field<T: PartialSchema>(name: &str) -> bool {
    match T::schema() {
        RefOr::T(Schema::Object(object)) => object.properties.contains_key(name),
        _ => false,
    }
}

impl<T: PartialSchema> PartialSchema for Patch<T> {
    fn schema() -> RefOr<Schema> {
        match T::schema() {
            RefOr::T(Schema::Object(mut object)) => {
                object.required.clear();
                object.description = Some(format!(
                    "What is to be changed, as a JSON Merge Patch (RFC 7396): only the fields \
                     that are there change, and a list is replaced whole. The whole: {}",
                    object.description.take().unwrap_or_default()
                ));
                RefOr::T(Schema::Object(object))
            }
            other => other,
        }
    }
}

impl<T: ToSchema> ToSchema for Patch<T> {
    fn name() -> std::borrow::Cow<'static, str> {
        format!("{}Patch", T::name()).into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        T::schemas(schemas);
    }
}
