-- This instance's word that it wrote a card. Cards of before have none; they are read once, to be
-- taken over.
alter table cards add column mac bytea not null default '';
