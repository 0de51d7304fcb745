//! Stylesheet and scripts, in the binary, under names that change when they do.
//!
//! What must stay true: only these may be cached, and they say nothing about anybody. They are packed
//! once and well; the packer of single answers is quick and makes them half as large again.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::OnceLock;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::asset_names::{Files, addresses};
use super::trouble::Trouble;
use crate::foundation::refusal::Refusal;

/// One of the files.
pub async fn serve(request: HttpRequest) -> Result<HttpResponse, Trouble> {
    let path = request.path();
    let name = addresses()
        .iter()
        .find(|(_, address)| *address == path)
        .map(|(name, _)| name)
        .ok_or_else(|| Trouble::bare(&request, Refusal::NotFound))?;
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::VARY, "Accept-Encoding"))
        .content_type(content_type(name));
    if let Some(bytes) = packed().get(name).filter(|_| takes_gzip(&request)) {
        answer.insert_header((header::CONTENT_ENCODING, "gzip"));
        return Ok(answer.body(bytes.as_slice()));
    }
    let file = Files::get(name).ok_or_else(|| Trouble::bare(&request, Refusal::NotFound))?;
    Ok(answer.body(file.data.into_owned()))
}

/// Registers them.
pub fn routes(config: &mut web::ServiceConfig) {
    config.service(web::scope("/assets").default_service(web::get().to(serve)));
}

/// What packing makes smaller: styles and scripts.
fn packed() -> &'static BTreeMap<String, Vec<u8>> {
    static ALL: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    ALL.get_or_init(|| {
        Files::iter()
            .filter(|name| content_type(name).starts_with("text/"))
            .filter_map(|name| {
                let mut packer = GzEncoder::new(Vec::new(), Compression::best());
                packer.write_all(&Files::get(&name)?.data).ok()?;
                Some((name.into_owned(), packer.finish().ok()?))
            })
            .collect()
    })
}

fn takes_gzip(request: &HttpRequest) -> bool {
    let takes = request.headers().get(header::ACCEPT_ENCODING);
    let takes = takes.and_then(|value| value.to_str().ok());
    let mut kinds = takes.unwrap_or_default().split(',').map(str::trim);
    kinds.any(|kind| kind == "gzip" || kind.starts_with("gzip;") && !kind.ends_with("q=0"))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, kind)| kind) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
