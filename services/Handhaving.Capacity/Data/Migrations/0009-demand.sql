-- Demand as dispatch's facts tell it. A call is known by its incident for as long as facts of it may still come; what else is kept is where, when, what and how urgent, and of no person anything.
-- Of each thing said stands beside it how late in the incident's history it was said, so that facts may come in any order.
create table demand_call (
  tenant text not null,
  incident uuid primary key,
  reported_at timestamptz,
  area text,
  area_said bigint not null default 0,
  family text not null default '',
  family_said bigint not null default 0,
  priority smallint not null default 0,
  priority_said bigint not null default 0,
  heard_at timestamptz not null default now()
);
create index demand_call_by_time on demand_call (tenant, reported_at);
create index demand_call_by_age on demand_call (heard_at);
call protect_tenant_table('demand_call');

-- Work of a unit on a call; of the unit is kept whether it is the police's.
create table demand_work (
  tenant text not null,
  assignment uuid primary key,
  incident uuid not null,
  police boolean not null,
  started_at timestamptz,
  on_scene_at timestamptz,
  ended_at timestamptz,
  heard_at timestamptz not null default now()
);
create index demand_work_of_call on demand_work (tenant, incident);
create index demand_work_by_age on demand_work (heard_at);
call protect_tenant_table('demand_work');

-- Calls of a whole hour that are old enough: sums alone.
create table demand_hour (
  tenant text not null,
  starts_at timestamptz not null check (extract(epoch from starts_at) % 3600 = 0),
  area text not null,
  family text not null,
  priority smallint not null,
  arrivals int not null,
  served int not null,
  police_seconds double precision not null,
  boa_seconds double precision not null,
  travels int not null,
  travel_seconds double precision not null,
  primary key (tenant, starts_at, area, family, priority)
);
call protect_tenant_table('demand_hour');
grant select, insert, update, delete on demand_call, demand_work, demand_hour to {service};
grant select (tenant, heard_at) on demand_call to {relay};
grant select (tenant, starts_at) on demand_hour to {relay};
create policy relay_sweeps on demand_call for select to {relay} using (true);
create policy relay_sweeps on demand_hour for select to {relay} using (true);

-- How long calls are known by their incident, and how long sums are kept.
create table demand_retention (
  kept text primary key check (kept in ('calls', 'hours')),
  days int not null check (days between 7 and 3660)
);
insert into demand_retention (kept, days) values ('calls', 92), ('hours', 1461);
grant select on demand_retention to {service}, {relay};
create function demand_kept_since(p_kept text, p_now timestamptz) returns timestamptz language sql stable as
  $$ select p_now - make_interval(days => days) from demand_retention where kept = p_kept $$;

-- Each call as one line of an hour. Work counts once it has an end.
create view demand_call_line with (security_invoker = true) as
select c.tenant, date_trunc('hour', c.reported_at, 'UTC') as starts_at, coalesce(c.area, c.tenant) as area, c.family, c.priority, c.heard_at, 1 as arrivals,
  (case when w.works > 0 then 1 else 0 end) as served, w.police_seconds, w.boa_seconds, w.travels, w.travel_seconds
from demand_call c cross join lateral (
  select count(*) as works,
    coalesce(sum(extract(epoch from greatest(d.ended_at - d.started_at, interval '0'))) filter (where d.police), 0)::double precision as police_seconds,
    coalesce(sum(extract(epoch from greatest(d.ended_at - d.started_at, interval '0'))) filter (where not d.police), 0)::double precision as boa_seconds,
    (count(*) filter (where d.on_scene_at > d.started_at))::int as travels,
    coalesce(sum(extract(epoch from d.on_scene_at - d.started_at)) filter (where d.on_scene_at > d.started_at), 0)::double precision as travel_seconds
  from demand_work d where d.tenant = c.tenant and d.incident = c.incident and d.started_at is not null and d.ended_at is not null) w
where c.reported_at is not null;

create view demand_line with (security_invoker = true) as
select tenant, starts_at, area, family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds from demand_hour
union all
select tenant, starts_at, area, family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds from demand_call_line;
grant select on demand_call_line, demand_line to {service};

-- Days on which demand is not that of their weekday, beside the public holidays and carnival: a fair, a match, a market. Kind `ordinary` makes a holiday a day like any other.
create table special_day (
  tenant text not null,
  day date not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  looks_like smallint check (looks_like between 0 and 6),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant, day)
);
call protect_tenant_table('special_day');
grant select, insert, update, delete on special_day to {service};
