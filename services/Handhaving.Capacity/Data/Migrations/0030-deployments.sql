-- Shifts may say which promise they serve; read from both sides of the wall, by those who own the people and by those whose case it is.
create index roster_shift_by_promise on roster_shift (((body #>> '{deployment,reservation,id}')::uuid)) where body ? 'deployment';

-- What an owner promised of its people to cases of whatever municipality: the number and the time, and nothing else of the case.
create function promises_of(p_owner text, p_from timestamptz, p_until timestamptz)
returns table (municipality text, reservation uuid, line int, case_id text, function text, count int, starts_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = public as $$
  select r.tenant, r.id, l.place::int, r.case_id, l.line ->> 'function', coalesce((l.line ->> 'reduced')::int, (l.line ->> 'count')::int), (l.line #>> '{interval,start}')::timestamptz, (l.line #>> '{interval,end}')::timestamptz
  from reservation r cross join lateral jsonb_array_elements(r.body -> 'lines') with ordinality as l (line, place)
  where p_owner = any(app_own()) and r.state in (2, 7) and p_owner = any(r.owners) and r.ends_at > p_from and r.starts_at < p_until
    and l.line #>> '{grantedBy,value}' = p_owner and (l.line #>> '{interval,end}')::timestamptz > p_from and (l.line #>> '{interval,start}')::timestamptz < p_until
  order by 7, 1, 2, 3 $$;
revoke all on function promises_of(text, timestamptz, timestamptz) from public;
grant execute on function promises_of(text, timestamptz, timestamptz) to {service};

-- When people are rostered for a case, by line; not who.
create function rostered_for(p_reservations uuid[]) returns table (reservation uuid, line int, starts_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = public as $$
  select q.id, (s.body #>> '{deployment,line}')::int, s.starts_at, s.ends_at
  from reservation q join roster_shift s on s.body ? 'deployment' and (s.body #>> '{deployment,reservation,id}')::uuid = q.id join roster r on r.id = s.roster and r.state = 2
  where q.id = any(p_reservations) and q.tenant = any(app_readable()) $$;
revoke all on function rostered_for(uuid[]) from public;
grant execute on function rostered_for(uuid[]) to {service};
