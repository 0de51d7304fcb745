create table ledger_lines_old (
    id blob primary key check (length(id) = 16),
    organisation_id blob not null,
    case_id blob,
    position integer,
    sealed blob not null,
    sealed_for_case blob,
    mac blob not null check (length(mac) = 32)
) strict, without rowid;
insert into ledger_lines_old (id, organisation_id, case_id, position, sealed, sealed_for_case, mac)
    select id, organisation_id, due.case_id, position, sealed, due.sealed_for_case, mac
    from ledger_lines left join ledger_copies_due as due on due.line_id = id;
drop table ledger_lines;
alter table ledger_lines_old rename to ledger_lines;
create unique index ledger_positions on ledger_lines (organisation_id, position);
create index ledger_of_case on ledger_lines (case_id);
drop table ledger_copies_due;
