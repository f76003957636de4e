-- Units lent to urgent incidents of other teams (C-37). The tenant is the owner of the unit: it sees the loan, and of the incident no more than
-- number, kind, priority and municipality. The row is written with the assignment that it follows, by the acts on the incident alone.
create table loan (
  tenant text not null,
  id uuid not null,            -- the id of the assignment
  unit text not null,
  call_sign text not null,
  assignment text not null,
  borrower text not null,      -- municipality of the incident
  borrower_team text not null,
  incident_number text not null,
  incident_type text not null,
  incident_priority int not null,
  state smallint not null,
  borrowed_at timestamptz not null,
  borrowed_by text not null,
  skip_hold_reason text,
  refused_by text,
  refuse_reason text,
  ended_at timestamptz,
  ended boolean generated always as (state <> 1) stored,
  primary key (tenant, id)
);
create index loan_listed on loan (tenant, ended, id desc);
create index loan_of_unit on loan (unit, id desc);
call protect_tenant_table('loan');

-- Who borrows writes into the tenant of the lender, whose records it may not read otherwise: the row that it changes it must see.
create policy written_by_borrower on loan for select using (tenant = app_tenant());
grant select, insert, update on loan to {service};

-- The functions below look past the wall on purpose, as the owner and for what they name; nobody but the owner has these policies.
create policy lending on unit for select to current_user using (true);
create policy lending on duty for select to current_user using (true);
create policy lending on duty_member for select to current_user using (true);
create policy lending on officer for select to current_user using (true);

-- Units on duty, asked for by name, that are another team's than the municipality's written for, or whose owner shares nothing with the caller:
-- only what the filters of an offer look at. Powers come without the officers who hold them.
create function foreign_units(p_units text[])
returns table (name text, call_sign text, kind smallint, minimum_crew int, powers text[], equipment text[], ends_at timestamptz, activity smallint, hidden boolean, borrower_team text)
language plpgsql stable security definer set search_path = public as $$
declare
  v_readable text[] := app_readable();
  v_team text := (select m.team from municipality m where m.code = app_tenant());
begin
  return query
    select u.name, u.call_sign, u.kind, u.minimum_crew,
           array(select o.appointments::text from duty_member m join officer o on o.id = m.officer where m.unit = u.name order by o.id),
           d.equipment, d.ends_at, d.activity, not u.tenant = any(v_readable), v_team
    from unit u join duty d on d.unit = u.name
    where u.name = any(p_units) and v_team is not null
      and (not u.tenant = any(v_readable) or not (u.tenant = v_team or exists (select from municipality m where m.code = u.tenant and m.team = v_team)));
end $$;
revoke all on function foreign_units(text[]) from public;
grant execute on function foreign_units(text[]) to {service};

-- What units do by themselves, for those asked for and those on incidents of the municipality written for: a lent unit is what it is.
create function unit_activities(p_units text[], p_incidents uuid[])
returns table (unit text, activity smallint)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select d.unit, d.activity from duty d
    where d.unit = any(p_units)
       or d.unit in (select a.active_unit from assignment a where a.tenant = app_tenant() and a.incident = any(p_incidents) and a.active_unit is not null);
end $$;
revoke all on function unit_activities(text[], uuid[]) from public;
grant execute on function unit_activities(text[], uuid[]) to {service};
