-- Whatever path a session sets, these find their own names.
alter function jobs.value_is_id(jsonb) set search_path = pg_temp;
alter function jobs.ids_only(jsonb) set search_path = pg_temp;
alter function jobs.refuse_content(text) set search_path = pg_temp;
alter function jobs.pg_notify(text, text) set search_path = pg_temp;
alter function jobs.reclaim(text, interval) set search_path = pg_temp;
alter function jobs.step_back(bigint) set search_path = pg_temp;
alter function jobs.sweep(interval) set search_path = pg_temp;
