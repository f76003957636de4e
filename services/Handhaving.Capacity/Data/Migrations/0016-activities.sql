-- Projects, preventive activities and traffic work: what they are for and who gives how many hours. Kind 1 = project, 2 = prevention, 3 = traffic.
create table activity (
  tenant text not null,
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version int not null check (version >= 1),
  kind smallint not null,
  police_hours boolean not null,
  body jsonb not null,
  primary key (tenant, code)
);
call protect_tenant_table('activity');

-- Hours of an organisation on an activity on a day, apart from the hours of units on incidents.
create table activity_hours (
  tenant text not null,
  activity text not null,
  day date not null,
  organisation text not null,
  planned double precision not null default 0 check (planned >= 0),
  delivered double precision not null default 0 check (delivered >= 0),
  primary key (tenant, activity, day, organisation),
  foreign key (tenant, activity) references activity
);
call protect_tenant_table('activity_hours');

-- For whom prevention is meant, beside the usual groups.
create table target_group (
  tenant text not null,
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  display_name text not null,
  primary key (tenant, code)
);
call protect_tenant_table('target_group');
grant select, insert, update on activity, activity_hours, target_group to {service};
