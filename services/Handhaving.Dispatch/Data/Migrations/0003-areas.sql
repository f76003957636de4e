-- Municipalities, districts (wijken) and neighbourhoods (buurten) as polygons. Reference data that anybody can download, without
-- a person in it: no tenant owns it, so it stands outside the wall, readable by all logins and written by the owner's import alone.

-- One row per import; the highest version is the one that holds, and a replica that sees a higher one than its own reads anew.
create table area_import (
  version bigint generated always as identity primary key,
  imported_at timestamptz not null default now(),
  source text not null,       -- name of the file, or 'demo' for our own drawing
  attribution text not null,  -- who must be named where the areas are shown
  valid_from date not null
);

create table area (
  code text primary key,      -- 0888, WK088801, BU08880102
  kind smallint not null check (kind between 1 and 3),
  name text not null,
  municipality text not null check (municipality ~ '^[0-9]{4}$'),
  parent text references area deferrable initially deferred,
  geometry bytea not null,    -- WKB, WGS84, longitude before latitude
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  version bigint not null references area_import,
  check ((kind = 1) = (parent is null)),
  check (kind > 1 or code = municipality),
  check (west <= east and south <= north)
);
create index area_by_parent on area (parent) where parent is not null;

grant select on area_import, area to {service}, {relay};
