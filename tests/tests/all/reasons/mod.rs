//! Why something is refused: every reason is used, said in every language, and documented.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use amparo::foundation::{Reason, RefusalKind};
use amparo::languages::{Scope, english_text, languages, messages_of};

mod reach;

/// Every source file of the server without its unit tests, joined.
fn sources() -> String {
    let mut text = String::new();
    let mut folders = vec![server().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("foundation/reason.rs") {
                let file = std::fs::read_to_string(path).unwrap();
                text.push_str(file.split("#[cfg(test)]").next().unwrap());
            }
        }
    }
    text
}

fn server() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../server")
}

/// Reasons that no line of `text` gives.
fn unused(text: &str) -> Vec<Reason> {
    let given = |reason: &Reason| {
        ["Reason", "Because"]
            .iter()
            .any(|name| text.contains(&format!("{name}::{reason:?}")))
    };
    Reason::ALL
        .iter()
        .copied()
        .filter(|reason| !given(reason))
        .collect()
}

#[test]
fn every_reason_is_given_somewhere() {
    let text = sources();
    assert_eq!(unused(&text), []);
    let planted = text.replace("Reason::CaseOpen", "Reason::LettersWait");
    assert_eq!(unused(&planted), [Reason::CaseOpen]);
}

#[test]
fn every_reason_is_said_in_every_language_that_helpers_work_in() {
    let mut unsaid = Vec::new();
    for language in languages().iter().filter(|it| it.scope == Scope::All) {
        let ids = Reason::ALL.iter().map(|it| it.message());
        let missing = ids.filter(|id| !language.shows(id));
        unsaid.extend(missing.map(|id| format!("{}: {id}", language.tag)));
    }
    assert_eq!(unsaid, [String::new(); 0]);
}

#[test]
fn no_message_says_a_reason_that_is_none() {
    let ids: BTreeSet<String> = Reason::ALL.iter().map(|it| it.message()).collect();
    for folder in std::fs::read_dir(server().join("locales")).unwrap() {
        let Ok(files) = std::fs::read_dir(folder.unwrap().path()) else {
            continue;
        };
        for file in files {
            let path = file.unwrap().path();
            let said = messages_of(&std::fs::read_to_string(&path).unwrap());
            let strange: Vec<&String> = said
                .keys()
                .filter(|id| id.starts_with("refused-") && !ids.contains(*id))
                .collect();
            assert!(strange.is_empty(), "{}: {strange:?}", path.display());
        }
    }
}

/// The second of the arguments that begin `rest`, if it is a text.
fn second_argument(rest: &str) -> Option<&str> {
    let (mut depth, mut quoted) = (0_i32, false);
    for (at, c) in rest.char_indices() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return None,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                let second = rest[at + 1..].trim_start().strip_prefix('"')?;
                return second.split('"').next();
            }
            _ => {}
        }
    }
    None
}

/// The codes that `text` gives for what is wrong with a field.
fn fault_codes(text: &str) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for call in ["Refusal::fault(", "Fault::at("] {
        for (at, _) in text.match_indices(call) {
            let code = second_argument(&text[at + call.len()..]);
            codes.extend(code.map(ToOwned::to_owned));
        }
    }
    codes
}

/// Codes that no page can show: what only a program can send, and what only the commands say.
const NOT_ON_PAGES: [&str; 15] = [
    "bad_key",
    "bad_query",
    "bad_tag",
    "content_type",
    "field_twice",
    "marks_beside_database",
    "migration_pending",
    "not_a_supervisor",
    "not_empty",
    "not_json",
    "not_private",
    "older_than_marks",
    "other_role",
    "two_needed",
    "unsound",
];

/// Codes of `text` that a page would have to show in English.
fn faults_without_words(text: &str) -> Vec<String> {
    let mut without = Vec::new();
    for code in fault_codes(text) {
        let ids = [format!("fault-{code}"), format!("refused-{code}")];
        let said = languages()
            .iter()
            .filter(|it| it.scope == Scope::All)
            .all(|language| ids.iter().any(|id| language.shows(id)));
        if !said && !NOT_ON_PAGES.contains(&code.as_str()) {
            without.push(code);
        }
    }
    without
}

#[test]
fn every_fault_has_words_in_every_language_that_helpers_work_in() {
    let text = sources();
    assert!(fault_codes(&text).len() > 30);
    assert_eq!(faults_without_words(&text), [String::new(); 0]);
    let planted = format!("{text}; Refusal::fault(\"/x\", \"planted_code\", \"is wrong\");");
    assert_eq!(faults_without_words(&planted), ["planted_code"]);
}

const HEAD: &str = "## Reasons\n";

/// The part of `docs/api.md` that lists every reason.
fn table() -> String {
    let mut text = format!(
        "{HEAD}\nA refusal of these four kinds says in `reason` which rule says no. `detail` is the \
         sentence in English.\n\n| `code` | `reason` | The sentence |\n|---|---|---|\n"
    );
    for reason in Reason::ALL {
        writeln!(
            text,
            "| `{}` | `{}` | {} |",
            reason.kind().code(),
            reason.code(),
            english_text(&reason.message())
        )
        .unwrap();
    }
    text
}

/// `AMPARO_ACCEPT=1` writes the list instead of comparing it.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the test says whether a change is meant"
)]
fn the_documentation_lists_every_reason() {
    let path = server().join("../docs/api.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(HEAD).expect("a list of reasons");
    let after = rest.split_once("\n## ").map_or("", |(_, after)| after);
    if std::env::var("AMPARO_ACCEPT").is_ok() {
        let text = format!("{before}{}\n## {after}", table());
        std::fs::write(&path, text).unwrap();
        return;
    }
    assert!(
        text.contains(&table()),
        "docs/api.md does not list the reasons as they are; if the change is meant, run \
         AMPARO_ACCEPT=1 cargo test -p amparo-tests reasons"
    );
}

#[test]
fn every_kind_has_reasons() {
    for kind in [
        RefusalKind::NoConsent,
        RefusalKind::Blocked,
        RefusalKind::WrongState,
        RefusalKind::AlreadyExists,
    ] {
        assert!(Reason::ALL.iter().any(|it| it.kind() == kind));
    }
}
