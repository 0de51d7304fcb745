//! The files of `assets`, and the names under which they are served: they change when the file does.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rust_embed::RustEmbed;

/// The files.
#[derive(RustEmbed)]
#[folder = "assets"]
pub(super) struct Files;

/// Where a file is served, by its name in the folder; the name alone if there is no such file.
pub fn address_of(name: &str) -> &str {
    addresses().get(name).map_or(name, String::as_str)
}

/// Where each file is served.
pub(super) fn addresses() -> &'static BTreeMap<String, String> {
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
