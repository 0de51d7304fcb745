//! The tables, as diesel sees them on both databases.
//!
//! One schema for SQLite and PostgreSQL: only column types that both share. A test compares it
//! with the migrated databases, table by table and column by column.

#![expect(
    missing_docs,
    reason = "docs/clear-columns.md describes each column; the macro makes the items"
)]

diesel::table! {
    organisations (id) {
        id -> Binary,
        sealed -> Binary,
        changes -> BigInt,
        created_on -> Date,
        revision -> BigInt,
    }
}

diesel::table! {
    published_keys (organisation_id, purpose) {
        organisation_id -> Binary,
        purpose -> Text,
        group_id -> Binary,
        epoch -> Integer,
        entry -> Binary,
    }
}

diesel::table! {
    accounts (id) {
        id -> Binary,
        organisation_id -> Binary,
        lookup -> Binary,
        state -> Text,
        profile -> Binary,
        identity -> Binary,
        keyring -> Binary,
        keyring_version -> BigInt,
        revision -> BigInt,
    }
}

diesel::table! {
    unlock_methods (account_id, method) {
        account_id -> Binary,
        method -> Text,
        params -> Binary,
        salt -> Binary,
        verifier -> Binary,
        wrapped -> Binary,
    }
}

diesel::table! {
    deliveries (id) {
        id -> Binary,
        lookup -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    invitations (id) {
        id -> Binary,
        organisation_id -> Binary,
        lookup -> Binary,
        sealed -> Binary,
        expires_on -> Date,
    }
}

diesel::table! {
    register_entries (organisation_id, lookup) {
        organisation_id -> Binary,
        lookup -> Binary,
        version -> BigInt,
        epoch -> Integer,
        sealed -> Binary,
    }
}

diesel::table! {
    groups_before (id) {
        id -> Binary,
        organisation_id -> Binary,
    }
}

diesel::table! {
    register_manifests (organisation_id) {
        organisation_id -> Binary,
        number -> BigInt,
        epoch -> Integer,
        sealed -> Binary,
    }
}

diesel::table! {
    cases (id) {
        id -> Binary,
        organisation_id -> Binary,
        epoch -> Integer,
        revision -> BigInt,
        stop -> Nullable<Binary>,
    }
}

diesel::table! {
    case_records (case_id, seq) {
        case_id -> Binary,
        seq -> BigInt,
        epoch -> Integer,
        sealed -> Binary,
    }
}

diesel::table! {
    grants (case_id, label) {
        case_id -> Binary,
        label -> Binary,
        case_epoch -> Integer,
        sealed -> Binary,
        quick -> Nullable<Binary>,
        mac -> Binary,
    }
}

diesel::table! {
    grants_before (case_id, group_id) {
        case_id -> Binary,
        group_id -> Binary,
        group_epoch -> Integer,
        case_epoch -> Integer,
        sealed -> Binary,
        quick -> Nullable<Binary>,
    }
}

diesel::table! {
    cards (case_id) {
        case_id -> Binary,
        organisation_id -> Binary,
        revision -> BigInt,
        change -> BigInt,
        sealed -> Binary,
        mac -> Binary,
    }
}

diesel::table! {
    intakes (id) {
        id -> Binary,
        organisation_id -> Binary,
        group_id -> Binary,
        group_epoch -> Integer,
        state -> Text,
        sealed -> Binary,
        handling -> Nullable<Binary>,
        revision -> BigInt,
        created_on -> Date,
    }
}

diesel::table! {
    receipts (id) {
        id -> Binary,
        tag -> Binary,
        organisation_id -> Binary,
        intake_id -> Nullable<Binary>,
        case_id -> Nullable<Binary>,
        deposit -> Binary,
        status -> Nullable<Binary>,
        letters -> BigInt,
        revision -> BigInt,
        cost -> Text,
        good_until -> Date,
        stop -> Nullable<Binary>,
    }
}

diesel::table! {
    letters (receipt_id, seq, direction) {
        receipt_id -> Binary,
        seq -> BigInt,
        direction -> Text,
        sealed -> Binary,
        sealed_copy -> Nullable<Binary>,
        seen -> Bool,
    }
}

diesel::table! {
    referrals (id) {
        id -> Binary,
        case_id -> Binary,
        sender_id -> Binary,
        receiver_id -> Binary,
        inbox_id -> Binary,
        inbox_epoch -> Integer,
        state -> Text,
        answer_by -> Nullable<Timestamp>,
        notice -> Binary,
        packet -> Nullable<Binary>,
        revision -> BigInt,
    }
}

diesel::table! {
    referral_events (referral_id, seq) {
        referral_id -> Binary,
        seq -> BigInt,
        state -> Text,
        for_sender -> Nullable<Binary>,
        for_receiver -> Nullable<Binary>,
    }
}

diesel::table! {
    ledger_lines (id) {
        id -> Binary,
        organisation_id -> Binary,
        position -> Nullable<BigInt>,
        label -> Binary,
        sealed -> Binary,
        sealed_for_case -> Binary,
        mac -> Binary,
    }
}

diesel::table! {
    ledger_copies_due (line_id) {
        line_id -> Binary,
        case_id -> Binary,
        sealed_for_case -> Nullable<Binary>,
    }
}

diesel::table! {
    checkpoints (organisation_id, size) {
        organisation_id -> Binary,
        size -> BigInt,
        head -> Binary,
        signature -> Binary,
    }
}

diesel::table! {
    replies (tag) {
        tag -> Binary,
        request -> Binary,
        sealed -> Binary,
        created_on -> Date,
    }
}

diesel::table! {
    jobs (id) {
        id -> Binary,
        name -> Text,
        payload -> Text,
        ready_at -> Timestamp,
        leased_until -> Nullable<Timestamp>,
        attempts -> Integer,
        organisation_id -> Nullable<Binary>,
        failure -> Nullable<Text>,
        given_up_on -> Nullable<Date>,
    }
}

diesel::table! {
    mails (id) {
        id -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    directory_organisations (id) {
        id -> Binary,
        publisher -> Text,
        source_id -> Text,
        source_digest -> Nullable<Binary>,
        participant_id -> Nullable<Binary>,
        kind -> Text,
        name -> Text,
        description -> Nullable<Text>,
        country -> Nullable<Text>,
        url -> Nullable<Text>,
        email -> Nullable<Text>,
        phones -> Text,
        details -> Text,
        active -> Bool,
        search -> Text,
        sort_key -> Text,
        updated_on -> Date,
        revision -> BigInt,
        active_before -> Nullable<Bool>,
    }
}

diesel::table! {
    directory_services (id) {
        id -> Binary,
        publisher -> Text,
        source_id -> Text,
        source_digest -> Nullable<Binary>,
        organisation_id -> Binary,
        name -> Text,
        description -> Nullable<Text>,
        status -> Text,
        categories -> Text,
        countries -> Text,
        languages -> Text,
        eligibility -> Text,
        url -> Nullable<Text>,
        email -> Nullable<Text>,
        phones -> Text,
        capacity -> Nullable<Integer>,
        accepting -> Bool,
        answers_within_hours -> Nullable<Integer>,
        verified_on -> Nullable<Date>,
        details -> Text,
        search -> Text,
        sort_key -> Text,
        updated_on -> Date,
        revision -> BigInt,
        status_before -> Nullable<Text>,
    }
}

diesel::table! {
    directory_places (id) {
        id -> Binary,
        publisher -> Text,
        source_id -> Text,
        source_digest -> Nullable<Binary>,
        organisation_id -> Nullable<Binary>,
        kind -> Text,
        name -> Text,
        address -> Nullable<Text>,
        city -> Nullable<Text>,
        region -> Nullable<Text>,
        postal_code -> Nullable<Text>,
        country -> Nullable<Text>,
        latitude -> Nullable<Double>,
        longitude -> Nullable<Double>,
        confidential -> Bool,
        sealed -> Nullable<Binary>,
        phones -> Text,
        details -> Text,
        active -> Bool,
        search -> Text,
        sort_key -> Text,
        updated_on -> Date,
        revision -> BigInt,
        active_before -> Nullable<Bool>,
    }
}

diesel::table! {
    directory_service_places (service_id, place_id) {
        id -> Binary,
        service_id -> Binary,
        place_id -> Binary,
    }
}

diesel::table! {
    directory_changes (id) {
        id -> Integer,
        changes -> BigInt,
    }
}

diesel::table! {
    directory_imports (id) {
        id -> Binary,
        publisher -> Text,
        report -> Text,
        imported_on -> Date,
        organisation_id -> Nullable<Binary>,
    }
}

diesel::table! {
    agreements (sender_id, receiver_id) {
        sender_id -> Binary,
        receiver_id -> Binary,
        valid_until -> Nullable<Date>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    organisations,
    published_keys,
    accounts,
    unlock_methods,
    deliveries,
    invitations,
    register_entries,
    groups_before,
    register_manifests,
    cases,
    case_records,
    grants,
    grants_before,
    cards,
    intakes,
    receipts,
    letters,
    referrals,
    referral_events,
    ledger_lines,
    ledger_copies_due,
    checkpoints,
    replies,
    jobs,
    mails,
    directory_organisations,
    directory_services,
    directory_places,
    directory_service_places,
    directory_changes,
    directory_imports,
    agreements,
);
