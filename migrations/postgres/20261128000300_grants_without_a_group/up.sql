-- A grant is found by a label that says nothing about its group. What was granted before is kept
-- beside it until somebody with the keys has taken it over.
alter table grants rename to grants_before;
alter index grants_pkey rename to grants_before_pkey;

create table grants (
    case_id bytea not null references cases (id) on delete cascade,
    label bytea not null check (octet_length(label) = 32),
    case_epoch integer not null,
    sealed bytea not null,
    quick bytea,
    mac bytea not null check (octet_length(mac) = 32),
    primary key (case_id, label)
);
