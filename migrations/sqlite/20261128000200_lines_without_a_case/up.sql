-- A line of the ledger no longer says which case it is about: a member with the case finds it by a
-- label under the case's key. All lines have both parts, at one size.
create table ledger_copies_due (
    line_id blob primary key check (length(line_id) = 16),
    case_id blob not null check (length(case_id) = 16),
    sealed_for_case blob
) strict, without rowid;
create index ledger_copies_due_of_case on ledger_copies_due (case_id);
insert into ledger_copies_due (line_id, case_id, sealed_for_case)
    select id, case_id, sealed_for_case from ledger_lines where case_id is not null;

create table ledger_lines_new (
    id blob primary key check (length(id) = 16),
    organisation_id blob not null,
    position integer,
    label blob not null unique check (length(label) = 32),
    sealed blob not null,
    sealed_for_case blob not null,
    mac blob not null check (length(mac) = 32)
) strict, without rowid;
insert into ledger_lines_new (id, organisation_id, position, label, sealed, sealed_for_case, mac)
    select id, organisation_id, position, randomblob(32), sealed, randomblob(1098), mac
    from ledger_lines;
drop table ledger_lines;
alter table ledger_lines_new rename to ledger_lines;
create unique index ledger_positions on ledger_lines (organisation_id, position);
