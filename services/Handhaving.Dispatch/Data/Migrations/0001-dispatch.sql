-- Units and officers: seeded here; Capacity will own officers and Dispatch keeps this copy.
create table unit (
  tenant text not null,
  name text primary key,
  call_sign text not null,
  kind smallint not null,
  home_latitude double precision not null,
  home_longitude double precision not null,
  minimum_crew int not null default 1,
  sequence bigint not null default 0
);
create index unit_by_tenant on unit (tenant, call_sign);

create table officer (
  tenant text not null,
  id text primary key,
  appointments jsonb not null
);

-- A row exists while the unit is on duty; signing off deletes it.
create table duty (
  tenant text not null,
  unit text primary key references unit (name),
  signed_on_at timestamptz not null,
  signed_on_by text not null
);
create table duty_member (
  tenant text not null,
  officer text primary key references officer (id),
  unit text not null references duty (unit) on delete cascade
);
create index duty_member_by_unit on duty_member (unit);

create table incident_number (
  tenant text not null,
  year int not null,
  last bigint not null,
  primary key (tenant, year)
);

create table incident (
  tenant text not null,
  id uuid not null,
  version bigint not null,
  state smallint not null,
  priority int not null,
  number text not null,
  body jsonb not null,
  primary key (tenant, id),
  unique (tenant, number)
);
create index incident_open on incident (tenant, priority, id) where state < 6;
create index incident_recent on incident (tenant, id desc);

-- One row per assignment; the incident's body holds the whole. The slot of a unit is a constraint, never a look before the
-- write: at most one active assignment per unit, over all municipalities, and only while it is on duty.
create table assignment (
  tenant text not null,
  id uuid not null,
  incident uuid not null,
  unit text not null,
  state smallint not null,
  assigned_by text not null,
  expires_at timestamptz not null,
  active_unit text generated always as (case when state <= 4 then unit end) stored,
  primary key (tenant, id),
  foreign key (tenant, incident) references incident (tenant, id),
  constraint unit_is_on_duty foreign key (active_unit) references duty (unit)
);
create unique index one_active_assignment_per_unit on assignment (active_unit) where active_unit is not null;
create index assignment_offers on assignment (expires_at) where state = 1;

create table timeline (
  tenant text not null,
  incident uuid not null,
  sequence bigint not null,
  kind text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor text not null,
  unit text,
  text text,
  primary key (tenant, incident, sequence)
);

-- What was recommended, with all picks and rejections, as it was shown.
create table recommendation (
  tenant text not null,
  incident uuid not null,
  computed_at timestamptz not null,
  id uuid not null,
  body jsonb not null,
  primary key (tenant, incident, id)
);

-- How often each thing happened per owner and hour, kept by a consumer of our own events.
create table fact_hour (
  tenant text not null,
  hour timestamptz not null,
  kind text not null,
  count bigint not null,
  primary key (tenant, hour, kind)
);

call protect_tenant_table('unit');
call protect_tenant_table('officer');
call protect_tenant_table('duty');
call protect_tenant_table('duty_member');
call protect_tenant_table('incident_number');
call protect_tenant_table('incident');
call protect_tenant_table('assignment');
call protect_tenant_table('timeline');
call protect_tenant_table('recommendation');
call protect_tenant_table('fact_hour');

-- The expiry sweep finds offers of all tenants; each is then ended in its own tenant's transaction.
create policy relay_read on assignment for select to {relay} using (true);
grant select on assignment to {relay};

grant select, update on unit to {service};
grant select on officer to {service};
grant select, insert, delete on duty, duty_member to {service};
grant select, insert, update on incident_number, incident, assignment, fact_hour to {service};
grant select, insert on timeline, recommendation to {service};
