-- How long an owner keeps what: 1 = people after their last contract, 2 = rosters after their last day, 3 = reservations after what they are for. Where it set no term the product's holds.
create table retention_term (
  tenant text not null,
  kind smallint not null check (kind between 1 and 3),
  days int not null check (days between 1 and 7300),
  reason text not null,
  set_by text not null,
  set_at timestamptz not null,
  version int not null check (version >= 1),
  primary key (tenant, kind)
);
call protect_tenant_table('retention_term');
grant select, insert, update on retention_term to {service};

-- What is over its term goes, with all that was kept beside it.
create policy officer_delete on officer for delete using (tenant = app_tenant());
create policy roster_delete on roster for delete using (tenant = app_tenant());
grant delete on officer, roster, reservation, competence_warning, rest_warning, request to {service};
create index reservation_by_end on reservation (tenant, ends_at);
create index roster_by_end on roster (tenant, ends_at);
