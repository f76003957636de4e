-- What a crew has to do with an incident, in whosever municipality: its unit has an active assignment there, or cleared one in this duty where the caller may
-- read anyhow. An assignment that it names itself it had in this duty, however that ended, so that a report sent twice is answered twice.
-- It looks past the wall on purpose, as the owner and for what is named, as the functions of 0007 and 0032.
create function crew_has_task(p_officer text, p_tenant text, p_incident uuid, p_assignment uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  return exists (
    select from duty_member m join duty d on d.unit = m.unit join assignment a on a.unit = m.unit
    where m.officer = p_officer and m.tenant = any(app_own()) and a.tenant = p_tenant and a.incident = p_incident
      and (p_assignment is null or a.id = p_assignment)
      and (a.active_unit is not null
           or (a.ended_at >= d.signed_on_at and (p_assignment is not null or (a.state = 5 and a.tenant = any(app_readable()))))));
end $$;
revoke all on function crew_has_task(text, text, uuid, uuid) from public;
grant execute on function crew_has_task(text, text, uuid, uuid) to {service};

-- A grant says what it shares: here, what dispatch keeps. One for anything else (permits, cameras) opened all of dispatch as well, for nothing looked at its class.
grant select (object_class) on sharing_grant to {relay};
create or replace function app_readable() returns text[] language plpgsql stable parallel safe as $$
begin
  return app_own() || array(
    select tenant from sharing_grant
    where grantee = any(app_own()) and object_class = 'dispatch' and granted_at <= now() and expires_at > now() and revoked_at is null);
end $$;
