-- Earlier versions know only flags: whatever was said counts as a stop.
alter table cases add column sharing_stopped boolean not null default false;
update cases set sharing_stopped = true where stop is not null;
alter table cases drop column stop;
alter table receipts add column sharing_stopped boolean not null default false;
update receipts set sharing_stopped = true where stop is not null;
alter table receipts drop column stop;
