-- The relay's role counts parked messages for the degraded probe; what they hold stays out of its sight.
create policy relay_count on parked_message for select to {relay} using (true);
grant select (message_id, consumer, parked_at, replayed_at) on parked_message to {relay};
create index parked_message_waiting on parked_message (parked_at) where replayed_at is null;

-- A policy for the relay's role on part of a table stands beside the one for tenants, which asks for grants: it may ask, and
-- has none.
grant select (tenant, grantee, granted_at, expires_at, revoked_at) on sharing_grant to {relay};
