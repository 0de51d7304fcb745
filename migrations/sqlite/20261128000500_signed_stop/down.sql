-- Earlier versions know only flags: whatever was said counts as a stop.
alter table cases add column sharing_stopped integer not null default 0;
update cases set sharing_stopped = 1 where stop is not null;
alter table cases drop column stop;
alter table receipts add column sharing_stopped integer not null default 0;
update receipts set sharing_stopped = 1 where stop is not null;
alter table receipts drop column stop;
