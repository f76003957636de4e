-- Which shifts people would like on a day, or rather not. Personal like a roster: its owner's alone, no grant opens it.
create table shift_wish (
  tenant text not null,
  officer text collate "C" not null,
  day date not null,
  code text not null,
  kind smallint not null check (kind between 1 and 2),
  weight int not null check (weight between 1 and 1000),
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (tenant, day, officer, code)
);
alter table shift_wish enable row level security;
alter table shift_wish force row level security;
create policy shift_wish_read on shift_wish for select using (tenant = any((select app_own())::text[]));
create policy shift_wish_insert on shift_wish for insert with check (tenant = app_tenant());
create policy shift_wish_delete on shift_wish for delete using (tenant = app_tenant());
grant select, insert, delete on shift_wish to {service};
