-- Conflicts: where more is asked or promised than there is. Whether one is open follows from its reservation, or from its blocks when strength dropped.
create table conflict (
  tenant text not null,
  id uuid primary key,
  reservation uuid,
  function text,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  body jsonb not null,
  check ((reservation is null) = (function is not null))
);
create index conflict_by_age on conflict (tenant, id desc);
create index conflict_of_drop on conflict (tenant, function, starts_at) where reservation is null;
call protect_tenant_table('conflict');
grant select, insert on conflict to {service};

-- Decisions of the driehoek, or of a municipality about its BOAs. State 3 = decided and carried out; a conflict has one such decision.
create table decision (
  tenant text not null,
  id uuid primary key,
  conflict uuid not null references conflict,
  state smallint not null,
  not_done boolean not null,
  version int not null,
  body jsonb not null
);
create unique index decision_of_conflict on decision (conflict) where state = 3;
create index decision_by_age on decision (tenant, id desc);
call protect_tenant_table('decision');
grant select, insert, update on decision to {service};
create policy weighing on decision for select to current_user using (true);

-- Displaced, or promised in part after a conflict: only by a decision.
alter table reservation add column decision uuid references decision;
alter table reservation add constraint displaced_by_decision check (state <> 8 or decision is not null);
