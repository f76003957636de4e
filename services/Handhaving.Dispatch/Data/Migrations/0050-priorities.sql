-- Priorities of the safety plan that hold or held, as capacity tells of them: a municipality without its own follows its team's.
create table priorities (
  tenant text not null,
  version int not null check (version >= 1),
  revision bigint not null,
  profile text not null,
  valid_from date not null,
  valid_until date not null,
  themes jsonb not null,
  primary key (tenant, version)
);
alter table priorities enable row level security;
alter table priorities force row level security;
create policy priorities_read on priorities for select using (
  tenant = any((select app_readable())::text[]) or tenant in (select m.team from municipality m where m.code = any((select app_readable())::text[])));
create policy priorities_insert on priorities for insert with check (tenant = app_tenant());
create policy priorities_update on priorities for update using (tenant = app_tenant()) with check (tenant = app_tenant());
grant select, insert, update on priorities to {service};
