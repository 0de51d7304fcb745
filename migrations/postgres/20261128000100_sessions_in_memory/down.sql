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
