//! A form with files, sent as `multipart/form-data`.
//!
//! What must stay true: its fields are checked as those of any other form, and it counts once as
//! they do; no more is read than the handler allows. Who may send files is asked before.

use actix_web::{HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use super::form::{Form, from_fields, schemas_of};
use super::trouble::Trouble;
use crate::foundation::refusal::Refusal;
use crate::web::{Part, parts, read_body};

/// A form and the files that came with it, by name. A choice of no file is no file.
#[derive(Debug)]
pub struct FormWithFiles<T> {
    /// The form.
    pub form: Form<T>,
    /// Name and content.
    pub files: Vec<(String, Vec<u8>)>,
}

impl<T: DeserializeOwned + ToSchema + 'static> FormWithFiles<T> {
    /// Reads the form that `request` carries: at most `limit` bytes of it.
    pub async fn read(
        request: &HttpRequest,
        payload: web::Payload,
        limit: usize,
    ) -> Result<Self, Trouble> {
        let bare = |refusal| Trouble::bare(request, refusal);
        if request.content_type() != "multipart/form-data" {
            return Err(bare(unreadable(())));
        }
        let body = read_body(request, payload, limit)
            .await
            .map_err(|problem| bare(problem.0))?;
        let parts = parts(request, body).await.map_err(bare)?;
        let (fields, files) = sorted(parts).map_err(bare)?;
        let digests: Vec<[u8; 32]> = files
            .iter()
            .map(|(_, content)| amparo_vault::leaf_hash(content))
            .collect();
        let schemas = schemas_of(request).map_err(bare)?;
        let form = from_fields(&schemas, fields, &digests).map_err(bare)?;
        Ok(Self { form, files })
    }
}

type Parts = (Vec<(String, String)>, Vec<(String, Vec<u8>)>);

fn sorted(parts: Vec<Part>) -> Result<Parts, Refusal> {
    let (mut fields, mut files) = (Vec::new(), Vec::new());
    for part in parts {
        match part.file {
            Some(file) if file.is_empty() && part.content.is_empty() => {}
            Some(file) => files.push((file, part.content)),
            None => {
                let text = String::from_utf8(part.content).map_err(unreadable)?;
                fields.push((part.name, text));
            }
        }
    }
    Ok((fields, files))
}

/// The library's words can quote what was sent, so they stay here.
fn unreadable<E>(_: E) -> Refusal {
    Refusal::fault("", "unreadable", "the form could not be read")
}
