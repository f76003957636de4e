-- Posts and inhabitants are entered by their owner: each its own, whoever may read them.
grant insert, update on staff_post to {service};
grant insert, update on inhabitants to {service};
alter table inhabitants enable row level security;
create policy inhabitants_read on inhabitants for select using (true);
create policy inhabitants_insert on inhabitants for insert with check (municipality = app_tenant());
create policy inhabitants_update on inhabitants for update using (municipality = app_tenant()) with check (municipality = app_tenant());
