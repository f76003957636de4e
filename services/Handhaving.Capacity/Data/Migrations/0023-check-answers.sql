-- What an organisation that was asked to a joint check said, and the units that it sends: written by itself, read by all that take part.
create table check_answer (
  tenant text not null,
  joint_check uuid not null references joint_check,
  agrees boolean not null,
  reason text not null,
  units text[] not null,
  answered_by text not null,
  answered_at timestamptz not null,
  primary key (joint_check, tenant)
);
alter table check_answer enable row level security;
alter table check_answer force row level security;
create policy check_answer_read on check_answer for select using (exists (select from joint_check c where c.id = joint_check));
create policy check_answer_insert on check_answer for insert with check (tenant = app_tenant());
create policy check_answer_update on check_answer for update using (tenant = app_tenant()) with check (tenant = app_tenant());
grant select, insert, update on check_answer to {service};
