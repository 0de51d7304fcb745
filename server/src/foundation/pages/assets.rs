//! Stylesheet and scripts, in the binary, under names that change when they do.
//!
//! What must stay true: only these may be cached, and they say nothing about anybody.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use rust_embed::RustEmbed;

use super::trouble::Trouble;
use crate::foundation::refusal::Refusal;

#[derive(RustEmbed)]
#[folder = "assets"]
struct Files;

/// Where a file is served, by its name in the folder; the name alone if there is no such file.
pub fn address_of(name: &str) -> &str {
    addresses().get(name).map_or(name, String::as_str)
}

/// One of the files.
pub async fn serve(request: actix_web::HttpRequest) -> Result<HttpResponse, Trouble> {
    let path = request.path();
    let name = addresses()
        .iter()
        .find(|(_, address)| *address == path)
        .map(|(name, _)| name)
        .ok_or_else(|| Trouble::bare(&request, Refusal::NotFound))?;
    let file = Files::get(name).ok_or_else(|| Trouble::bare(&request, Refusal::NotFound))?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .content_type(content_type(name))
        .body(file.data.into_owned()))
}

/// Registers them.
pub fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::scope("/assets")
            .wrap(actix_web::middleware::Compress::default())
            .default_service(web::get().to(serve)),
    );
}

fn addresses() -> &'static BTreeMap<String, String> {
    static ALL: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    ALL.get_or_init(|| {
        Files::iter()
            .filter_map(|name| {
                let digest = Files::get(&name)?.metadata.sha256_hash();
                let mut hex = data_encoding::HEXLOWER.encode(&digest);
                hex.truncate(12);
                let (stem, kind) = name.rsplit_once('.')?;
                let address = format!("/assets/{stem}.{hex}.{kind}");
                Some((name.clone().into_owned(), address))
            })
            .collect()
    })
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
