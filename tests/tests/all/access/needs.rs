//! What each operation needs, said once: a right to something, or one of the few things that are
//! no matter of rights.

use amparo::rights::{Object, Right};

/// Who may ask for an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Whoever proves something in the body.
    Proof,
    /// Whoever has begun to sign in.
    Begun,
    /// Every member: it is about her own account.
    Own,
    /// The person with the receipt.
    Receipt,
    /// A member with this right.
    A(Right, Object),
}

/// Every operation below what it needs.
pub(super) const NEEDS: &[(Need, &[&str])] = &[
    (
        Need::Proof,
        &[
            "accept_invitation",
            "offer_passphrase",
            "preview_invitation",
            "recover",
            "sign_in",
            "use_receipt",
        ],
    ),
    (Need::Begun, &["give_second_factor", "sign_out"]),
    (
        Need::Own,
        &[
            "change_passphrase",
            "change_second_factor",
            "end_session",
            "list_sessions",
            "me",
            "new_recovery_code",
            "own_mail",
            "set_own_mail",
        ],
    ),
    (
        Need::Receipt,
        &[
            "ask_erasure",
            "contact_again",
            "leave_receipt",
            "own_letters",
            "receipt",
            "share_again",
            "stop_contact",
            "stop_sharing",
            "who_has_seen",
            "write_back",
        ],
    ),
    (Need::A(Right::Open, Object::Case), &["open_case"]),
    (
        Need::A(Right::Read, Object::Case),
        &[
            "agenda",
            "assessment",
            "case",
            "case_history",
            "case_ledger",
            "case_letters",
            "consent",
            "contact",
            "contact_anyway",
            "entry",
            "list_access",
            "list_assessments",
            "list_case_referrals",
            "list_cases",
            "list_consents",
            "list_custody",
            "list_entries",
            "list_needs",
            "list_overrides",
            "list_people",
            "list_removals",
            "list_tasks",
            "need",
            "person",
            "person_status",
            "removal",
            "search",
            "stay",
            "task",
        ],
    ),
    (
        Need::A(Right::Write, Object::Case),
        &[
            "add_assessment",
            "add_entry",
            "add_need",
            "add_person",
            "add_removal",
            "add_stay",
            "add_task",
            "change_assessment",
            "change_case",
            "change_entry",
            "change_need",
            "change_person",
            "change_removal",
            "change_stay",
            "change_task",
            "give_consent",
            "see_news",
            "tell_status",
            "withdraw_consent",
            "write_letter",
        ],
    ),
    // Who may only take is refused what this row gives: another's account.
    (
        Need::A(Right::Assign, Object::Case),
        &["assign_case", "list_assignees", "workload"],
    ),
    (
        Need::A(Right::Close, Object::Case),
        &["close_case", "reopen_case"],
    ),
    (
        Need::A(Right::Refer, Object::Case),
        &["refer", "suggest_services"],
    ),
    (
        Need::A(Right::SignOff, Object::Case),
        &["object_to_override", "sign_off_override"],
    ),
    (
        Need::A(Right::Read, Object::Draft),
        &["list_contacts", "list_intakes"],
    ),
    (
        Need::A(Right::Write, Object::Draft),
        &["change_draft", "delete_draft", "write_intake"],
    ),
    (
        Need::A(Right::Read, Object::Intake),
        &["intake", "intake_letters", "preview_link", "similar_cases"],
    ),
    (
        Need::A(Right::Write, Object::Intake),
        &[
            "close_intake",
            "link_intake",
            "open_case_from_intake",
            "take_intake",
            "write_intake_letter",
        ],
    ),
    (
        Need::A(Right::Read, Object::Referral),
        &["list_referral_messages", "list_referrals", "referral"],
    ),
    (
        Need::A(Right::Write, Object::Referral),
        &["write_referral_message"],
    ),
    (
        Need::A(Right::Refer, Object::Referral),
        &["recall_referral", "send_referral"],
    ),
    (
        Need::A(Right::Answer, Object::Referral),
        &[
            "accept_referral",
            "complete_referral",
            "decline_referral",
            "open_case_from_referral",
            "referral_packet",
            "return_referral",
            "start_referral",
            "waitlist_referral",
        ],
    ),
    (
        Need::A(Right::Read, Object::Member),
        &["list_members", "member"],
    ),
    (Need::A(Right::Write, Object::Member), &["change_roles"]),
    (Need::A(Right::Admit, Object::Member), &["admit_member"]),
    (Need::A(Right::Remove, Object::Member), &["remove_member"]),
    (Need::A(Right::Reset, Object::Member), &["reset_member"]),
    (
        Need::A(Right::Read, Object::Invitation),
        &["list_invitations"],
    ),
    (
        Need::A(Right::Write, Object::Invitation),
        &["invite", "withdraw_invitation"],
    ),
    (Need::A(Right::Read, Object::Team), &["list_teams", "team"]),
    (
        Need::A(Right::Write, Object::Team),
        &["join_team", "make_team"],
    ),
    (
        Need::A(Right::Rekey, Object::Team),
        &[
            "finish_rotation",
            "leave_team",
            "rotate_team",
            "team_rotation",
        ],
    ),
    (
        Need::A(Right::Read, Object::Partner),
        &["list_organisations", "organisation"],
    ),
    (
        Need::A(Right::Agree, Object::Partner),
        &["agree_with_organisation"],
    ),
    (
        Need::A(Right::Verify, Object::Partner),
        &["verify_organisation"],
    ),
    (
        Need::A(Right::Read, Object::Directory),
        &[
            "directory_import",
            "directory_organisation",
            "directory_place",
            "directory_service",
            "list_directory_imports",
            "list_directory_organisations",
            "list_directory_places",
            "list_directory_services",
            "routing_weights",
        ],
    ),
    (
        Need::A(Right::Write, Object::Directory),
        &[
            "add_directory_organisation",
            "add_directory_place",
            "change_directory_organisation",
            "change_directory_place",
            "import_directory",
        ],
    ),
    (
        Need::A(Right::Write, Object::Service),
        &["add_directory_service", "change_directory_service"],
    ),
    (
        Need::A(Right::Read, Object::Ledger),
        &["list_ledger", "verify_ledger"],
    ),
    (
        Need::A(Right::Rekey, Object::Team),
        &["removal_due", "finish_removal"],
    ),
    (Need::A(Right::Read, Object::Undone), &["list_undone"]),
    (
        Need::A(Right::Write, Object::Undone),
        &["discard_undone", "try_undone_again"],
    ),
];

/// What those who may are answered where that is not "ok": operation, object, who, answer, why.
/// An empty object or an empty list means each. It never lets in anybody.
pub(super) const OTHERWISE: &[(&str, &str, &[&str], u16, &str)] = &[
    ("sign_in", "", &[], 401, "nobody of that name"),
    ("recover", "", &[], 422, "no account of that name"),
    ("give_second_factor", "", &["halfway"], 401, "a wrong code"),
    ("give_second_factor", "", &[], 409, "signed in already"),
    ("change_passphrase", "", &[], 422, "a wrong passphrase"),
    ("new_recovery_code", "", &[], 422, "a wrong passphrase"),
    ("change_second_factor", "", &[], 422, "a wrong passphrase"),
    (
        "assign_case",
        "theirs",
        &[],
        422,
        "the account is not theirs",
    ),
    (
        "close_case",
        "",
        &[],
        409,
        "a need is with a partner, or closed",
    ),
    ("reopen_case", "", &[], 409, "the case is open"),
    ("refer", "", &[], 409, "no consent, or no agreement"),
    ("send_referral", "ours", &[], 409, "sent already"),
    ("object_to_override", "", &[], 404, "no such override"),
    ("sign_off_override", "", &[], 404, "no such override"),
    (
        "write_letter",
        "theirs",
        &[],
        409,
        "the case has no receipt",
    ),
    (
        "person_status",
        "theirs",
        &[],
        409,
        "the case has no receipt",
    ),
    ("tell_status", "theirs", &[], 409, "the case has no receipt"),
    ("link_intake", "ours", &["bea"], 404, "not her case"),
    ("link_intake", "theirs", &[], 404, "not their case"),
    ("preview_link", "ours", &["bea"], 404, "not her case"),
    ("preview_link", "theirs", &[], 404, "not their case"),
    ("decline_referral", "", &[], 409, "accepted already"),
    ("admit_member", "", &[], 409, "admitted already"),
    ("join_team", "theirs", &[], 404, "not their colleague"),
    ("leave_team", "theirs", &[], 404, "not in the team"),
    (
        "verify_organisation",
        "",
        &["partner supervisor"],
        409,
        "their own",
    ),
    ("directory_import", "", &[], 404, "nothing was imported"),
    ("import_directory", "", &[], 422, "no file"),
    (
        "add_directory_service",
        "",
        &["supervisor", "partner supervisor"],
        422,
        "of another",
    ),
    (
        "change_directory_service",
        "",
        &["supervisor", "partner supervisor"],
        404,
        "of another",
    ),
];

/// What an operation needs.
pub(super) fn need_of(operation: &str) -> Need {
    let named = NEEDS
        .iter()
        .filter(|(_, all)| all.contains(&operation))
        .map(|(need, _)| *need);
    let named: Vec<Need> = named.collect();
    match named.as_slice() {
        [one] => *one,
        _ => panic!("{operation} must stand once in needs.rs, and stands there as {named:?}"),
    }
}
