-- What every service's database has beside its own tables: tenancy, audit, delivery, settings.
-- {service} and {relay} are the run-time roles; neither owns a table nor bypasses row-level security.

create table team (
  id text primary key,
  display_name text not null
);

create table municipality (
  code text primary key check (code ~ '^[0-9]{4}$'),
  display_name text not null,
  team text not null references team
);

-- Regional sharing: an explicit, expiring row, never a wildcard.
create table sharing_grant (
  id uuid primary key,
  tenant text not null,
  grantee text not null,
  object_class text not null,
  granted_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  authorised_by text not null,
  unique (tenant, grantee, object_class)
);
create index sharing_grant_by_grantee on sharing_grant (grantee);

-- The tenant that a transaction writes for; empty = none.
create function app_tenant() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('app.mun', true), '') $$;

-- The tenants that are the caller's own.
create function app_own() returns text[] language sql stable parallel safe as
  $$ select coalesce(string_to_array(nullif(current_setting('app.mun_read', true), ''), ','), '{}'::text[]) $$;

-- The tenants a transaction may read: the caller's own and those of live grants. Evaluated at each statement, so a
-- withdrawn grant counts at once.
create function app_readable() returns text[] language sql stable parallel safe as
  $$ select app_own() || array(
       select tenant from sharing_grant
       where grantee = any(app_own()) and granted_at <= now() and expires_at > now() and revoked_at is null) $$;

-- Puts a tenant table behind the wall: forced row-level security, one tenant to write, the readable ones to read.
create procedure protect_tenant_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy tenant_read on %s for select using (tenant = any((select app_readable())::text[]))', name);
  execute format('create policy tenant_insert on %s for insert with check (tenant = app_tenant())', name);
  execute format('create policy tenant_update on %s for update using (tenant = app_tenant()) with check (tenant = app_tenant())', name);
  execute format('create policy tenant_delete on %s for delete using (tenant = app_tenant())', name);
end $$;

alter table sharing_grant enable row level security;
alter table sharing_grant force row level security;
create policy grant_read on sharing_grant for select using (tenant = any((select app_own())::text[]) or grantee = any((select app_own())::text[]));
create policy grant_insert on sharing_grant for insert with check (tenant = app_tenant());
create policy grant_update on sharing_grant for update using (tenant = app_tenant()) with check (tenant = app_tenant());

-- Audit: append-only, one hash chain per tenant. The run-time roles may only call audit_append.
create table audit_head (
  tenant text primary key,
  sequence bigint not null,
  hash bytea not null
);
create table audit_line (
  tenant text not null,
  sequence bigint not null,
  recorded_at timestamptz not null,
  line text not null,
  hash bytea not null,
  primary key (tenant, sequence)
);
call protect_tenant_table('audit_head');
call protect_tenant_table('audit_line');

-- hash = SHA-256(previous hash || sequence | recorded time, UTC, microseconds | line). The head row is locked here, as
-- late as a transaction calls it, so that the sequence has no holes with any number of replicas.
create function audit_append(p_tenant text, p_lines text[]) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  v_sequence bigint;
  v_hash bytea;
  v_line text;
  v_at timestamptz;
begin
  if p_tenant is distinct from app_tenant() and not (p_tenant = any(app_readable())) then
    raise exception 'audit line for a tenant outside the call' using errcode = 'insufficient_privilege';
  end if;
  insert into audit_head (tenant, sequence, hash) values (p_tenant, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  select sequence, hash into strict v_sequence, v_hash from audit_head where tenant = p_tenant for update;
  foreach v_line in array p_lines loop
    v_sequence := v_sequence + 1;
    v_at := clock_timestamp();
    v_hash := sha256(v_hash || convert_to(
      v_sequence::text || '|' || to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '|' || v_line, 'UTF8'));
    insert into audit_line (tenant, sequence, recorded_at, line, hash) values (p_tenant, v_sequence, v_at, v_line, v_hash);
  end loop;
  update audit_head set sequence = v_sequence, hash = v_hash where tenant = p_tenant;
  return v_sequence;
end $$;

-- One effect per request: the answer is stored with a hash of the content, as long as the record lives.
create table request (
  tenant text not null,
  client text not null,
  method text not null,
  request_id uuid not null,
  content_hash bytea not null,
  answer text not null,
  recorded_at timestamptz not null default now(),
  primary key (tenant, client, method, request_id)
);
call protect_tenant_table('request');

-- Facts to publish, written with the state they speak of.
create table outbox (
  id bigint generated always as identity primary key,
  message_id uuid not null unique,
  tenant text not null,
  aggregate text not null,
  aggregate_sequence bigint not null,
  type text not null,
  body text not null,
  traceparent text,
  created_xid xid8 not null default pg_current_xact_id(),
  created_at timestamptz not null default now(),
  lease_until timestamptz,
  lease_number bigint not null default 0,
  return_count int not null default 0,
  sent_at timestamptz,
  unique (aggregate, aggregate_sequence)
);
create index outbox_unsent on outbox (id) where sent_at is null;
create index outbox_unsent_of_aggregate on outbox (aggregate, id) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;
call protect_tenant_table('outbox');
create policy relay_all on outbox to {relay} using (true) with check (true);

-- Messages taken: one row per consumer and message, inserted in the consumer's transaction.
create table inbox (
  consumer text not null,
  message_id uuid not null,
  tenant text not null,
  taken_at timestamptz not null default now(),
  primary key (consumer, message_id)
);
create index inbox_by_age on inbox (taken_at);
call protect_tenant_table('inbox');

-- Messages that a consumer could not take.
create table parked_message (
  message_id uuid not null,
  consumer text not null,
  tenant text not null,
  type text not null,
  reason text not null,
  text text not null,
  headers text not null,
  body bytea not null,
  parked_at timestamptz not null default now(),
  replayed_at timestamptz,
  replayed_by text,
  primary key (message_id, consumer)
);
call protect_tenant_table('parked_message');

-- Changes in the order of commits, for live screens: read by (xid, id) below the oldest open transaction.
create table feed (
  xid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  tenant text not null,
  subject text not null,
  kind smallint not null,
  body bytea not null,
  created_at timestamptz not null default now(),
  primary key (xid, id)
);
create index feed_by_age on feed (created_at);
call protect_tenant_table('feed');
create policy relay_all on feed to {relay} using (true) with check (true);

-- How far the feed has been pruned: a token before this place cannot be resumed.
create table feed_horizon (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null default '0',
  id bigint not null default 0
);
insert into feed_horizon default values;

-- Data that a municipality or team decides for itself; a value is never changed, a later version follows it.
create table setting (
  tenant text not null,
  key text not null,
  version bigint not null,
  value jsonb not null,
  valid_from timestamptz not null,
  changed_by text not null,
  change_reason text not null,
  recorded_at timestamptz not null default now(),
  primary key (tenant, key, version)
);
call protect_tenant_table('setting');

grant select on team, municipality to {service}, {relay};
grant select, insert, update on sharing_grant to {service};
grant select on audit_head, audit_line to {service};
grant execute on function audit_append(text, text[]) to {service};
grant select, insert on request, inbox, feed, setting to {service};
grant select, insert on outbox to {service};
grant select, insert, update on parked_message to {service};
grant select, update, delete on outbox to {relay};
grant select, delete on feed to {relay};
grant select, update on feed_horizon to {relay};
