-- As unit_activities of 0032, with the end of the duty: who is free after it is so by its own word alone. The function before it stays for the version that asks it.
create function unit_duties(p_units text[], p_incidents uuid[])
returns table (unit text, activity smallint, ends_at timestamptz)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select d.unit, d.activity, d.ends_at from duty d
    where d.unit = any(p_units)
       or d.unit in (select a.active_unit from assignment a
                     where a.tenant = app_tenant() and a.incident = any(p_incidents) and a.active_unit is not null and (a.restricted is false or app_sees_restricted(a.incident)));
end $$;
revoke all on function unit_duties(text[], uuid[]) from public;
grant execute on function unit_duties(text[], uuid[]) to {service};

-- The kind of the incident as it was said: its code, a space and what it was called; null on what was lent before this was kept. A version that does not keep it says another
-- kind in incident_type alone: then this is not that one's name.
alter table loan add column incident_kind text;
