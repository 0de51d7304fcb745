//! Which reasons the tests bring about through which door.
//!
//! A reason counts as brought about where a test names it: `expect_reason` for the API, `refusing`
//! for a page. The lists of what is still missing may only become shorter.

use std::collections::BTreeSet;
use std::path::Path;

use amparo::foundation::Reason;

/// Not brought about through the API yet.
const NOT_YET_BY_API: &[&str] = &[
    "consent_not_begun",
    "consent_over",
    "recipient_not_named",
    "own_organisation",
    "authority_feared",
    "feared_country",
    "conflict",
    "other_age",
    "other_gender",
    "not_accepting",
    "no_place_free",
    "referral_draft",
    "referral_unanswered",
    "referral_started",
    "referral_completed",
    "referral_declined",
    "referral_returned",
    "referral_not_draft",
    "need_not_open",
    "need_with_partner",
    "nobody_else",
    "not_waiting",
    "last_member",
    "changed_meanwhile",
    "receipt_in_case",
    "form_handed_over",
    "exists",
    "case_has_receipt",
];

/// Not brought about through a page yet.
const NOT_YET_BY_PAGE: &[&str] = &[
    "sharing_stopped",
    "nobody_yet",
    "nothing_on_record",
    "consent_not_begun",
    "consent_over",
    "recipient_not_named",
    "status_not_named",
    "section_not_covered",
    "no_file_wanted",
    "own_organisation",
    "authority_feared",
    "authority",
    "feared_country",
    "conflict",
    "other_age",
    "other_gender",
    "no_agreement",
    "not_accepting",
    "no_place_free",
    "key_not_compared",
    "key_replaced",
    "intake_not_signed",
    "referral_draft",
    "referral_unanswered",
    "referral_accepted",
    "referral_started",
    "referral_completed",
    "referral_declined",
    "referral_returned",
    "referral_expired",
    "referral_recalled",
    "referral_ended_by_person",
    "referral_not_draft",
    "packet_not_handed_out",
    "packet_consent_over",
    "need_offered",
    "need_not_open",
    "need_with_partner",
    "nobody_else",
    "colleague_works_case",
    "case_open",
    "not_waiting",
    "not_oneself",
    "removed_before",
    "last_member",
    "keys_or_accounts",
    "key_administrator_stays",
    "everybody_belongs",
    "own_key",
    "changed_meanwhile",
    "no_receipt",
    "receipt_in_case",
    "letters_wait",
    "signed_off_before",
    "own_override",
    "intake_taken",
    "intake_closed",
    "job_forgotten",
    "job_stays",
    "referral_has_case",
    "case_has_receipt",
];

/// Reasons that no page can bring about, and why.
const NEVER_BY_PAGE: &[(&str, &str)] = &[
    (
        "signed_in",
        "a page leads whoever is signed in past the second factor",
    ),
    ("contact_stopped", "a page asks for the reason instead"),
    (
        "ask_each_time",
        "a page points at the box that says that she was asked",
    ),
    (
        "exists",
        "a page turns a taken name into a fault of its field",
    ),
];

/// The words in quotes that stand in calls of `name`, in every test.
fn named_in(texts: &[String], name: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for text in texts {
        for (at, _) in text.match_indices(name) {
            let rest = &text[at + name.len()..];
            let call = rest.split(';').next().unwrap_or_default();
            found.extend(call.split('"').skip(1).step_by(2).map(ToOwned::to_owned));
        }
    }
    found
}

fn tests() -> Vec<String> {
    let mut texts = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("reasons/reach.rs") {
                texts.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    texts
}

/// Reasons that are neither brought about nor on a list, and those on a list that are.
fn wrong(brought: &BTreeSet<String>, listed: &BTreeSet<&str>) -> Vec<&'static str> {
    let codes = Reason::ALL.iter().map(|it| it.code());
    codes
        .filter(|code| brought.contains(*code) == listed.contains(code))
        .collect()
}

#[test]
fn every_reason_is_brought_about_through_the_api_or_on_the_list() {
    let mut brought = named_in(&tests(), ".expect_reason(");
    let listed: BTreeSet<&str> = NOT_YET_BY_API.iter().copied().collect();
    assert_eq!(wrong(&brought, &listed), [""; 0]);
    brought.remove("case_open");
    assert_eq!(wrong(&brought, &listed), ["case_open"]);
}

#[test]
fn every_reason_is_brought_about_through_a_page_or_on_the_list() {
    let mut brought = named_in(&tests(), ".refusing(");
    let never = NEVER_BY_PAGE.iter().map(|(code, _)| *code);
    let listed: BTreeSet<&str> = NOT_YET_BY_PAGE.iter().copied().chain(never).collect();
    assert_eq!(wrong(&brought, &listed), [""; 0]);
    brought.remove("signs_register");
    assert_eq!(wrong(&brought, &listed), ["signs_register"]);
}
