-- A municipality inherits what its team decided (C-01), whatever they share of their records.
create policy team_inherited on setting for select
  using (tenant in (select m.team from municipality m where m.code = any((select app_own())::text[])));
