alter table cases drop column stop;
alter table receipts drop column stop;
