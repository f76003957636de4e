-- Rosters of a team over whole days. Like files of people they are their owner's alone: a grant shares capacity, and no plan of somebody's days.
create table roster (
  tenant text not null,
  id uuid primary key,
  staff_team text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  state smallint not null check (state between 1 and 3),
  version bigint not null,
  body jsonb not null,
  foreign key (tenant, staff_team) references staff_team
);
create index roster_by_age on roster (tenant, id desc);
create index roster_published on roster (tenant, ends_at) where state = 2;
alter table roster enable row level security;
alter table roster force row level security;
create policy roster_read on roster for select using (tenant = any((select app_own())::text[]));
create policy roster_insert on roster for insert with check (tenant = app_tenant());
create policy roster_update on roster for update using (tenant = app_tenant()) with check (tenant = app_tenant());
grant select, insert, update on roster to {service};

create table roster_shift (
  tenant text not null,
  roster uuid not null references roster,
  id uuid primary key,
  officer text collate "C" not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  body jsonb not null
);
create index roster_shift_by_roster on roster_shift (roster, starts_at);
create index roster_shift_by_officer on roster_shift (officer, ends_at);
alter table roster_shift enable row level security;
alter table roster_shift force row level security;
create policy roster_shift_read on roster_shift for select using (tenant = any((select app_own())::text[]));
create policy roster_shift_insert on roster_shift for insert with check (tenant = app_tenant());
create policy roster_shift_update on roster_shift for update using (tenant = app_tenant()) with check (tenant = app_tenant());
create policy roster_shift_delete on roster_shift for delete using (tenant = app_tenant());
grant select, insert, update, delete on roster_shift to {service};

-- How many of those that a report counts have a shift; null = no published roster says.
alter table strength add column planned int check (planned >= 0);

-- When somebody works by published rosters, wherever: the law judges all work of a person together, also that of somebody lent, whose other roster is another owner's. Times alone, of whom the caller keeps or borrows.
create policy judging_roster on roster for select to current_user using (true);
create policy judging_shift on roster_shift for select to current_user using (true);
create function shifts_of(p_officers text[], p_from timestamptz, p_until timestamptz) returns table (roster uuid, officer text, starts_at timestamptz, ends_at timestamptz, break_minutes int)
language sql stable security definer set search_path = public as $$
  select s.roster, s.officer, s.starts_at, s.ends_at, (s.body ->> 'breakMinutes')::int
  from roster_shift s join roster r on r.id = s.roster and r.state = 2
  where s.officer = any(p_officers) and s.ends_at > p_from and s.starts_at < p_until
    and exists (select from officer o where o.tenant = split_part(s.officer, '/', 2) and o.id = split_part(s.officer, '/', 4) and (o.tenant = any(app_own()) or o.borrowers && app_own())) $$;
revoke all on function shifts_of(text[], timestamptz, timestamptz) from public;
grant execute on function shifts_of(text[], timestamptz, timestamptz) to {service};
