-- What was granted or taken over since names no group: it cannot be put back.
drop table grants;
alter table grants_before rename to grants;
