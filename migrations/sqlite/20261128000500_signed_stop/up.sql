-- The person's word that nothing be shared, signed with the receipt. The flags beside it only find.
alter table receipts add column stop blob;
alter table cases add column stop blob;
