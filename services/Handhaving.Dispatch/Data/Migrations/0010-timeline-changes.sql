-- What a line of the history changed, from what to what; null in the lines that the version before this one writes, and where nothing did.
alter table timeline add column changes jsonb;
