drop index receipts_of_day;
alter table receipts drop column good_until;
alter table receipts drop column cost;
