//! What must hold whatever the table says.

use amparo_tests::Reply;

use super::objects::Object;
use super::{ACTORS, Row};

/// Open to anybody: whoever asks proves something in the body.
const OPEN: [&str; 6] = [
    "offer_passphrase",
    "sign_in",
    "recover",
    "use_receipt",
    "preview_invitation",
    "accept_invitation",
];

/// What a sign-in that waits for its second factor is for.
const HALFWAY: [&str; 2] = ["give_second_factor", "sign_out"];

/// Who takes part, and where help is, is known to every member.
const SHARED: [&str; 3] = ["organisations", "directory", "routing"];

/// One's own account.
const OWN: [&str; 2] = ["me", "sessions"];

fn tag(row: &Row) -> &str {
    row.operation.entry["tags"][0].as_str().unwrap_or_default()
}

fn ok(reply: &Reply) -> bool {
    reply.status < 300
}

/// The tags in which somebody may ever get a good answer.
fn reach(who: &str) -> Option<Vec<&'static str>> {
    let mut tags = OWN.to_vec();
    match who {
        "visitor" | "removed" | "halfway" => return Some(Vec::new()),
        "person" => return Some(vec!["receipts"]),
        "waiting" => {}
        "administrator" => tags.extend(["members", "organisations", "directory", "undone"]),
        "auditor" => tags.extend(["ledger", "organisations", "directory"]),
        "volunteer" => tags.extend(["intakes", "organisations", "directory"]),
        "coordinator" => {
            tags.extend(["members", "teams", "organisations", "directory", "routing"]);
        }
        _ => return None,
    }
    Some(tags)
}

/// Every rule that a row breaks.
pub(super) fn broken(rows: &[Row]) -> Vec<String> {
    let mut faults = Vec::new();
    for row in rows {
        for who in ACTORS {
            let reply = &row.replies[who];
            if let Some(what) = fault(rows, row, who, reply) {
                faults.push(format!("{} for {who}: {what}: {}", row.key(), reply.text()));
            }
        }
    }
    faults
}

fn fault(rows: &[Row], row: &Row, who: &str, reply: &Reply) -> Option<&'static str> {
    if reply.status == 403 {
        return Some("forbidden is said, where absent is meant");
    }
    if reply.status >= 500 {
        return Some("broke");
    }
    if row.operation.entry["responses"][reply.status.to_string()].is_null() {
        return Some("answered with a status that is not published");
    }
    let id = row.operation.id.as_str();
    if OPEN.contains(&id) {
        return None;
    }
    let nobody = matches!(who, "visitor" | "removed");
    let half = who == "halfway" && !HALFWAY.contains(&id);
    if (nobody || half) && reply.status != 401 && reply.status != 422 {
        return Some("answered somebody who is not signed in");
    }
    // The rules of the ranking are shown to every member: nobody is ranked in secret.
    let rules_of_the_house = id == "routing_weights" && who != "person" && who != "waiting";
    let may_reach = rules_of_the_house || reach(who).is_none_or(|tags| tags.contains(&tag(row)));
    if ok(reply) && !may_reach && !(who == "halfway" && HALFWAY.contains(&id)) {
        return Some("is out of the reach of this role");
    }
    let foreign = matches!(
        row.object,
        Object::Theirs | Object::Absent | Object::Crossed
    ) || row.object == Object::NoSuchPart;
    let ours = !who.starts_with("partner");
    if foreign && ours && ok(reply) && !SHARED.contains(&tag(row)) {
        return Some("reached what is not its own");
    }
    hidden(rows, row, who, reply)
}

/// What somebody may not know is answered as what is not there, byte for byte.
fn hidden(rows: &[Row], row: &Row, who: &str, reply: &Reply) -> Option<&'static str> {
    let absent = rows
        .iter()
        .find(|it| it.operation.id == row.operation.id && it.object == Object::Absent)?;
    let absent = &absent.replies[who];
    let must_be_same = match row.object {
        Object::Theirs => !who.starts_with("partner") && !SHARED.contains(&tag(row)),
        Object::Ours => reply.status == 404,
        _ => false,
    };
    let same = (reply.status, &reply.bytes) == (absent.status, &absent.bytes);
    let named_in_body = row.operation.id == "refer";
    if must_be_same && !same && !named_in_body {
        return Some("can be told from what is not there");
    }
    let case = row.operation.path.contains("/cases/{");
    let outsider = matches!(who, "bea" | "partner" | "partner supervisor");
    if case && row.object == Object::Ours && outsider && ok(reply) {
        return Some("opened a case without a grant");
    }
    None
}
