alter table ledger_lines rename to ledger_lines_new;
alter table ledger_lines_new rename constraint ledger_lines_pkey to ledger_lines_new_pkey;
create table ledger_lines (
    id bytea primary key check (octet_length(id) = 16),
    organisation_id bytea not null,
    case_id bytea,
    position bigint,
    sealed bytea not null,
    sealed_for_case bytea,
    mac bytea not null check (octet_length(mac) = 32)
);
insert into ledger_lines (id, organisation_id, case_id, position, sealed, sealed_for_case, mac)
    select id, organisation_id, due.case_id, position, sealed, due.sealed_for_case, mac
    from ledger_lines_new left join ledger_copies_due as due on due.line_id = id;
drop table ledger_lines_new;
create unique index ledger_positions on ledger_lines (organisation_id, position);
create index ledger_of_case on ledger_lines (case_id);
drop table ledger_copies_due;
