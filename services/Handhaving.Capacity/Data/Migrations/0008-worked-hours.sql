-- When units came on and went off duty, and with whom: dispatch's facts, whatever their order. Hours worked follow from them.
create table duty_fact (
  tenant text not null,
  unit text not null,
  sequence bigint not null,
  at timestamptz not null,
  crew text[],
  primary key (unit, sequence)
);
create index duty_fact_by_crew on duty_fact using gin (crew) where crew is not null;
create index duty_fact_by_time on duty_fact (tenant, at);
alter table duty_fact enable row level security;
alter table duty_fact force row level security;
create policy duty_fact_read on duty_fact for select using (tenant = any((select app_own())::text[]));
create policy duty_fact_insert on duty_fact for insert with check (tenant = app_tenant());
create policy duty_fact_delete on duty_fact for delete using (tenant = app_tenant());
grant select, insert, delete on duty_fact to {service};
grant select (tenant, at) on duty_fact to {relay};
create policy relay_looks on duty_fact for select to {relay} using (true);

-- A duty that nobody ended is reckoned to have lasted 16 hours at most.
create policy judging_duty on duty_fact for select to current_user using (true);
create function worked_by(p_officers text[], p_from timestamptz, p_until timestamptz) returns table (officer text, starts_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = public as $$
  select a.name, d.at, least(coalesce(n.at, now()), d.at + interval '16 hours')
  from unnest(p_officers) a (name)
  join duty_fact d on d.tenant = split_part(a.name, '/', 2) and d.crew @> array[split_part(a.name, '/', 4)] and d.at < p_until and d.at > p_from - interval '1 day'
  left join lateral (select f.at from duty_fact f where f.unit = d.unit and f.sequence > d.sequence order by f.sequence limit 1) n on true
  where least(coalesce(n.at, now()), d.at + interval '16 hours') > greatest(p_from, d.at)
    and exists (select from officer o where o.tenant = split_part(a.name, '/', 2) and o.id = split_part(a.name, '/', 4) and (o.tenant = any(app_own()) or o.borrowers && app_own())) $$;
revoke all on function worked_by(text[], timestamptz, timestamptz) from public;
grant execute on function worked_by(text[], timestamptz, timestamptz) to {service};

-- Shifts of which was told that rest before them falls short; each once, and again when the shift moves.
create table rest_warning (
  tenant text not null,
  shift uuid not null,
  starts_at timestamptz not null,
  warned_at timestamptz not null,
  primary key (shift, starts_at)
);
call protect_tenant_table('rest_warning');
grant select, insert on rest_warning to {service};
