//! Published test vectors, run against [`crate::primitives`], and our own, kept for ever.
//!
//! Every file says how many vectors it holds; each test says how many it ran and how many cannot
//! apply, so that a vector that silently drops out fails the build.

mod amparo;
mod full;
mod hpke;
mod wycheproof;

use std::path::PathBuf;

use serde_json::Value;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/vectors")
        .join(name)
}

fn json(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(path(name)).unwrap()).unwrap()
}

fn hex(value: &Value) -> Vec<u8> {
    data_encoding::HEXLOWER
        .decode(value.as_str().unwrap().as_bytes())
        .unwrap()
}

/// RFC 9106, 5.3, with the secret and the associated data that our own rows leave empty.
#[test]
fn argon2id_is_that_of_rfc_9106() {
    let text = std::fs::read_to_string(path("argon2-rfc9106/argon2id.kat")).unwrap();
    let line = |start: &str| {
        let line = text.lines().find(|line| line.starts_with(start)).unwrap();
        let bytes: String = line.split(':').nth(1).unwrap().split_whitespace().collect();
        data_encoding::HEXLOWER.decode(bytes.as_bytes()).unwrap()
    };
    let params = crate::StretchParams {
        memory_kib: 32,
        passes: 3,
        lanes: 4,
    };
    assert!(text.contains("Memory: 32 KiB, Iterations: 3, Parallelism: 4 lanes"));
    let tag = crate::primitives::argon2id(
        &line("Password"),
        &line("Salt"),
        params,
        &line("Secret"),
        &line("Associated data"),
    );
    assert_eq!(tag.unwrap().bytes().as_slice(), line("Tag:"));
}
