-- Officers are a copy of capacity's: a fact of a later version replaces what an earlier one said. What was here before any fact has version 0.
alter table officer add column version bigint not null default 0;
grant insert, update on officer to {service};
