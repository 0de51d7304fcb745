-- The person's word that nothing be shared, signed with the receipt. The flags beside it only find.
alter table receipts add column stop bytea;
alter table cases add column stop bytea;
