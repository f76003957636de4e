-- Replicas from 9001 read the column new.
alter table made_up drop column old;
