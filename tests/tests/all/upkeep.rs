//! Commands for whoever runs the machine: they say what is wrong, and nothing is lost for their sake.

use std::fs::OpenOptions;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::Duration;

use amparo_tests::{Database, Process, command};

const INIT: [&str; 11] = [
    "init",
    "--name",
    "A hotline",
    "--kind",
    "hotline",
    "--country",
    "GR",
    "--holder",
    "sofia=Sofia",
    "--holder",
    "samira=Samira",
];

/// A folder with nothing in it; gone with the database that it was made for.
fn folder() -> (Database, PathBuf) {
    let database = Database::sqlite();
    let folder = database.folder.join("upkeep");
    std::fs::create_dir(&folder).unwrap();
    (database, folder)
}

fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}

fn founds(folder: &Path) {
    let done = command(folder, &INIT, Stdio::piped());
    assert!(done.status.success(), "{}", said(&done));
}

fn doctor(folder: &Path) -> (Option<i32>, String) {
    let done = command(folder, &["doctor"], Stdio::piped());
    (done.status.code(), said(&done))
}

#[test]
fn a_look_at_nothing_makes_nothing() {
    let (_gone_later, folder) = folder();
    let (code, said) = doctor(&folder);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("there is no database yet"), "{said}");
    assert!(!folder.join("amparo.db").exists());
}

#[test]
fn nothing_is_founded_that_cannot_be_written_down() {
    let (_gone_later, folder) = folder();
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let done = command(&folder, &INIT, full.into());
    assert_eq!(done.status.code(), Some(1), "{}", said(&done));
    assert!(said(&done).contains("cannot be printed"), "{}", said(&done));
    // The names are free: nobody was founded.
    founds(&folder);
}

#[test]
fn another_key_is_told() {
    let (_gone_later, folder) = folder();
    founds(&folder);
    let (code, said) = doctor(&folder);
    assert_eq!(code, Some(3), "sound but for the key beside it: {said}");
    assert!(said.contains("ok    the key opens it"), "{said}");
    std::fs::write(folder.join("instance.key"), "5".repeat(64)).unwrap();
    let (code, said) = doctor(&folder);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("FAULT the key opens it"), "{said}");
}

#[test]
fn damaged_pages_are_told() {
    let (_gone_later, folder) = folder();
    founds(&folder);
    let file = folder.join("amparo.db");
    let length = std::fs::metadata(&file).unwrap().len();
    let database = OpenOptions::new().write(true).open(&file).unwrap();
    for at in (4096..length).step_by(3 * 4096).take(9) {
        database.write_all_at(&[0xa5; 4096], at).unwrap();
    }
    let (code, said) = doctor(&folder);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("FAULT database"), "{said}");
}

#[test]
fn a_server_whose_database_vanishes_stops() {
    let (_gone_later, folder) = folder();
    founds(&folder);
    let file = folder.join("amparo.db");
    let url = format!("sqlite://{}", file.display());
    let mut server = Process::serve(&folder, &url, "smtp://127.0.0.1:9");
    std::fs::remove_file(&file).unwrap();
    let ended = server.ends_within(Duration::from_secs(30));
    assert_eq!(ended.and_then(|status| status.code()), Some(1));
    let log = std::fs::read_to_string(&server.log).unwrap();
    assert!(log.contains("was deleted or replaced"), "{log}");
    assert!(
        !file.exists(),
        "an empty one in its place would look like a loss of everything"
    );
}
