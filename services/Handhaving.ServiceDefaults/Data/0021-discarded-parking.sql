-- A parked message that can never be taken is set aside by somebody, with the reason; the row stays and nobody is alarmed by it any more.
alter table parked_message add discarded_at timestamptz, add discarded_by text, add discard_reason text;

-- A replay holds the message while it is published, outside any transaction: nobody else replays or discards it meanwhile.
alter table parked_message add replay_lease_until timestamptz;

create index parked_message_undecided on parked_message (parked_at) where replayed_at is null and discarded_at is null;
grant select (discarded_at) on parked_message to {relay};
