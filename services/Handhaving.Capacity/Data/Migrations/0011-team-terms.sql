-- What a team asks of its rosters; data of the team.
alter table staff_team
  -- Part of the contract hours that no plan may take, in per cent; null = none is kept.
  add column reserve_percent smallint check (reserve_percent between 0 and 99),
  -- Part of the hours of district officers (wijkagenten) that may go outside their district without a reason: the norm is 80 per cent in it.
  add column outside_district_percent smallint not null default 20 check (outside_district_percent between 0 and 100),
  -- Which rules of working time hold beside the law: atw = the law alone, or the name of a regulation.
  add column working_time_set text not null default 'atw',
  -- Limits that this team agreed otherwise, by rule of that regulation: {"shift-length": 9}. The law's own stay.
  add column working_time_limits jsonb not null default '{}',
  -- What soft terms cost when the search of rosters does not meet them; a person too few costs 100 unless it is asked otherwise.
  add column solve_weights jsonb not null default '{"fairness": 1, "team": 2, "district": 5, "change": 10}';
