-- A job that was given up stays as a row, for the administrators of its organisation.
alter table jobs add column organisation_id bytea check (octet_length(organisation_id) = 16);
alter table jobs add column failure text;
alter table jobs add column given_up_on date;
-- The tries of a mail are those of its job.
alter table mails drop column attempts;
