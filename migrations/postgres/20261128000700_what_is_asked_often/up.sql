-- The log of a day, and what is closed day by day, without a look at all other days.
create index intakes_of_day on intakes (organisation_id, created_on);
create index intakes_closed on intakes (group_id, state, created_on, id);
drop index intakes_of_group;

-- The checkpoint of every second looks at what is not folded, not at ten years of what is.
create index ledger_unfolded on ledger_lines (organisation_id, id) where position is null;
