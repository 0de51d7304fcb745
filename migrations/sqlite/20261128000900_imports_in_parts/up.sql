-- What an entry was before it vanished from its publisher's file, so that it comes back as it was.
alter table directory_organisations add column active_before integer;
alter table directory_services add column status_before text;
alter table directory_places add column active_before integer;

-- Who imported a file, so that she is told when somebody else removes what was in it.
alter table directory_imports add column organisation_id blob references organisations (id);
create index directory_imports_of on directory_imports (publisher, organisation_id);
