-- Days of which published rosters told somebody what they work: those of the own team, and each that names the person, of whichever owner. Days alone, of whom the caller keeps or borrows.
create function told_days_of(p_officers text[], p_from timestamptz, p_until timestamptz) returns table (roster uuid, officer text, starts_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = public as $$
  select r.id, a.name, r.starts_at, r.ends_at
  from unnest(p_officers) a (name)
  join officer o on o.tenant = split_part(a.name, '/', 2) and o.id = split_part(a.name, '/', 4) and (o.tenant = any(app_own()) or o.borrowers && app_own())
  join roster r on r.state = 2 and r.ends_at > p_from and r.starts_at < p_until
    and ((r.tenant = o.tenant and r.staff_team = o.staff_team) or exists (select from roster_shift s where s.roster = r.id and s.officer = a.name)) $$;
revoke all on function told_days_of(text[], timestamptz, timestamptz) from public;
grant execute on function told_days_of(text[], timestamptz, timestamptz) to {service};
