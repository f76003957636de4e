-- What was recommended is written far more often than read: packed by the fast method where this server has it, else as before.
do $$ begin
  alter table recommendation alter column body set compression lz4;
exception when feature_not_supported then null;
end $$;
