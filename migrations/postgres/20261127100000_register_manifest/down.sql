create table groups (
    id bytea not null primary key check (octet_length(id) = 16),
    organisation_id bytea not null references organisations (id),
    epoch integer not null
);
insert into groups (id, organisation_id, epoch) select id, organisation_id, 1 from groups_before;
drop table groups_before;
drop table register_manifests;
