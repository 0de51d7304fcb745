//! What doors may hold: routes where one looks for them, and no decision who may.

use super::{Sources, code, order, sources, word_at};

/// Every room has a door, and its part of the API stands in files that are called so.
fn misplaced(sources: &Sources) -> Vec<String> {
    let mut faults = Vec::new();
    for room in order(&sources["lib.rs"]) {
        let one_file = format!("{room}.rs");
        let door = format!("{room}/mod.rs");
        if !sources.contains_key(&door) && !sources.contains_key(&one_file) {
            faults.push(format!("{room} has no door"));
        }
    }
    for (file, text) in sources {
        let name = file.rsplit('/').next().unwrap();
        let is_api = name == "api.rs" || file.contains("/api/");
        let is_room = !file.starts_with("doors") && !file.starts_with("web/");
        if is_room && !is_api && code(text).contains("#[utoipa::path(") {
            faults.push(format!("{file} has routes: they belong into api.rs"));
        }
    }
    faults
}

#[test]
fn routes_stand_where_one_looks_for_them() {
    assert_eq!(misplaced(&sources()), [String::new(); 0]);
    let mut planted = sources();
    planted.insert("cases/open.rs".to_owned(), "#[utoipa::path(\n)]".to_owned());
    assert_eq!(misplaced(&planted).len(), 1);
}

/// Doors that decide who may: a page or an endpoint names the right, and the table decides. Words of
/// roles that are only shown stand in one file, and where a role's day begins in another.
fn deciding_doors(sources: &Sources) -> Vec<String> {
    let shows = [
        "team/pages/mod.rs",
        "doors/pages/mod.rs",
        "doors/pages/start.rs",
    ];
    let is_door = |file: &str| {
        let name = file.rsplit('/').next().unwrap();
        let folders = ["/api/", "/pages/"].iter().any(|it| file.contains(it));
        folders || file.starts_with("pages/") || ["api.rs", "pages.rs"].contains(&name)
    };
    let mut found = Vec::new();
    for (file, text) in sources.iter().filter(|(file, _)| is_door(file)) {
        let text = code(text);
        let mut banned = vec!["member_as", "must_be", "has_any("];
        if !shows.contains(&file.as_str()) {
            banned.extend(["Role::", "roles.has", "WORKERS"]);
        }
        let uses = banned.iter().filter(|it| text.contains(**it));
        found.extend(uses.map(|it| format!("{file}: {it}")));
    }
    found
}

#[test]
fn no_door_decides_who_may() {
    assert_eq!(deciding_doors(&sources()), [String::new(); 0]);
    let plants = [
        ("cases/pages/work.rs", "act.member_as(&[])?;"),
        ("consent/api.rs", "member.must_be(WHO)?;"),
        ("cases/api/work.rs", "case.must_be_open()?;"),
        ("pages/menu.rs", "if roles.has(one) {}"),
        ("ledger/pages.rs", "let may = it == Role::Auditor;"),
        ("doors/pages/mod.rs", "if roles.has_any(&some) {}"),
    ];
    for (file, text) in plants {
        let mut planted = sources();
        planted.insert(file.to_owned(), text.to_owned());
        assert_eq!(deciding_doors(&planted).len(), 1, "{file}: {text}");
    }
    let mut harmless = sources();
    let text = "act.needs(Right::Read, Object::Case)?; // a Role::Auditor may not";
    harmless.insert(
        "cases/pages/work.rs".to_owned(),
        text.replace("// a", "\n// a"),
    );
    harmless.insert(
        "team/remove.rs".to_owned(),
        "it == Role::Auditor".to_owned(),
    );
    assert_eq!(deciding_doors(&harmless), [String::new(); 0]);
}

/// Rights that are asked for in code, as `Right::Read, Object::Case`, and stand in no row of the
/// table: nobody has them, and nobody would see why.
fn rights_of_nobody(sources: &Sources) -> Vec<String> {
    let table: String = sources["rights/table.rs"].split_whitespace().collect();
    let mut found = Vec::new();
    for (file, text) in sources {
        if file == "rights/mod.rs" {
            continue;
        }
        let text = code(text);
        for (at, _) in text.match_indices("Right::") {
            let rest = &text[at + 7..];
            let right = word_at(rest);
            let Some(object) = rest[right.len()..]
                .trim_start_matches([',', ' ', '\n'])
                .strip_prefix("Object::")
            else {
                continue;
            };
            let object = word_at(object);
            if !table.contains(&format!("row({object},Right::{right},")) {
                found.push(format!("{file}: Right::{right}, Object::{object}"));
            }
        }
    }
    found
}

#[test]
fn every_right_that_is_asked_for_stands_in_the_table() {
    assert_eq!(rights_of_nobody(&sources()), [String::new(); 0]);
    let mut planted = sources();
    let text = "act.needs(Right::Admit, Object::Ledger)?;".to_owned();
    planted.insert("ledger/read.rs".to_owned(), text);
    assert_eq!(rights_of_nobody(&planted).len(), 1);
}
