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
