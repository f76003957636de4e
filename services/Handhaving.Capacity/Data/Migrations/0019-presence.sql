-- How long units were in a district in an hour, as dispatch tells of it; kept for a quarter of a year. Numbers, and of no unit or person anything.
create table presence_hour (
  tenant text not null,
  area text not null,
  starts_at timestamptz not null check (extract(epoch from starts_at) % 3600 = 0),
  boa_minutes int not null check (boa_minutes >= 0),
  police_minutes int not null check (police_minutes >= 0),
  primary key (tenant, area, starts_at)
);
create index presence_hour_by_time on presence_hour (tenant, starts_at);
call protect_tenant_table('presence_hour');

-- Minutes that somebody is to be in a district in a shift: 1 = day, 2 = evening, 3 = night.
create table presence_norm (
  tenant text not null,
  area text not null,
  shift smallint not null check (shift between 1 and 3),
  minutes int not null check (minutes >= 0),
  primary key (tenant, area, shift)
);
call protect_tenant_table('presence_norm');
grant select, insert, update, delete on presence_hour, presence_norm to {service};
