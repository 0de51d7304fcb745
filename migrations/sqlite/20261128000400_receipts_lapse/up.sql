-- What a run of Argon2 cost when the receipt was made. It is not known before the digits are.
alter table receipts add column cost text not null default 'former'
    check (cost in ('former', 'present'));
-- The last day of a month: a year after the last use. Those that are there count from now.
alter table receipts add column good_until text not null default '9999-12-31';
update receipts set good_until = date('now', 'start of month', '+13 months', '-1 day');
create index receipts_of_day on receipts (good_until);
