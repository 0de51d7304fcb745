create table groups (
    id blob not null primary key check (length(id) = 16),
    organisation_id blob not null references organisations (id),
    epoch integer not null
) strict;
insert into groups (id, organisation_id, epoch) select id, organisation_id, 1 from groups_before;
drop table groups_before;
drop table register_manifests;
