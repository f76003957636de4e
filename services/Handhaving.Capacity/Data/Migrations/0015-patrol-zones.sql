-- Zones in which surveillance counts more: for a theme, in their period, and within it in their hours. The whole in the body, beside it what is searched by.
create table patrol_zone (
  tenant text not null,
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version int not null check (version >= 1),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  body jsonb not null,
  primary key (tenant, code)
);
create index patrol_zone_by_end on patrol_zone (tenant, ends_at);
call protect_tenant_table('patrol_zone');
grant select, insert, update on patrol_zone to {service};
