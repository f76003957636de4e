-- Which powers a function asks, so that its strength can follow from people; null = none.
alter table staff_function add column domain smallint check (domain between 1 and 6);
alter table staff_function add column force_test boolean not null default false;
update staff_function set domain = 1 where code = 'boa-1';
update staff_function set domain = 2 where code = 'boa-2';

-- Teams of people and their funded posts; data. Where an owner has posts of a function, its strength follows from its people.
create table staff_team (
  tenant text not null,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  display_name text not null,
  kind smallint not null,
  municipalities text[] not null,
  primary key (tenant, id)
);
call protect_tenant_table('staff_team');
create table staff_post (
  tenant text not null,
  staff_team text not null,
  function text not null references staff_function,
  established int not null check (established >= 0),
  primary key (tenant, staff_team, function),
  foreign key (tenant, staff_team) references staff_team
);
call protect_tenant_table('staff_post');
grant select on staff_team, staff_post to {service};

-- People: the whole in the body, beside it what is searched by. A grant shares capacity, never personal files: they are read by their own owner, and by whom somebody is lent to.
create table officer (
  tenant text not null,
  id text collate "C" primary key check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  version bigint not null,
  staff_team text not null,
  borrowers text[] not null default '{}',
  body jsonb not null,
  foreign key (tenant, staff_team) references staff_team
);
create index officer_by_tenant on officer (tenant, id);
create index officer_by_borrower on officer using gin (borrowers) where borrowers <> '{}';
alter table officer enable row level security;
alter table officer force row level security;
create policy officer_read on officer for select using (tenant = any((select app_own())::text[]) or borrowers && (select app_own())::text[]);
create policy officer_insert on officer for insert with check (tenant = app_tenant());
create policy officer_update on officer for update using (tenant = app_tenant()) with check (tenant = app_tenant());
grant select, insert, update on officer to {service};

-- Up to when the strength of an owner follows from its people, and whether it must be counted anew because somebody was lent to it. Nobody's data.
create table derived_strength (
  owner text primary key,
  derived_until timestamptz not null default '-infinity',
  due boolean not null default false
);
grant select, insert, update on derived_strength to {service};
grant select on derived_strength to {relay};

-- Posts that change are counted anew.
create function posts_change() returns trigger language plpgsql as $$
begin
  insert into derived_strength (owner, due) values (coalesce(new.tenant, old.tenant), true) on conflict (owner) do update set due = true;
  return null;
end $$;
create trigger posts_change after insert or update or delete on staff_post for each row execute function posts_change();

-- Inhabitants, for the norm of district officers (Politiewet 2012, article 38a).
create table inhabitants (
  municipality text primary key references municipality,
  count int not null check (count > 0),
  source text not null
);
grant select on inhabitants to {service};

-- Ends of appointments that were told of.
create table competence_warning (
  tenant text not null,
  id text primary key,
  warned_at timestamptz not null
);
call protect_tenant_table('competence_warning');
grant select, insert on competence_warning to {service};

-- How many district officers each municipality of a team has, for whom the team shares its capacity with: a count, and nobody's file.
create policy counting on officer for select to current_user using (true);
create function district_officer_cover(p_team text, p_day date) returns table (municipality text, inhabitants int, source text, present int)
language sql stable security definer set search_path = public as $$
  select m.code, i.count, i.source, (
    select count(*)::int from officer o
    where o.tenant = p_team and o.body -> 'details' -> 'district' ->> 'value' = m.code and exists (
      select from jsonb_array_elements(o.body -> 'details' -> 'contracts') c
      where c ->> 'function' = 'wijkagent' and (c ->> 'validFrom')::date <= p_day and coalesce((c ->> 'validUntil')::date >= p_day, true)))
  from municipality m join inhabitants i on i.municipality = m.code
  where m.team = p_team and p_team = any(app_readable()) order by m.code $$;
revoke all on function district_officer_cover(text, date) from public;
grant execute on function district_officer_cover(text, date) to {service};
