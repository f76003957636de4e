-- As status_moved of 0033, for a report whose move is committed and whose answer is not: what that move brought about for others is answered too. Null when it is
-- not moved. It tells no more than the answer itself would have told: to the client, id and content of this very report.
create function status_consequences(p_client text, p_request uuid, p_content_hash bytea) returns text[]
language sql stable security definer set search_path = public as $$
  select array(select jsonb_array_elements_text(coalesce(moved.answer::jsonb->'consequences', '[]')))
  from municipality m cross join lateral (
    select r.answer from request r
    where r.tenant = m.code and r.client = p_client and r.method = 'handhaving.dispatch.v1.UnitService/ReportUnitStatus#assignment' and r.request_id = p_request
      and r.content_hash = p_content_hash
    limit 1) moved
  limit 1
$$;
revoke all on function status_consequences(text, uuid, bytea) from public;
grant execute on function status_consequences(text, uuid, bytea) to {service};
