-- What planners are told of; kept for a quarter of a year. Some of it is about a person: like files of people it is its owner's alone.
create table notice (
  tenant text not null,
  id uuid primary key,
  kind smallint not null check (kind >= 1),
  subject text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  occurred_at timestamptz not null
);
create index notice_by_age on notice (tenant, id desc);
create index notice_by_time on notice (tenant, occurred_at);
alter table notice enable row level security;
alter table notice force row level security;
create policy notice_read on notice for select using (tenant = any((select app_own())::text[]));
create policy notice_insert on notice for insert with check (tenant = app_tenant());
create policy notice_delete on notice for delete using (tenant = app_tenant());
grant select, insert, delete on notice to {service};
