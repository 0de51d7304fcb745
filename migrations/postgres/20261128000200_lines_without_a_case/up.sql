-- A line of the ledger no longer says which case it is about: a member with the case finds it by a
-- label under the case's key. All lines have both parts, at one size. The table is made anew, because
-- a dropped column stays in the rows.
create table ledger_copies_due (
    line_id bytea primary key check (octet_length(line_id) = 16),
    case_id bytea not null check (octet_length(case_id) = 16),
    sealed_for_case bytea
);
create index ledger_copies_due_of_case on ledger_copies_due (case_id);
insert into ledger_copies_due (line_id, case_id, sealed_for_case)
    select id, case_id, sealed_for_case from ledger_lines where case_id is not null;

alter table ledger_lines rename to ledger_lines_old;
alter table ledger_lines_old rename constraint ledger_lines_pkey to ledger_lines_old_pkey;
create table ledger_lines (
    id bytea primary key check (octet_length(id) = 16),
    organisation_id bytea not null,
    position bigint,
    label bytea not null unique check (octet_length(label) = 32),
    sealed bytea not null,
    sealed_for_case bytea not null,
    mac bytea not null check (octet_length(mac) = 32)
);
insert into ledger_lines (id, organisation_id, position, label, sealed, sealed_for_case, mac)
    select id, organisation_id, position,
        sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), sealed,
        substring((
            select string_agg(
                sha256(convert_to(gen_random_uuid()::text || n::text || encode(l.id, 'hex'), 'UTF8')), ''
            ) from generate_series(1, 35) as n
        ) from 1 for 1098), mac
    from ledger_lines_old as l;
drop table ledger_lines_old;
create unique index ledger_positions on ledger_lines (organisation_id, position);
