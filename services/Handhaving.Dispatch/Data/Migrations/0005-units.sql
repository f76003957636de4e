-- What a unit carries and does while it is on duty. The version before this one leaves the new columns at their defaults.
alter table duty
  add column vehicle text,
  add column radio text,
  add column equipment text[] not null default '{}',
  add column ends_at timestamptz,
  add column end_told_at timestamptz,
  add column activity smallint not null default 1,
  add column activity_reason text,
  add column activity_since timestamptz,
  add column calls jsonb not null default '[]';
grant update on duty to {service};

-- The sweep of ended duties finds those of all tenants; each is then told in its own tenant's transaction.
create index duty_ending on duty (ends_at) where ends_at is not null and end_told_at is null;
create policy relay_read_ending on duty for select to {relay} using (ends_at is not null);
grant select on duty to {relay};

-- Whose unit it is, sees that it is taken and by which incident, wherever that lies; nothing of the incident itself.
create policy unit_owner_read on assignment for select using (active_unit is not null and split_part(active_unit, '/', 2) = any((select app_own())::text[]));
