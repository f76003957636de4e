-- What the platform's index of units is made of. It holds the units of all tenants; what of it a caller gets is decided as it is asked.
create policy relay_read_fleet on unit for select to {relay} using (true);
create policy relay_read_fleet on duty for select to {relay} using (true);
create policy relay_read_fleet on duty_member for select to {relay} using (true);
create policy relay_read_fleet on officer for select to {relay} using (id in (select officer from duty_member));
create policy relay_read_fleet on incident for select to {relay} using (live);
grant select on unit, duty, duty_member, officer to {relay};

-- When a job of a unit ended: how long it rests, and how many jobs it did in this duty. Set by the database, so that the version before this one keeps it too.
alter table assignment add column ended_at timestamptz;

create function assignment_ends() returns trigger language plpgsql as $$
begin
  new.ended_at := now();
  return new;
end $$;
create trigger assignment_ends before update on assignment for each row when (old.state <= 4 and new.state > 4) execute function assignment_ends();

-- A job that a unit began and that ended: cleared (5), failed (9), preempted (10).
create index assignment_done on assignment (unit, ended_at) where ended_at is not null and state in (5, 9, 10);

-- An appointment that changes while its officer is on duty changes what the unit may do: the feed tells it (kind 7), no screen shows it.
create function officer_changes() returns trigger language plpgsql as $$
begin
  insert into feed (tenant, subject, kind, body) select m.tenant, m.unit, 7, '' from duty_member m where m.officer = new.id;
  return null;
end $$;
create trigger officer_changes after update on officer for each row when (old.appointments is distinct from new.appointments) execute function officer_changes();
