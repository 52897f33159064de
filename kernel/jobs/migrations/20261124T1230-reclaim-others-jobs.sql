-- A session is granted its own advisory lock again, so that a worker would have taken its own long jobs for lost.
drop function jobs.reclaim(interval);
create function jobs.reclaim(own_pool text, grace interval) returns integer
language plpgsql as $$
declare
  pool text;
  lost text[] := '{}';
begin
  for pool in
    select job.locked_by from graphile_worker._private_jobs as job where job.locked_at < now() - grace and job.locked_by <> own_pool
    union
    select queue.locked_by from graphile_worker._private_job_queues as queue where queue.locked_at < now() - grace and queue.locked_by <> own_pool
  loop
    if pg_try_advisory_xact_lock(hashtextextended(pool, 0)) then lost := lost || pool; end if;
  end loop;
  perform graphile_worker.force_unlock_workers(lost);
  return cardinality(lost);
end
$$;
revoke all on function jobs.reclaim(text, interval) from public;
grant execute on function jobs.reclaim(text, interval) to linli_jobs;
