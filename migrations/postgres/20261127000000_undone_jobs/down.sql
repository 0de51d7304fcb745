alter table mails add column attempts integer not null default 0;
-- An older version would try for ever what was given up.
delete from jobs where given_up_on is not null;
alter table jobs drop column given_up_on;
alter table jobs drop column failure;
alter table jobs drop column organisation_id;
