-- Every clear column is a possible leak: docs/clear-columns.md lists each with its reason,
-- and a test fails when one is missing there.

create table organisations (
    id blob primary key check (length(id) = 16),
    sealed blob not null,
    changes integer not null,
    created_on text not null,
    revision integer not null
) strict, without rowid;

create table published_keys (
    organisation_id blob not null references organisations (id),
    purpose text not null check (purpose in ('inbox', 'queue', 'auditors')),
    group_id blob not null check (length(group_id) = 16),
    epoch integer not null,
    entry blob not null,
    primary key (organisation_id, purpose)
) strict, without rowid;

create table accounts (
    id blob primary key check (length(id) = 16),
    organisation_id blob not null references organisations (id),
    lookup blob not null unique check (length(lookup) = 32),
    state text not null check (state in ('waiting', 'active', 'locked', 'removed')),
    profile blob not null,
    identity blob not null,
    keyring blob not null,
    keyring_version integer not null,
    revision integer not null
) strict, without rowid;
create index accounts_of_organisation on accounts (organisation_id, id);

create table unlock_methods (
    account_id blob not null references accounts (id) on delete cascade,
    method text not null,
    params blob not null,
    salt blob not null check (length(salt) = 16),
    verifier blob not null check (length(verifier) = 32),
    wrapped blob not null,
    primary key (account_id, method)
) strict, without rowid;

create table deliveries (
    id blob primary key check (length(id) = 16),
    lookup blob not null check (length(lookup) = 32),
    sealed blob not null
) strict, without rowid;
create index deliveries_found on deliveries (lookup);

create table invitations (
    id blob primary key check (length(id) = 16),
    organisation_id blob not null references organisations (id),
    lookup blob not null unique check (length(lookup) = 32),
    sealed blob not null,
    expires_on text not null
) strict, without rowid;

create table sessions (
    lookup blob primary key check (length(lookup) = 32),
    id blob not null unique check (length(id) = 16),
    account_id blob references accounts (id) on delete cascade,
    stage text not null check (stage in ('second_factor', 'full', 'receipt')),
    sealed blob not null,
    created_at text not null,
    seen_at text not null
) strict, without rowid;
create index sessions_of_account on sessions (account_id);

create table register_entries (
    organisation_id blob not null references organisations (id),
    lookup blob not null check (length(lookup) = 32),
    version integer not null,
    epoch integer not null,
    sealed blob not null,
    primary key (organisation_id, lookup)
) strict, without rowid;

create table groups (
    id blob primary key check (length(id) = 16),
    organisation_id blob not null references organisations (id),
    epoch integer not null
) strict, without rowid;

create table cases (
    id blob primary key check (length(id) = 16),
    organisation_id blob not null references organisations (id),
    epoch integer not null,
    revision integer not null,
    sharing_stopped integer not null
) strict, without rowid;

create table case_records (
    case_id blob not null references cases (id) on delete cascade,
    seq integer not null,
    epoch integer not null,
    sealed blob not null,
    primary key (case_id, seq)
) strict, without rowid;

create table grants (
    case_id blob not null references cases (id) on delete cascade,
    group_id blob not null check (length(group_id) = 16),
    group_epoch integer not null,
    case_epoch integer not null,
    sealed blob not null,
    quick blob,
    primary key (case_id, group_id)
) strict, without rowid;
create index grants_of_group on grants (group_id, group_epoch, case_id);

create table cards (
    case_id blob primary key references cases (id) on delete cascade,
    organisation_id blob not null references organisations (id),
    revision integer not null,
    change integer not null,
    sealed blob not null
) strict, without rowid;
create index cards_changed on cards (organisation_id, change);

create table intakes (
    id blob primary key check (length(id) = 16),
    organisation_id blob not null references organisations (id),
    group_id blob not null,
    group_epoch integer not null,
    state text not null check (state in ('draft', 'waiting', 'taken', 'closed')),
    sealed blob not null,
    handling blob,
    revision integer not null,
    created_on text not null
) strict, without rowid;
create index intakes_of_group on intakes (group_id, state);

create table receipts (
    id blob primary key check (length(id) = 16),
    tag blob not null unique check (length(tag) = 32),
    organisation_id blob not null references organisations (id),
    intake_id blob,
    case_id blob,
    deposit blob not null,
    status blob,
    letters integer not null,
    sharing_stopped integer not null,
    revision integer not null
) strict, without rowid;
create index receipts_of_case on receipts (case_id);
create index receipts_of_intake on receipts (intake_id);

create table letters (
    receipt_id blob not null references receipts (id) on delete cascade,
    seq integer not null,
    direction text not null check (direction in ('to_person', 'from_person', 'look')),
    sealed blob not null,
    sealed_copy blob,
    seen integer not null,
    primary key (receipt_id, seq, direction)
) strict, without rowid;

create table referrals (
    id blob primary key check (length(id) = 16),
    case_id blob not null references cases (id) on delete cascade,
    sender_id blob not null references organisations (id),
    receiver_id blob not null references organisations (id),
    inbox_id blob not null,
    inbox_epoch integer not null,
    state text not null,
    answer_by text,
    notice blob not null,
    packet blob,
    revision integer not null
) strict, without rowid;
create index referrals_in on referrals (receiver_id, state, id);
create index referrals_out on referrals (sender_id, state, id);
create index referrals_of_case on referrals (case_id);

create table referral_events (
    referral_id blob not null references referrals (id) on delete cascade,
    seq integer not null,
    state text not null,
    for_sender blob,
    for_receiver blob,
    primary key (referral_id, seq)
) strict, without rowid;

create table ledger_lines (
    id blob primary key check (length(id) = 16),
    organisation_id blob not null,
    case_id blob,
    position integer,
    sealed blob not null,
    sealed_for_case blob,
    mac blob not null check (length(mac) = 32)
) strict, without rowid;
create unique index ledger_positions on ledger_lines (organisation_id, position);
create index ledger_of_case on ledger_lines (case_id);

create table checkpoints (
    organisation_id blob not null,
    size integer not null,
    head blob not null check (length(head) = 32),
    signature blob not null check (length(signature) = 64),
    primary key (organisation_id, size)
) strict, without rowid;

create table replies (
    tag blob primary key check (length(tag) = 32),
    request blob not null check (length(request) = 32),
    sealed blob not null,
    created_on text not null
) strict, without rowid;

create table jobs (
    id blob primary key check (length(id) = 16),
    name text not null,
    payload text not null,
    ready_at text not null,
    leased_until text,
    attempts integer not null
) strict, without rowid;
create index jobs_ready on jobs (ready_at);

create table mails (
    id blob primary key check (length(id) = 16),
    sealed blob not null,
    attempts integer not null
) strict, without rowid;

create table directory_organisations (
    id blob primary key check (length(id) = 16),
    publisher text not null,
    source_id text not null,
    source_digest blob check (length(source_digest) = 32),
    participant_id blob references organisations (id),
    kind text not null,
    name text not null,
    description text,
    country text,
    url text,
    email text,
    phones text not null,
    details text not null,
    active integer not null,
    search text not null,
    sort_key text not null,
    updated_on text not null,
    revision integer not null,
    unique (publisher, source_id)
) strict, without rowid;
create index directory_organisations_taking_part on directory_organisations (participant_id);
create index directory_organisations_sorted on directory_organisations (sort_key, id);

create table directory_services (
    id blob primary key check (length(id) = 16),
    publisher text not null,
    source_id text not null,
    source_digest blob check (length(source_digest) = 32),
    organisation_id blob not null references directory_organisations (id) on delete cascade,
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
    accepting integer not null,
    answers_within_hours integer,
    verified_on text,
    details text not null,
    search text not null,
    sort_key text not null,
    updated_on text not null,
    revision integer not null,
    unique (publisher, source_id)
) strict, without rowid;
create index directory_services_sorted on directory_services (sort_key, id);
create index directory_services_of on directory_services (organisation_id);

create table directory_places (
    id blob primary key check (length(id) = 16),
    publisher text not null,
    source_id text not null,
    source_digest blob check (length(source_digest) = 32),
    organisation_id blob references directory_organisations (id) on delete cascade,
    kind text not null,
    name text not null,
    address text,
    city text,
    region text,
    postal_code text,
    country text,
    latitude real,
    longitude real,
    confidential integer not null,
    sealed blob,
    phones text not null,
    details text not null,
    active integer not null,
    search text not null,
    sort_key text not null,
    updated_on text not null,
    revision integer not null,
    unique (publisher, source_id)
) strict, without rowid;
create index directory_places_sorted on directory_places (sort_key, id);
create index directory_places_of on directory_places (organisation_id);

create table directory_service_places (
    id blob not null unique check (length(id) = 16),
    service_id blob not null references directory_services (id) on delete cascade,
    place_id blob not null references directory_places (id) on delete cascade,
    primary key (service_id, place_id)
) strict, without rowid;

-- One row that counts changes, so that what is kept in memory knows when it is old.
create table directory_changes (
    id integer primary key check (id = 1),
    changes integer not null
) strict, without rowid;
insert into directory_changes (id, changes) values (1, 0);

create table directory_imports (
    id blob primary key check (length(id) = 16),
    publisher text not null,
    report text not null,
    imported_on text not null
) strict, without rowid;

create table agreements (
    sender_id blob not null references organisations (id),
    receiver_id blob not null references organisations (id),
    valid_until text,
    primary key (sender_id, receiver_id)
) strict, without rowid;
