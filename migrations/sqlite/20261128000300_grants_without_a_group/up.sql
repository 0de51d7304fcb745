-- A grant is found by a label that says nothing about its group. What was granted before is kept
-- beside it until somebody with the keys has taken it over.
alter table grants rename to grants_before;

create table grants (
    case_id blob not null references cases (id) on delete cascade,
    label blob not null check (length(label) = 32),
    case_epoch integer not null,
    sealed blob not null,
    quick blob,
    mac blob not null check (length(mac) = 32),
    primary key (case_id, label)
) strict, without rowid;
