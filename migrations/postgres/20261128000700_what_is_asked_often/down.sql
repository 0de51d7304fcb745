drop index ledger_unfolded;
create index intakes_of_group on intakes (group_id, state);
drop index intakes_closed;
drop index intakes_of_day;
