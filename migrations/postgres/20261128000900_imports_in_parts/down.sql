drop index directory_imports_of;
alter table directory_imports drop column organisation_id;
alter table directory_places drop column active_before;
alter table directory_services drop column status_before;
alter table directory_organisations drop column active_before;
