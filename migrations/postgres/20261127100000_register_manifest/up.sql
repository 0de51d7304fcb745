-- The register as one object: the newest manifest of each organisation.
create table register_manifests (
    organisation_id bytea not null primary key references organisations (id),
    number bigint not null,
    epoch integer not null,
    sealed bytea not null
);
-- Which groups there are stands in the manifest. Of registers that have none yet, it is remembered
-- until a key administrator has signed the first.
create table groups_before (
    id bytea not null primary key check (octet_length(id) = 16),
    organisation_id bytea not null references organisations (id)
);
insert into groups_before (id, organisation_id) select id, organisation_id from groups;
drop table groups;
