-- Names the session (or the worker's job) for this transaction and tells who that is, in one round trip.
create function access.enter(session text, job text) returns jsonb language plpgsql set search_path = pg_temp as $$
begin
  perform set_config('linli.session', session, true), set_config('linli.job', job, true);
  return case when session = '' and job = '' then null else access.me() end;
end $$;
revoke execute on function access.enter(text, text) from public;
grant execute on function access.enter(text, text) to linli_runtime;
