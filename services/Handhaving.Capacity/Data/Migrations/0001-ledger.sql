-- What people of a team can be put to; data that a region may add to.
create table staff_function (
  code text primary key check (code ~ '^[a-z0-9-]+$'),
  display_name text not null,
  police boolean not null
);
insert into staff_function (code, display_name, police) values
  ('noodhulp', 'Noodhulp', true),
  ('wijkagent', 'Wijkagent', true),
  ('toezicht-te-voet', 'Toezicht te voet', true),
  ('motor', 'Motor', true),
  ('verkeer', 'Verkeer', true),
  ('me-bijstand', 'ME en bijstand', true),
  ('voetbal', 'Voetbal', true),
  ('commandant', 'Commandant', true),
  ('centralist', 'Centralist', true),
  ('camera-observant', 'Cameraobservant', true),
  ('boa-1', 'Boa domein I, openbare ruimte', false),
  ('boa-2', 'Boa domein II, milieu, welzijn en infrastructuur', false);
grant select on staff_function to {service};

-- What was reported of the strength of a function, and what was decided about its minimum: each report is kept, and each block names the one that it has.
create table strength (
  tenant text not null,
  id uuid primary key,
  function text not null references staff_function,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  established int not null check (established >= 0),
  losses jsonb not null,
  reported_by text not null,
  reported_at timestamptz not null
);
create index strength_by_owner on strength (tenant, function, reported_at);
call protect_tenant_table('strength');
grant select, insert on strength to {service};

create table waterline (
  tenant text not null,
  id uuid primary key,
  function text not null references staff_function,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  minimum int not null check (minimum >= 0),
  reason text not null,
  changed_by text not null,
  changed_at timestamptz not null
);
create index waterline_by_owner on waterline (tenant, function, changed_at);
call protect_tenant_table('waterline');
grant select, insert on waterline to {service};

-- Fifteen minutes of one team and function (capaciteitsblok). What is promised is counted here and nowhere else; waived are those of it that a decision let go below the waterline.
create table capacity_block (
  tenant text not null,
  function text not null references staff_function,
  starts_at timestamptz not null check (extract(epoch from starts_at) % 900 = 0),
  strength uuid references strength,
  waterline_id uuid references waterline,
  plannable int not null default 0 check (plannable >= 0),
  waterline int not null default 0 check (waterline >= 0),
  held int not null default 0 check (held >= 0),
  confirmed int not null default 0 check (confirmed >= 0),
  waived int not null default 0 check (waived >= 0),
  version bigint not null default 1,
  primary key (tenant, function, starts_at)
);
call protect_tenant_table('capacity_block');
grant select, insert, update on capacity_block to {service};

-- Claims of cases. A municipality claims blocks of its team, which are not its own to write: the two functions below do that for it, past the wall and for what they name.
create table reservation (
  tenant text not null,
  id uuid primary key,
  case_id text not null,
  case_version int not null check (case_version >= 1),
  state smallint not null,
  hold_until timestamptz,
  owners text[] not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  awaits text[] not null,
  version int not null,
  body jsonb not null,
  unique (tenant, case_id, case_version)
);
create unique index reservation_held on reservation (tenant, case_id) where state = 1;
create unique index reservation_waiting on reservation (tenant, case_id) where state = 6;
create unique index reservation_promised on reservation (tenant, case_id) where state in (2, 7);
create index reservation_due on reservation (hold_until) where state in (1, 6);
create index reservation_live on reservation (ends_at) where state in (1, 2, 6, 7);
create index reservation_by_age on reservation (tenant, id desc);
call protect_tenant_table('reservation');
grant select, insert, update on reservation to {service};
grant select (tenant, id, case_id, state, hold_until) on reservation to {relay};
create policy relay_sweeps on reservation for select to {relay} using (true);

create policy claiming on capacity_block to current_user using (true) with check (true);

-- The blocks named, locked in one order, so that no two claims wait for each other in a circle; of whom the caller may not read nothing is told. A claim that has to wait for many others
-- waits longer than a statement does elsewhere, and within its own limit.
create function lock_blocks(p_owners text[], p_functions text[], p_starts timestamptz[])
returns table (tenant text, function text, starts_at timestamptz, plannable int, waterline int, held int, confirmed int, waived int)
language plpgsql security definer set search_path = public set lock_timeout = '4s' as $$
declare
  v_readable text[] := app_readable();
begin
  return query
    select l.* from (
      select b.tenant, b.function, b.starts_at, b.plannable, b.waterline, b.held, b.confirmed, b.waived
      from capacity_block b join unnest(p_owners, p_functions, p_starts) as asked (o, f, s) on b.tenant = asked.o and b.function = asked.f and b.starts_at = asked.s
      order by b.tenant collate "C", b.function collate "C", b.starts_at
      for update of b) l
    where l.tenant = any(v_readable);
end $$;
revoke all on function lock_blocks(text[], text[], timestamptz[]) from public;
grant execute on function lock_blocks(text[], text[], timestamptz[]) to {service};

-- Adds to what is held, confirmed and waived. More is promised only where it is free and only of whom the caller may read; giving back needs neither, for that must always be possible.
-- Below the waterline goes only what the decision named waives, decided by the owner of the block, and never further than there are people.
create function move_blocks(p_owners text[], p_functions text[], p_starts timestamptz[], p_held int[], p_confirmed int[], p_waived int[], p_decision uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
  v_readable text[] := app_readable();
  v_decider text := (select d.tenant from decision d where d.id = p_decision and d.state = 3);
  v_moved int;
begin
  update capacity_block b set held = b.held + m.h, confirmed = b.confirmed + m.c, waived = b.waived + m.w, version = b.version + 1
  from unnest(p_owners, p_functions, p_starts, p_held, p_confirmed, p_waived) as m (o, f, s, h, c, w)
  where b.tenant = m.o and b.function = m.f and b.starts_at = m.s
    and (m.w <= 0 or b.tenant = v_decider)
    and ((m.w <= 0 and m.h + m.c <= m.w)
      or (b.tenant = any(v_readable) and b.plannable - b.waterline - b.held - b.confirmed >= m.h + m.c)
      or (m.w > 0 and b.held + b.confirmed + m.h + m.c <= b.plannable
        and b.held + b.confirmed + m.h + m.c - b.waived - m.w <= greatest(0, b.plannable - b.waterline)));
  get diagnostics v_moved = row_count;
  if v_moved <> cardinality(p_owners) then
    raise exception 'more would be promised than there is' using errcode = 'check_violation';
  end if;
end $$;
revoke all on function move_blocks(text[], text[], timestamptz[], int[], int[], int[], uuid) from public;
grant execute on function move_blocks(text[], text[], timestamptz[], int[], int[], int[], uuid) to {service};
