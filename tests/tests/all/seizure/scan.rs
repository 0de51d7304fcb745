//! A search through every byte of files, for words in every form that code might give them.

use std::path::{Path, PathBuf};

use data_encoding::{BASE32_NOPAD, BASE64, HEXLOWER, HEXUPPER};

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    file: PathBuf,
    form: String,
    at: usize,
}

/// What a search has seen.
#[derive(Debug, Default)]
pub(super) struct Search {
    pub(super) found: Vec<Found>,
    pub(super) bytes: usize,
    pub(super) forms: usize,
}

/// The forms of a word: its name and its bytes. Forms that depend on what stands before (base64,
/// base32) lack their edges, so that they are found wherever the word stands.
pub(super) fn forms(word: &str) -> Vec<(String, Vec<u8>)> {
    let plain = word.as_bytes();
    let mut forms: Vec<(String, Vec<u8>)> = vec![
        ("plain".to_owned(), plain.to_vec()),
        ("upper".to_owned(), word.to_uppercase().into_bytes()),
        ("reversed".to_owned(), plain.iter().rev().copied().collect()),
        ("hex".to_owned(), HEXLOWER.encode(plain).into_bytes()),
        ("HEX".to_owned(), HEXUPPER.encode(plain).into_bytes()),
        (
            "utf-16le".to_owned(),
            word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
        (
            "utf-16be".to_owned(),
            word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ),
        (
            "percent".to_owned(),
            each(plain, |byte| format!("%{byte:02X}")),
        ),
        (
            "list of numbers".to_owned(),
            each(plain, |byte| format!("{byte},")),
        ),
        (
            "list of escapes".to_owned(),
            each(plain, |byte| format!("\\u{byte:04x}")),
        ),
    ];
    for shift in 0..3 {
        let (text, first) = (
            BASE64.encode(&shifted(plain, shift)),
            (shift * 8).div_ceil(6),
        );
        let whole = (shift + plain.len()) * 8 / 6;
        forms.push((
            format!("base64+{shift}"),
            text.as_bytes()[first..whole].to_vec(),
        ));
    }
    for shift in 0..5 {
        let (text, first) = (
            BASE32_NOPAD.encode(&shifted(plain, shift)),
            (shift * 8).div_ceil(5),
        );
        let whole = (shift + plain.len()) * 8 / 5;
        forms.push((
            format!("base32+{shift}"),
            text.as_bytes()[first..whole].to_vec(),
        ));
    }
    forms
}

fn shifted(word: &[u8], by: usize) -> Vec<u8> {
    let mut all = vec![0; by];
    all.extend(word);
    all
}

fn each(bytes: &[u8], form: impl Fn(u8) -> String) -> Vec<u8> {
    bytes
        .iter()
        .map(|byte| form(*byte))
        .collect::<String>()
        .into_bytes()
}

/// Searches files, and folders to their depth, for words in all forms.
pub(super) fn search(places: &[PathBuf], words: &[&str]) -> Search {
    let forms: Vec<(String, Vec<u8>)> = words.iter().flat_map(|word| forms(word)).collect();
    let finders: Vec<_> = forms
        .iter()
        .map(|(name, bytes)| (name, memchr::memmem::Finder::new(bytes)))
        .collect();
    let mut search = Search {
        forms: forms.len(),
        ..Search::default()
    };
    let mut files = Vec::new();
    places.iter().for_each(|place| gather(place, &mut files));
    files.sort();
    files.dedup();
    for file in files {
        // A server that is still up may take a file away in between.
        let Ok(bytes) = std::fs::read(&file) else {
            continue;
        };
        search.bytes += bytes.len();
        for (name, finder) in &finders {
            if let Some(at) = finder.find(&bytes) {
                search.found.push(Found {
                    file: file.clone(),
                    form: (*name).clone(),
                    at,
                });
            }
        }
    }
    search
}

fn gather(place: &Path, files: &mut Vec<PathBuf>) {
    if place.is_dir() {
        for entry in std::fs::read_dir(place).unwrap().flatten() {
            gather(&entry.path(), files);
        }
    } else {
        files.push(place.to_path_buf());
    }
}
