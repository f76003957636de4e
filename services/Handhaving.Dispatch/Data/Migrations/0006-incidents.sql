-- What incidents are found by, taken from the whole by the database itself: also rows that the version before this one writes have it.
create function instant(text) returns timestamptz language sql immutable parallel safe as
  $$ select $1::timestamptz $$; -- the text always names its offset

-- About 550 m north by 560 m east at 51 degrees: near incidents lie in the same cell or one beside it.
create function place_cell(latitude double precision, longitude double precision) returns bigint language sql immutable parallel safe as
  $$ select floor(latitude / 0.005)::bigint * 100000 + floor(longitude / 0.008)::bigint $$;

alter table incident
  add column type text generated always as (body->>'type') stored,
  add column family text generated always as (split_part(body->>'type', '.', 1)) stored,
  add column cell bigint generated always as (place_cell((body->'place'->'point'->>'latitude')::double precision, (body->'place'->'point'->>'longitude')::double precision)) stored,
  add column reported_at timestamptz generated always as (instant(body->>'reportedAt')) stored,
  add column created_at timestamptz generated always as (instant(body->>'createdAt')) stored,
  add column handled_at timestamptz generated always as (instant(body->>'handledAt')) stored,
  add column due_at timestamptz generated always as (instant(body->'hold'->>'due')) stored,
  add column words tsvector generated always as (
    to_tsvector('dutch', coalesce(body->>'description', '') || ' ' || coalesce(body->'place'->>'description', ''))) stored,
  -- On the live board: not closed (7), cancelled (8) or scheduled (9).
  add column live boolean generated always as (state not in (7, 8, 9)) stored,
  -- Handled (6), closed or cancelled.
  add column ended boolean generated always as (state in (6, 7, 8)) stored;

drop index incident_open;
create index incident_live on incident (tenant, priority, id) where live and canary_at is null;
create index incident_not_ended on incident (tenant, id desc) where not ended and canary_at is null;
create index incident_near on incident (tenant, family, cell, reported_at) where canary_at is null;
create index incident_words on incident using gin (words) where canary_at is null;
create index incident_due on incident (due_at) where due_at is not null;
create index incident_to_close on incident (tenant, handled_at) where state = 6;
create index assignment_of_unit on assignment (unit, incident);

-- The sweep of timers finds incidents of all tenants; each is then changed in its own tenant's transaction.
create policy relay_read_due on incident for select to {relay} using (due_at is not null or state = 6);

-- Who reported an incident: personal data, in a table of its own, never in an event, a feed or a stored answer.
create table reporter (
  tenant text not null,
  incident uuid not null,
  display_name text not null,
  phone text not null,
  email text not null,
  wants_answer boolean not null,
  recorded_at timestamptz not null default now(),
  primary key (tenant, incident)
);
call protect_tenant_table('reporter');
grant select, insert on reporter to {service};
