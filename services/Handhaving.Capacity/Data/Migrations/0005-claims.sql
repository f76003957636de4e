-- Who asks of an owner agrees that it sees and decides what is asked: the live reservations of every case with a claim on its blocks, or one that waits for it, are read by who acts as that owner, whatever the
-- municipality of the case shares with it. Only through these functions: to everything else the wall stands as it did.
create policy weighing on reservation for select to current_user using (true);
create policy weighing on conflict for select to current_user using (true);

create function claims_on(p_from timestamptz, p_until timestamptz, p_asked uuid) returns setof reservation
language sql stable security definer set search_path = public as $$
  select r.* from reservation r
  where r.state in (1, 2, 6, 7) and (r.tenant, r.case_id) in (
    select c.tenant, c.case_id from reservation c
    where c.state in (1, 2, 6, 7) and app_tenant() = any(c.owners) and (c.id = p_asked or (c.starts_at < p_until and c.ends_at > p_from))) $$;
revoke all on function claims_on(timestamptz, timestamptz, uuid) from public;
grant execute on function claims_on(timestamptz, timestamptz, uuid) to {service};

-- Whether a conflict of the owner that is acted as is to be decided: its request waits for that owner, or nobody decided yet and people are missing in one of its blocks that no later conflict took over.
create function conflict_is_open(p_id uuid, p_now timestamptz) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from conflict c
    where c.id = p_id and c.tenant = app_tenant() and case when c.reservation is not null
      then exists (select from reservation r where r.id = c.reservation and r.state = 6 and r.hold_until > p_now and c.tenant = any(r.awaits))
      else not exists (select from decision d where d.conflict = c.id and d.state = 3) and exists (
        select from jsonb_array_elements(c.body -> 'places') p
        join capacity_block b on b.tenant = c.tenant and b.function = c.function and b.starts_at >= (p -> 'interval' ->> 'start')::timestamptz and b.starts_at < (p -> 'interval' ->> 'end')::timestamptz
        where (b.held + b.confirmed > b.plannable or b.held + b.confirmed - b.waived > b.plannable - b.waterline) and not exists (
          select from conflict l, jsonb_array_elements(l.body -> 'places') q
          where l.tenant = c.tenant and l.function = c.function and l.id > c.id and l.starts_at < c.ends_at and l.ends_at > c.starts_at
            and b.starts_at >= (q -> 'interval' ->> 'start')::timestamptz and b.starts_at < (q -> 'interval' ->> 'end')::timestamptz))
      end) $$;
revoke all on function conflict_is_open(uuid, timestamptz) from public;
grant execute on function conflict_is_open(uuid, timestamptz) to {service};

-- Whether a decision or a conflict concerns one of the caller's own municipalities: it has a seat in the decision, asked what raised the conflict, or has a claim on its blocks. Such a one is read, and voted on by
-- who has the seat, whatever the owner of the blocks shares.
create function concerns_caller(p_tenant text, p_id uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from decision d, jsonb_array_elements(d.body -> 'seats') s
    where d.tenant = p_tenant and d.id = p_id and s -> 'of' ->> 'value' = any(app_own()))
  or exists (
    select from conflict c join reservation r on r.tenant = any(app_own()) and (r.id = c.reservation
      or (r.state in (1, 2, 6, 7) and c.tenant = any(r.owners) and r.starts_at < c.ends_at and r.ends_at > c.starts_at))
    where c.tenant = p_tenant and c.id = p_id) $$;
revoke all on function concerns_caller(text, uuid) from public;
grant execute on function concerns_caller(text, uuid) to {service};
