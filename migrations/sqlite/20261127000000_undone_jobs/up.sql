-- A job that was given up stays as a row, for the administrators of its organisation.
alter table jobs add column organisation_id blob check (length(organisation_id) = 16);
alter table jobs add column failure text;
alter table jobs add column given_up_on text;
-- The tries of a mail are those of its job.
alter table mails drop column attempts;
