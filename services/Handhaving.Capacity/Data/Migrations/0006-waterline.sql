-- A minimum is lowered by a decision alone, which is then about no conflict; the minimum names it.
alter table decision alter column conflict drop not null;
alter table waterline add column decision uuid references decision;
