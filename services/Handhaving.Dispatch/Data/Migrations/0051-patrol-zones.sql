-- Zones in which surveillance counts more, as capacity tells of them: the last that was told of each. A municipality follows its team's too.
create table patrol_zone (
  zone text primary key,
  tenant text not null,
  version bigint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  body jsonb not null
);
create index patrol_zone_by_end on patrol_zone (tenant, ends_at);
alter table patrol_zone enable row level security;
alter table patrol_zone force row level security;
create policy patrol_zone_read on patrol_zone for select using (
  tenant = any((select app_readable())::text[]) or tenant in (select m.team from municipality m where m.code = any((select app_readable())::text[])));
create policy patrol_zone_insert on patrol_zone for insert with check (tenant = app_tenant());
create policy patrol_zone_update on patrol_zone for update using (tenant = app_tenant()) with check (tenant = app_tenant());
grant select, insert, update on patrol_zone to {service};
