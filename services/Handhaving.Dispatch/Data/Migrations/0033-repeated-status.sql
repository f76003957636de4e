-- A status report by code moves an assignment in the municipality of its incident, and is answered in the tenant of its unit: two commits. A report that is
-- repeated finds by this whether the first of them was done, in whichever municipality: its own alone, by client, id and content, and nothing of what lies there.
create policy status_moves on request for select to current_user using (method = 'handhaving.dispatch.v1.UnitService/ReportUnitStatus#assignment');

-- What that move brought about for others is answered again too; null when nothing was moved. It tells no more than the answer itself did: to the client, id and content of this very report.
-- A look into the key's index for each municipality: no index of its own, which would stop all writers while it is built.
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
