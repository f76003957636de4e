-- Facts of capacity per hour and kind, each counted once.
create table fact_hour (
  tenant text not null,
  hour timestamptz not null,
  kind text not null,
  count bigint not null,
  primary key (tenant, hour, kind)
);
call protect_tenant_table('fact_hour');
grant select, insert, update on fact_hour to {service};
