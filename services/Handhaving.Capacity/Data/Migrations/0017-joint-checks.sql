-- A check of several organisations together: one task, read by each that takes part.
create table joint_check (
  tenant text not null,
  id uuid primary key,
  version int not null check (version >= 1),
  participants text[] not null,
  starts_at timestamptz not null,
  body jsonb not null
);
create index joint_check_of on joint_check using gin (participants);
alter table joint_check enable row level security;
alter table joint_check force row level security;
create policy joint_check_read on joint_check for select using (tenant = any((select app_own())::text[]) or participants && (select app_own())::text[]);
create policy joint_check_insert on joint_check for insert with check (tenant = app_tenant());
create policy joint_check_update on joint_check for update using (tenant = app_tenant()) with check (tenant = app_tenant());
grant select, insert, update on joint_check to {service};

-- What an organisation found there: its own alone, whatever it shares.
create table check_finding (
  tenant text not null,
  id uuid primary key,
  joint_check uuid not null references joint_check,
  text text not null,
  filed_by text not null,
  filed_at timestamptz not null
);
create index check_finding_of on check_finding (joint_check, tenant, id);
alter table check_finding enable row level security;
alter table check_finding force row level security;
create policy check_finding_read on check_finding for select using (tenant = any((select app_own())::text[]));
create policy check_finding_insert on check_finding for insert with check (tenant = app_tenant());
grant select, insert on check_finding to {service};
