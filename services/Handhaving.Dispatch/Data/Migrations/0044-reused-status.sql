-- A status report by code that came with another text under an id that moved an assignment before: its client is told so, also while the first is not answered yet. It says that the
-- client used this id, which the client knows, and nothing of what lies where.
create function status_id_reused(p_client text, p_request uuid, p_content_hash bytea) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from municipality m cross join lateral (
      select r.content_hash from request r
      where r.tenant = m.code and r.client = p_client and r.method = 'handhaving.dispatch.v1.UnitService/ReportUnitStatus#assignment' and r.request_id = p_request
      limit 1) moved
    where moved.content_hash <> p_content_hash)
$$;
revoke all on function status_id_reused(text, uuid, bytea) from public;
grant execute on function status_id_reused(text, uuid, bytea) to {service};
