-- Every clear column is a possible leak: docs/clear-columns.md lists each with its reason,
-- and a test fails when one is missing there.

create table organisations (
    id bytea primary key check (octet_length(id) = 16),
    sealed bytea not null,
    changes bigint not null,
    created_on date not null,
    revision bigint not null
);

create table published_keys (
    organisation_id bytea not null references organisations (id),
    purpose text not null check (purpose in ('inbox', 'queue', 'auditors')),
    group_id bytea not null check (octet_length(group_id) = 16),
    epoch integer not null,
    entry bytea not null,
    primary key (organisation_id, purpose)
);

create table accounts (
    id bytea primary key check (octet_length(id) = 16),
    organisation_id bytea not null references organisations (id),
    lookup bytea not null unique check (octet_length(lookup) = 32),
    state text not null check (state in ('waiting', 'active', 'locked', 'removed')),
    profile bytea not null,
    identity bytea not null,
    keyring bytea not null,
    keyring_version bigint not null,
    revision bigint not null
);
create index accounts_of_organisation on accounts (organisation_id, id);

create table unlock_methods (
    account_id bytea not null references accounts (id) on delete cascade,
    method text not null,
    params bytea not null,
    salt bytea not null check (octet_length(salt) = 16),
    verifier bytea not null check (octet_length(verifier) = 32),
    wrapped bytea not null,
    primary key (account_id, method)
);

create table deliveries (
    id bytea primary key check (octet_length(id) = 16),
    lookup bytea not null check (octet_length(lookup) = 32),
    sealed bytea not null
);
create index deliveries_found on deliveries (lookup);

create table invitations (
    id bytea primary key check (octet_length(id) = 16),
    organisation_id bytea not null references organisations (id),
    lookup bytea not null unique check (octet_length(lookup) = 32),
    sealed bytea not null,
    expires_on date not null
);

create table sessions (
    lookup bytea primary key check (octet_length(lookup) = 32),
    id bytea not null unique check (octet_length(id) = 16),
    account_id bytea references accounts (id) on delete cascade,
    stage text not null check (stage in ('second_factor', 'full', 'receipt')),
    sealed bytea not null,
    created_at timestamp not null,
    seen_at timestamp not null
);
create index sessions_of_account on sessions (account_id);

create table register_entries (
    organisation_id bytea not null references organisations (id),
    lookup bytea not null check (octet_length(lookup) = 32),
    version bigint not null,
    epoch integer not null,
    sealed bytea not null,
    primary key (organisation_id, lookup)
);

create table groups (
    id bytea primary key check (octet_length(id) = 16),
    organisation_id bytea not null references organisations (id),
    epoch integer not null
);

create table cases (
    id bytea primary key check (octet_length(id) = 16),
    organisation_id bytea not null references organisations (id),
    epoch integer not null,
    revision bigint not null,
    sharing_stopped boolean not null
);

create table case_records (
    case_id bytea not null references cases (id) on delete cascade,
    seq bigint not null,
    epoch integer not null,
    sealed bytea not null,
    primary key (case_id, seq)
);

create table grants (
    case_id bytea not null references cases (id) on delete cascade,
    group_id bytea not null check (octet_length(group_id) = 16),
    group_epoch integer not null,
    case_epoch integer not null,
    sealed bytea not null,
    quick bytea,
    primary key (case_id, group_id)
);
create index grants_of_group on grants (group_id, group_epoch, case_id);

create table cards (
    case_id bytea primary key references cases (id) on delete cascade,
    organisation_id bytea not null references organisations (id),
    revision bigint not null,
    change bigint not null,
    sealed bytea not null
);
create index cards_changed on cards (organisation_id, change);

create table intakes (
    id bytea primary key check (octet_length(id) = 16),
    organisation_id bytea not null references organisations (id),
    group_id bytea not null,
    group_epoch integer not null,
    state text not null check (state in ('draft', 'waiting', 'taken', 'closed')),
    sealed bytea not null,
    handling bytea,
    revision bigint not null,
    created_on date not null
);
create index intakes_of_group on intakes (group_id, state);

create table receipts (
    id bytea primary key check (octet_length(id) = 16),
    tag bytea not null unique check (octet_length(tag) = 32),
    organisation_id bytea not null references organisations (id),
    intake_id bytea,
    case_id bytea,
    deposit bytea not null,
    status bytea,
    letters bigint not null,
    sharing_stopped boolean not null,
    revision bigint not null
);
create index receipts_of_case on receipts (case_id);
create index receipts_of_intake on receipts (intake_id);

create table letters (
    receipt_id bytea not null references receipts (id) on delete cascade,
    seq bigint not null,
    direction text not null check (direction in ('to_person', 'from_person', 'look')),
    sealed bytea not null,
    sealed_copy bytea,
    seen boolean not null,
    primary key (receipt_id, seq, direction)
);

create table referrals (
    id bytea primary key check (octet_length(id) = 16),
    case_id bytea not null references cases (id) on delete cascade,
    sender_id bytea not null references organisations (id),
    receiver_id bytea not null references organisations (id),
    inbox_id bytea not null,
    inbox_epoch integer not null,
    state text not null,
    answer_by timestamp,
    notice bytea not null,
    packet bytea,
    revision bigint not null
);
create index referrals_in on referrals (receiver_id, state, id);
create index referrals_out on referrals (sender_id, state, id);
create index referrals_of_case on referrals (case_id);

create table referral_events (
    referral_id bytea not null references referrals (id) on delete cascade,
    seq bigint not null,
    state text not null,
    for_sender bytea,
    for_receiver bytea,
    primary key (referral_id, seq)
);

create table ledger_lines (
    id bytea primary key check (octet_length(id) = 16),
    organisation_id bytea not null,
    case_id bytea,
    position bigint,
    sealed bytea not null,
    sealed_for_case bytea,
    mac bytea not null check (octet_length(mac) = 32)
);
create unique index ledger_positions on ledger_lines (organisation_id, position);
create index ledger_of_case on ledger_lines (case_id);

create table checkpoints (
    organisation_id bytea not null,
    size bigint not null,
    head bytea not null check (octet_length(head) = 32),
    signature bytea not null check (octet_length(signature) = 64),
    primary key (organisation_id, size)
);

create table replies (
    tag bytea primary key check (octet_length(tag) = 32),
    request bytea not null check (octet_length(request) = 32),
    sealed bytea not null,
    created_on date not null
);

create table jobs (
    id bytea primary key check (octet_length(id) = 16),
    name text not null,
    payload text not null,
    ready_at timestamp not null,
    leased_until timestamp,
    attempts integer not null
);
create index jobs_ready on jobs (ready_at);

create table mails (
    id bytea primary key check (octet_length(id) = 16),
    sealed bytea not null,
    attempts integer not null
);

create table directory_organisations (
    id bytea primary key check (octet_length(id) = 16),
    publisher text not null,
    source_id text not null,
    source_digest bytea check (octet_length(source_digest) = 32),
    participant_id bytea references organisations (id),
    kind text not null,
    name text not null,
    description text,
    country text,
    url text,
    email text,
    phones text not null,
    details text not null,
    active boolean not null,
    search text not null,
    sort_key text collate "C" not null,
    updated_on date not null,
    revision bigint not null,
    unique (publisher, source_id)
);
create index directory_organisations_taking_part on directory_organisations (participant_id);
create index directory_organisations_sorted on directory_organisations (sort_key, id);

create table directory_services (
    id bytea primary key check (octet_length(id) = 16),
    publisher text not null,
    source_id text not null,
    source_digest bytea check (octet_length(source_digest) = 32),
    organisation_id bytea not null references directory_organisations (id) on delete cascade,
    name text not null,
    description text,
    status text not null,
    categories text not null,
    countries text not null,
    languages text not null,
    eligibility text not null,
    url text,
    email text,
    phones text not null,
    capacity integer,
    accepting boolean not null,
    answers_within_hours integer,
    verified_on date,
    details text not null,
    search text not null,
    sort_key text collate "C" not null,
    updated_on date not null,
    revision bigint not null,
    unique (publisher, source_id)
);
create index directory_services_sorted on directory_services (sort_key, id);
create index directory_services_of on directory_services (organisation_id);

create table directory_places (
    id bytea primary key check (octet_length(id) = 16),
    publisher text not null,
    source_id text not null,
    source_digest bytea check (octet_length(source_digest) = 32),
    organisation_id bytea references directory_organisations (id) on delete cascade,
    kind text not null,
    name text not null,
    address text,
    city text,
    region text,
    postal_code text,
    country text,
    latitude double precision,
    longitude double precision,
    confidential boolean not null,
    sealed bytea,
    phones text not null,
    details text not null,
    active boolean not null,
    search text not null,
    sort_key text collate "C" not null,
    updated_on date not null,
    revision bigint not null,
    unique (publisher, source_id)
);
create index directory_places_sorted on directory_places (sort_key, id);
create index directory_places_of on directory_places (organisation_id);

create table directory_service_places (
    id bytea not null unique check (octet_length(id) = 16),
    service_id bytea not null references directory_services (id) on delete cascade,
    place_id bytea not null references directory_places (id) on delete cascade,
    primary key (service_id, place_id)
);

-- One row that counts changes, so that what is kept in memory knows when it is old.
create table directory_changes (
    id integer primary key check (id = 1),
    changes bigint not null
);
insert into directory_changes (id, changes) values (1, 0);

create table directory_imports (
    id bytea primary key check (octet_length(id) = 16),
    publisher text not null,
    report text not null,
    imported_on date not null
);

create table agreements (
    sender_id bytea not null references organisations (id),
    receiver_id bytea not null references organisations (id),
    valid_until date,
    primary key (sender_id, receiver_id)
);
