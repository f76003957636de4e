-- A shift at a borrower counts as long as any of a loan to it is left: once that is withdrawn nobody works by it, and the own employer may plan the person again.
create function is_lent_for(p_officer jsonb, p_borrower text, p_from timestamptz, p_until timestamptz) returns boolean language sql immutable as $$
  select exists (select from jsonb_array_elements(p_officer -> 'absences') a
    where a -> 'borrower' ->> 'value' = p_borrower and (a #>> '{absence,time,start}')::timestamptz < p_until and (a #>> '{absence,time,end}')::timestamptz > p_from) $$;

create or replace function shifts_of(p_officers text[], p_from timestamptz, p_until timestamptz) returns table (roster uuid, officer text, starts_at timestamptz, ends_at timestamptz, break_minutes int)
language sql stable security definer set search_path = public as $$
  select s.roster, s.officer, s.starts_at, s.ends_at, (s.body ->> 'breakMinutes')::int
  from roster_shift s join roster r on r.id = s.roster and r.state = 2
  where s.officer = any(p_officers) and s.ends_at > p_from and s.starts_at < p_until
    and exists (select from officer o where o.tenant = split_part(s.officer, '/', 2) and o.id = split_part(s.officer, '/', 4) and (o.tenant = any(app_own()) or o.borrowers && app_own())
      and (o.tenant = s.tenant or is_lent_for(o.body, s.tenant, s.starts_at, s.ends_at))) $$;

-- What somebody lent out works at borrowers, for the own calendar; remarks of the borrower stay there.
create function lent_shifts_of(p_officer text, p_from timestamptz) returns table (starts_at timestamptz, body text)
language sql stable security definer set search_path = public as $$
  select s.starts_at, (s.body - 'note')::text
  from roster_shift s join roster r on r.id = s.roster and r.state = 2
  where s.officer = p_officer and s.ends_at > p_from
    and exists (select from officer o where o.tenant = split_part(s.officer, '/', 2) and o.id = split_part(s.officer, '/', 4) and o.tenant = any(app_own()) and o.tenant <> s.tenant
      and is_lent_for(o.body, s.tenant, s.starts_at, s.ends_at)) $$;
revoke all on function lent_shifts_of(text, timestamptz) from public;
grant execute on function lent_shifts_of(text, timestamptz) to {service};
