-- What was granted or taken over since names no group: it cannot be put back.
drop table grants;
alter table grants_before rename to grants;
alter index grants_before_pkey rename to grants_pkey;
