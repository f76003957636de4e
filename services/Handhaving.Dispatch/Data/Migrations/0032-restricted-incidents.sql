-- Incidents that not everybody of their municipality may read: tips of Meld Misdaad Anoniem. A transaction reads of them what it says in
-- app.restricted: '*' = all, an id = that one incident, empty or never set = none. Restrictive policies stand beside those for tenants and
-- take away from them; they bind the service's login, under which callers are answered. Sweeps and the feed under the relay's login go on.
create function app_sees_restricted(p_incident uuid) returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.restricted', true) in ('*', p_incident::text), false) $$;

-- Marked by the database itself: also rows that the version before this one writes have it. A generated column would rewrite the table under a lock that stops every report.
alter table incident add column restricted boolean not null default false;
create function restricted_as_source() returns trigger language plpgsql as $$
begin
  new.restricted := true;
  return new;
end $$;
create trigger restricted_as_source before insert or update of body on incident for each row when (new.body->>'source' = 'AnonymousTip') execute function restricted_as_source();
create policy restricted_read on incident as restrictive for select to {service} using (not restricted or app_sees_restricted(id));

-- Which unit is on it. What leaves it open, as the version before this one does, is marked as its incident is; what is there already by 0034.
alter table assignment add column restricted boolean default false;
alter table loan add column restricted boolean not null default false;
create policy marking on incident for all to current_user using (true);
create policy marking on assignment for all to current_user using (true);
create policy marking on loan for all to current_user using (true);
alter table assignment alter column restricted drop default;
alter table loan alter column restricted set default true;

create function restricted_as_incident() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.restricted := coalesce((select i.restricted from incident i where i.tenant = new.tenant and i.id = new.incident), true);
  return new;
end $$;
create trigger restricted_as_incident before insert on assignment for each row when (new.restricted is null) execute function restricted_as_incident();

create policy restricted_read on assignment as restrictive for select to {service} using (restricted is false or app_sees_restricted(incident));
create policy restricted_read on loan as restrictive for select to {service} using (not restricted or app_sees_restricted(split_part(assignment, '/', 4)::uuid));

-- What tells of an incident is read by whoever may read the incident.
create policy restricted_read on timeline as restrictive for select to {service} using (exists (select from incident i where i.tenant = timeline.tenant and i.id = timeline.incident));
create policy restricted_read on reporter as restrictive for select to {service} using (exists (select from incident i where i.tenant = reporter.tenant and i.id = reporter.incident));
create policy restricted_read on recommendation as restrictive for select to {service} using (exists (select from incident i where i.tenant = recommendation.tenant and i.id = recommendation.incident));

-- Stored answers hold the whole incident, or of a unit the name of its job. Within a text of the JSON a quote is escaped: only a field of it looks so.
create policy restricted_read on request as restrictive for select to {service} using (
  (position('"source":"AnonymousTip"' in answer) = 0 and position('"hasRestrictedJob":true' in answer) = 0)
  or current_setting('app.restricted', true) = '*'
  or (current_setting('app.restricted', true) <> '' and position(current_setting('app.restricted', true) in answer) > 0));

-- Screens and the relay read these under the relay's login; the service itself only adds to them.
create policy restricted_read on feed as restrictive for select to {service} using (false);
create policy restricted_read on outbox as restrictive for select to {service} using (false);

-- Who writes a tip sees that one until its transaction ends: the version before this one inserts with "on conflict", which asks the wall what may be read.
create function restricted_written() returns trigger language plpgsql as $$
begin
  if current_setting('app.restricted', true) is distinct from '*' then perform set_config('app.restricted', new.id::text, true); end if;
  return new;
end $$;
create trigger restricted_written before insert on incident for each row when (new.body->>'source' = 'AnonymousTip') execute function restricted_written();

-- The view of 0009 reads as its owner, whom the policy above does not bind.
create or replace view incident_finding as
  select tenant, id, words from incident
  where canary_at is null and tenant = any((select app_readable())::text[]) and (not restricted or app_sees_restricted(id));

-- The functions below look past the wall on purpose, as the owner and for what they name, as those of 0007.
create policy jobs on assignment for select to current_user using (true);

-- Units that are taken by an incident which the caller may not read: that they are, and how far it is. Only where he sees the assignment of any other incident.
create function hidden_slots(p_units text[]) returns table (unit text, state smallint)
language plpgsql stable security definer set search_path = public as $$
declare
  v_readable text[] := app_readable();
  v_own text[] := app_own();
begin
  return query
    select a.active_unit, a.state from assignment a
    where a.active_unit = any(p_units) and a.restricted is not false and not app_sees_restricted(a.incident)
      and (a.tenant = any(v_readable) or split_part(a.active_unit, '/', 2) = any(v_own));
end $$;
revoke all on function hidden_slots(text[]) from public;
grant execute on function hidden_slots(text[]) to {service};

-- What somebody without the right to restricted incidents has to do with one: whether the one he names is restricted, and which one is his crew's job, or was
-- in this duty when he names his own assignment there.
create function restricted_sight(p_officer text, p_tenant text, p_incident uuid, p_assignment uuid) returns table (named boolean, job uuid)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select exists (select from incident i where i.tenant = p_tenant and i.id = p_incident and i.restricted), coalesce(
      (select a.incident from duty_member m join duty d on d.unit = m.unit join assignment a on a.unit = m.unit
       where m.officer = p_officer and m.tenant = any(app_own()) and a.tenant = p_tenant and a.id = p_assignment and a.restricted is not false
         and (a.active_unit is not null or a.ended_at >= d.signed_on_at)),
      (select a.incident from duty_member m join assignment a on a.active_unit = m.unit
       where m.officer = p_officer and m.tenant = any(app_own()) and a.restricted is not false));
end $$;
revoke all on function restricted_sight(text, text, uuid, uuid) from public;
grant execute on function restricted_sight(text, text, uuid, uuid) to {service};

-- As in 0007, but of an incident that the caller may not read nobody's activity is told.
create or replace function unit_activities(p_units text[], p_incidents uuid[])
returns table (unit text, activity smallint)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select d.unit, d.activity from duty d
    where d.unit = any(p_units)
       or d.unit in (select a.active_unit from assignment a
                     where a.tenant = app_tenant() and a.incident = any(p_incidents) and a.active_unit is not null and (a.restricted is false or app_sees_restricted(a.incident)));
end $$;
