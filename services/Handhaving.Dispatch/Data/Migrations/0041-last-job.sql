-- Which job of a unit ended last in this duty, in whosever municipality: its crew is told how, to stop going there (WatchUnit). Names alone: what of the incident is told is read within
-- the wall. It looks past it on purpose, as the owner and for what is named, as the functions of 0007, 0032 and 0036.
create index assignment_ended on assignment (unit, ended_at) where ended_at is not null;

create function last_job(p_unit text) returns table (tenant text, incident uuid, id uuid)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select a.tenant, a.incident, a.id from duty d join assignment a on a.unit = d.unit and a.ended_at >= d.signed_on_at
    where d.unit = p_unit
    order by a.ended_at desc, a.id desc
    limit 1;
end $$;
revoke all on function last_job(text) from public;
grant execute on function last_job(text) to {service};
