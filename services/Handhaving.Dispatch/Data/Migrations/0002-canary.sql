-- Marked incidents that watch over the chain: set = when the canary was sent, null = a real incident.
alter table incident add column canary_at timestamptz;

-- What is listed and shown never walks past canaries.
drop index incident_open;
drop index incident_recent;
create index incident_open on incident (tenant, priority, id) where state < 7 and canary_at is null;
create index incident_recent on incident (tenant, id desc) where canary_at is null;
create index incident_canary on incident (canary_at) where canary_at is not null;

-- Canaries go after a day, with all they left behind; nothing else can be deleted.
create policy relay_read_canary on incident for select to {relay} using (canary_at is not null);
create policy relay_delete_canary on incident for delete to {relay} using (canary_at is not null);
create policy relay_read_canary on timeline for select to {relay} using (kind = 'CanarySent');
create policy relay_delete_canary on timeline for delete to {relay} using (kind = 'CanarySent');
create policy relay_read_canary on request for select to {relay} using (method = 'handhaving.dispatch.v1.CanaryService/SendCanary');
create policy relay_delete_canary on request for delete to {relay} using (method = 'handhaving.dispatch.v1.CanaryService/SendCanary');
create policy relay_read_canary on inbox for select to {relay} using (consumer = 'dispatch-canary');
create policy relay_delete_canary on inbox for delete to {relay} using (consumer = 'dispatch-canary');
grant select, delete on incident, timeline, request, inbox to {relay};
create index request_canary on request (recorded_at) where method = 'handhaving.dispatch.v1.CanaryService/SendCanary';
create index inbox_canary on inbox (taken_at) where consumer = 'dispatch-canary';
create index timeline_canary on timeline (recorded_at) where kind = 'CanarySent';
