-- Who reported a step of a unit (1 = its crew, 2 = a desk for it); null for all else and in lines of a version that does not know it.
alter table timeline add column reported_by smallint;

-- When a job's unit left it by the true time, which may be told later: how long it rests. `ended_at` says when that was recorded. Null where a version that does not know it ended the job.
alter table assignment add column left_at timestamptz;
