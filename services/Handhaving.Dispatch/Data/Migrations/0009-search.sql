-- Behind the wall a condition reaches an index only if its operator is marked leakproof, and the match of words is not: every search
-- read the whole table. This view stands behind the same wall by its own condition, which the planner may put after the index; it
-- shows ids and words alone, and what they lead to is read from the table, behind the wall itself.
create view incident_finding as
  select tenant, id, words from incident where canary_at is null and tenant = any((select app_readable())::text[]);
grant select on incident_finding to {service};

-- The view reads as the one who owns it, who is not the service and could take the wall down anyway.
create policy finding_read on incident for select to current_user using (true);

-- Words that many incidents have: the newest are found by going back from the end, not by gathering all.
create index incident_by_id on incident (id desc) where canary_at is null;
