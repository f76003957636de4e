-- Devices of crews that may be woken, for as long as the duty lasts: signing off forgets them. The endpoint is a secret of its device; who has it can wake it.
create table device (
  tenant text not null,
  unit text not null,
  officer text not null references duty_member (officer) on delete cascade,
  endpoint text not null,
  public_key bytea not null,
  auth_secret bytea not null,
  registered_at timestamptz not null default now(),
  primary key (officer, endpoint)
);
create index device_by_unit on device (unit);
call protect_tenant_table('device');
grant select, insert, update, delete on device to {service};
