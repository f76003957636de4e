-- Priorities of the safety plan of a team or municipality: the whole in the body, beside it what is searched by. State 2 = everybody who must be heard was. A change is a new version.
create table priority_profile (
  tenant text not null,
  version int not null check (version >= 1),
  state smallint not null,
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  body jsonb not null,
  primary key (tenant, version)
);
call protect_tenant_table('priority_profile');
grant select, insert, update on priority_profile to {service};
