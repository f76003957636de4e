-- Crews that capacity's published rosters plan: the last that was told of each. Its owner's alone, as duties of people are.
create table planned_roster (
  roster text primary key,
  tenant text not null,
  version bigint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  crews jsonb not null
);
create index planned_roster_by_end on planned_roster (tenant, ends_at);
alter table planned_roster enable row level security;
alter table planned_roster force row level security;
create policy planned_roster_read on planned_roster for select using (tenant = any((select app_own())::text[]));
create policy planned_roster_insert on planned_roster for insert with check (tenant = app_tenant());
create policy planned_roster_update on planned_roster for update using (tenant = app_tenant()) with check (tenant = app_tenant());
create policy planned_roster_delete on planned_roster for delete using (tenant = app_tenant());
grant select, insert, update, delete on planned_roster to {service};
