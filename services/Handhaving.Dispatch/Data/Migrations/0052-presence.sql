-- How many units were in a district at a minute, until the hour is over and told of. Numbers, and of no unit anything.
create table presence_minute (
  tenant text not null,
  area text not null,
  minute timestamptz not null check (extract(epoch from minute) % 60 = 0),
  boa int not null check (boa >= 0),
  police int not null check (police >= 0),
  primary key (tenant, area, minute)
);
create index presence_minute_by_time on presence_minute (minute);
call protect_tenant_table('presence_minute');
grant select, insert, delete on presence_minute to {service};
grant select (tenant, minute) on presence_minute to {relay};
create policy relay_sweeps on presence_minute for select to {relay} using (true);
