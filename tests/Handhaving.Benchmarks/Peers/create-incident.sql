\set n :n + 1
\set low :n * 1024 + :client_id
\startpipeline
begin;
select set_config('app.mun', '{tenant}', true), set_config('app.mun_read', '{own}', true);
with numbered as (
  insert into incident_number (tenant, year, last) values ('{tenant}', {year}, 1)
  on conflict (tenant, year) do update set last = incident_number.last + 1 returning last)
insert into incident (tenant, id, version, state, priority, number, body)
select '{tenant}', ('{run}-' || lpad(to_hex(:low::bigint), 12, '0'))::uuid, 1, 2, 3, '{year}-' || lpad(last::text, 6, '0'), '{incident}' from numbered;
insert into timeline (tenant, incident, sequence, kind, occurred_at, actor)
values ('{tenant}', ('{run}-' || lpad(to_hex(:low::bigint), 12, '0'))::uuid, 1, 'IncidentReceived', now(), 'benchmark');
insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body, traceparent)
values (('{run}-' || lpad(to_hex(:low::bigint), 12, '0'))::uuid, '{tenant}', 'municipalities/{tenant}/incidents/{run}-' || lpad(to_hex(:low::bigint), 12, '0'), 1, '{type}', '{message}', {traceparent});
insert into feed (tenant, subject, kind, body)
values ('{tenant}', 'municipalities/{tenant}/incidents/{run}-' || lpad(to_hex(:low::bigint), 12, '0'), 1, '{change}');
insert into request (tenant, client, method, request_id, content_hash, answer)
values ('{tenant}', 'console', '{method}', ('{run}-' || lpad(to_hex(:low::bigint), 12, '0'))::uuid, '{hash}', '{answer}');
select audit_append('{tenant}', array['{line}']);
end;
\endpipeline
