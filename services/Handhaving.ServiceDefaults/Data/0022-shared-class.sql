-- A grant says what it shares: in each service's database those of its own class count, and one for anything else opens nothing.
grant select (object_class) on sharing_grant to {relay};
create or replace function app_readable() returns text[] language plpgsql stable parallel safe as $$
begin
  return app_own() || array(
    select tenant from sharing_grant
    where grantee = any(app_own()) and object_class = '{class}' and granted_at <= now() and expires_at > now() and revoked_at is null);
end $$;
