-- The register as one object: the newest manifest of each organisation.
create table register_manifests (
    organisation_id blob not null primary key references organisations (id),
    number integer not null,
    epoch integer not null,
    sealed blob not null
) strict, without rowid;
-- Which groups there are stands in the manifest. Of registers that have none yet, it is remembered
-- until a key administrator has signed the first.
create table groups_before (
    id blob not null primary key check (length(id) = 16),
    organisation_id blob not null references organisations (id)
) strict, without rowid;
insert into groups_before (id, organisation_id) select id, organisation_id from groups;
drop table groups;
