//! The parts of a `multipart/form-data` body.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::web::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use crate::foundation::refusal::Refusal;

/// More parts than any form of ours has.
const MOST_PARTS: usize = 250;

/// One part.
#[derive(Debug)]
pub struct Part {
    /// The name of its field.
    pub name: String,
    /// The name of the file, if it is one.
    pub file: Option<String>,
    /// What it holds.
    pub content: Vec<u8>,
}

/// Takes a body apart that was read within its limit.
pub async fn parts(request: &HttpRequest, body: Bytes) -> Result<Vec<Part>, Refusal> {
    let once = stream::once(async { Ok::<_, actix_web::error::PayloadError>(body) });
    let mut form = Multipart::new(request.headers(), once.boxed_local());
    let mut parts = Vec::new();
    while let Some(mut field) = form.try_next().await.map_err(unreadable)? {
        let how = field.content_disposition();
        let name = how.and_then(|how| how.get_name()).unwrap_or_default();
        let name = name.to_owned();
        let file = how.and_then(|how| how.get_filename());
        let file = file.map(ToOwned::to_owned);
        let mut content = Vec::new();
        while let Some(some) = field.try_next().await.map_err(unreadable)? {
            content.extend_from_slice(&some);
        }
        parts.push(Part {
            name,
            file,
            content,
        });
        if parts.len() > MOST_PARTS {
            return Err(Refusal::TooLarge);
        }
    }
    Ok(parts)
}

/// The library's words can quote what was sent, so they stay here.
fn unreadable<E>(_: E) -> Refusal {
    Refusal::fault("", "unreadable", "the form could not be read")
}
