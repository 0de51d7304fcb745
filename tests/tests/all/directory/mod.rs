//! The directory: entries, other people's files, the Open Referral read API.

use std::path::PathBuf;

use amparo_tests::{Actor, House, Organisation, Value, json};

mod bundles;
mod entries;
mod hsds;
mod imports;
mod in_parts;
mod readers;
mod removals;
mod who_reads;

/// A hotline in Spain with its coordinator.
async fn hotline(house: &House) -> (Organisation, Actor) {
    let hotline = house.organisation("hotline", "ES").await;
    let caro = hotline.coordinator("Caro").await;
    (hotline, caro)
}

/// A folder of directory files.
fn fixture(folder: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/directory")
        .join(folder)
}

/// A form with every file of a folder.
fn form(folder: &str) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for file in std::fs::read_dir(fixture(folder)).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: text/csv\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(&std::fs::read(file.path()).unwrap());
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--edge--\r\n");
    ("multipart/form-data; boundary=edge".to_owned(), body)
}

/// Takes a folder of HSDS 1.1 tables in; answers the report.
async fn takes_tables(coordinator: &Actor, folder: &str) -> Value {
    let (kind, body) = form(folder);
    let path = format!("/directory/imports?format=hsds-1.1-csv&publisher={folder}");
    let reply = coordinator.ask("POST", &path).with_raw(&kind, body).await;
    reply.expect(201).body
}

/// The smallest organisation.
fn an_organisation(name: &str) -> Value {
    json!({ "kind": "legal", "name": name, "country": "GR" })
}
