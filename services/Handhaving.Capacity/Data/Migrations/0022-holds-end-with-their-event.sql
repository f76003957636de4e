-- A hold ends with its time, and at the latest with what it is for.
drop index reservation_due;
create index reservation_due on reservation (least(hold_until, ends_at), id) where state in (1, 6);
grant select (ends_at) on reservation to {relay};
