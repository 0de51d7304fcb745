//! A form with files, sent as `multipart/form-data`.
//!
//! What must stay true: its fields are checked as those of any other form, and it counts once as
//! they do; no more is read than the handler allows. Who may send files is asked before.

use actix_multipart::{Field, Multipart};
use actix_web::web::Bytes;
use actix_web::{HttpMessage, HttpRequest, web};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use super::form::{Form, from_fields};
use super::trouble::Trouble;
use crate::foundation::refusal::Refusal;
use crate::web::read_body;

/// More parts than any form of ours has.
const MOST_PARTS: usize = 250;

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
        let (fields, files) = parts(request, body).await.map_err(bare)?;
        let digests: Vec<[u8; 32]> = files
            .iter()
            .map(|(_, content)| amparo_vault::leaf_hash(content))
            .collect();
        let form = from_fields(request, fields, &digests).map_err(bare)?;
        Ok(Self { form, files })
    }
}

type Parts = (Vec<(String, String)>, Vec<(String, Vec<u8>)>);

async fn parts(request: &HttpRequest, body: Bytes) -> Result<Parts, Refusal> {
    let once = stream::once(async { Ok::<_, actix_web::error::PayloadError>(body) });
    let mut form = Multipart::new(request.headers(), once.boxed_local());
    let (mut fields, mut files) = (Vec::new(), Vec::new());
    while let Some(mut field) = form.try_next().await.map_err(unreadable)? {
        let how = field.content_disposition();
        let name = how.and_then(|how| how.get_name()).unwrap_or_default();
        let name = name.to_owned();
        let file = how.and_then(|how| how.get_filename());
        let file = file.map(ToOwned::to_owned);
        let content = content_of(&mut field).await?;
        match file {
            Some(file) if file.is_empty() && content.is_empty() => {}
            Some(file) => files.push((file, content)),
            None => fields.push((name, String::from_utf8(content).map_err(unreadable)?)),
        }
        if fields.len() + files.len() > MOST_PARTS {
            return Err(Refusal::TooLarge);
        }
    }
    Ok((fields, files))
}

async fn content_of(field: &mut Field) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    while let Some(part) = field.try_next().await.map_err(unreadable)? {
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

/// The library's words can quote what was sent, so they stay here.
fn unreadable<E>(_: E) -> Refusal {
    Refusal::fault("", "unreadable", "the form could not be read")
}
