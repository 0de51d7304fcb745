-- What the person said about sharing, signed with the receipt, in place of a flag in the clear.
-- A flag of the first release stays as one byte until the server has taken it over.
alter table cases add column stop bytea;
update cases set stop = '\x01' where sharing_stopped;
alter table cases drop column sharing_stopped;
alter table receipts add column stop bytea;
update receipts set stop = '\x01' where sharing_stopped;
alter table receipts drop column sharing_stopped;
