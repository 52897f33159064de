-- The queue itself (schema graphile_worker) belongs to linli_jobs and is installed by install-queue.ts.
-- This schema is the only door to it: the runtime adds jobs in the transaction of the change, and can read no other job.
create schema jobs;
revoke all on schema jobs from public;
grant usage on schema jobs to linli_runtime, linli_jobs;

-- Ids, dates and short words only: a job must not carry a name, a telephone or an identity number past row security.
create function jobs.value_is_id(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select case jsonb_typeof(value)
    when 'null' then true
    when 'boolean' then true
    when 'number' then value::text ~ '^-?[0-9]{1,9}$'
    when 'string' then
      value #>> '{}' ~ '^([a-z][A-Za-z-]*:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      or value #>> '{}' ~ '^[0-9a-f]{64}$'
      or value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,15}(Z|[+-][0-9]{2}:?[0-9]{2}))?$'
      or (value #>> '{}' ~ '^[a-z][A-Za-z0-9]*([._@:-][A-Za-z0-9]+)*$'
          and length(value #>> '{}') <= 80
          and value #>> '{}' !~ '[0-9]{7}')
    else false
  end
$$;

create function jobs.ids_only(payload jsonb) returns boolean
language sql immutable parallel safe as $$
  select jsonb_typeof(payload) = 'object' and not exists (
    select from jsonb_each(payload) as field(name, value)
    where field.name !~ '^[a-z][A-Za-z0-9]{0,40}$'
      or case when jsonb_typeof(field.value) = 'array'
           then exists (select from jsonb_array_elements(field.value) as item(value) where not jobs.value_is_id(item.value))
           else not jobs.value_is_id(field.value)
         end
  )
$$;

create function jobs.refuse_content(task text) returns void
language plpgsql as $$
begin
  raise exception 'job % carries more than ids, dates and short words', task using errcode = 'check_violation';
end
$$;

-- NOTIFY holds a lock of the whole server from before a commit until it is on disk, so that commits no longer share a
-- flush: with 16 clients a third of the throughput was left. graphile-worker's functions call pg_notify by its bare name;
-- within jobs.add and its sisters they find this one, and the workers' polling finds the job half a second later.
create function jobs.pg_notify(channel text, message text) returns void language sql immutable as '';

create function jobs.add(task text, payload jsonb, key text default null, run_at timestamptz default null, queue text default null)
returns bigint
language plpgsql security definer set search_path = jobs, pg_catalog as $$
begin
  if not jobs.ids_only(payload) then perform jobs.refuse_content(task); end if;
  return (graphile_worker.add_job(
    identifier => task, payload => payload::json, queue_name => queue, run_at => add.run_at, job_key => key)).id;
end
$$;

create function jobs.add_many(task text, payloads jsonb[], run_at timestamptz default null) returns bigint
language plpgsql security definer set search_path = jobs, pg_catalog as $$
declare added bigint;
begin
  if exists (select from unnest(payloads) as item(payload) where not jobs.ids_only(item.payload)) then
    perform jobs.refuse_content(task);
  end if;
  if cardinality(payloads) = 0 then return 0; end if;
  select count(*) into added from graphile_worker.add_jobs(array(
    select row(task, item.payload::json, null, add_many.run_at, null, null, null, null)::graphile_worker.job_spec
    from unnest(payloads) as item(payload)));
  return added;
end
$$;

-- One job per subscription. Cases share 32 queues, for the queue's owner locks every free queue row at each poll.
-- clock_timestamp, not now(): of two transactions that wait for one case, the later emits later though it began earlier.
create function jobs.emit(name text, case_id uuid, ids jsonb, consumers text[]) returns uuid
language plpgsql security definer set search_path = jobs, pg_catalog as $$
declare
  event_id constant uuid := uuidv7();
  payload constant jsonb := ids || jsonb_build_object('event', name, 'eventId', event_id, 'caseId', case_id);
  -- An event without a case has no order to keep.
  queue constant text := 'case:' || (hashtextextended(case_id::text, 0) & 31);
begin
  if not jobs.ids_only(payload) then perform jobs.refuse_content(name); end if;
  if cardinality(consumers) > 0 then
    perform graphile_worker.add_jobs(array(
      select row('consume:' || item.consumer, payload::json, queue, clock_timestamp(), null, null, null, null)::graphile_worker.job_spec
      from unnest(consumers) as item(consumer)));
  end if;
  return event_id;
end
$$;

-- The effect of a job, written in the transaction of the effect: a worker killed after its commit and before it could
-- say so is run again, finds its own mark and does nothing.
create table jobs.effect (
  job_id bigint not null,
  step text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (job_id, step)
);
alter table jobs.effect enable row level security;
alter table jobs.effect force row level security;
create policy effect_owner on jobs.effect to linli_owner using (true) with check (true);
create policy written_by_workers on jobs.effect for insert to linli_worker with check (true);
create policy read_by_workers on jobs.effect for select to linli_worker, linli_jobs using (true);
create policy swept_by_queue on jobs.effect for delete to linli_jobs using (true);
grant select, insert on jobs.effect to linli_worker;
grant select, delete on jobs.effect to linli_jobs;

create table jobs.consumed (
  consumer text not null,
  event_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);
alter table jobs.consumed enable row level security;
alter table jobs.consumed force row level security;
create policy consumed_owner on jobs.consumed to linli_owner using (true) with check (true);
create policy written_by_workers on jobs.consumed for insert to linli_worker with check (true);
create policy read_by_workers on jobs.consumed for select to linli_worker, linli_jobs using (true);
create policy swept_by_queue on jobs.consumed for delete to linli_jobs using (true);
grant select, insert on jobs.consumed to linli_worker;
grant select, delete on jobs.consumed to linli_jobs;

-- Figures for /metrics and doctor. No payload and no error text: the worker stores an error's class only.
create function jobs.counts() returns table (task text, state text, jobs bigint, oldest timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select task.identifier, state.name, count(*), min(job.run_at)
  from graphile_worker._private_jobs as job
  join graphile_worker._private_tasks as task on task.id = job.task_id
  cross join lateral (select case
    when job.locked_at is not null then 'running'
    when job.attempts >= job.max_attempts then 'dead'
    when job.attempts > 0 then 'retrying'
    when job.run_at > now() then 'scheduled'
    else 'ready' end as name) as state
  group by task.identifier, state.name;
end
$$;

create function jobs.failed() returns table (job_id bigint, task text, event_id text, attempts smallint, dead boolean, error text, next_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select job.id, task.identifier, job.payload ->> 'eventId', job.attempts, job.attempts >= job.max_attempts, job.last_error, job.run_at
  from graphile_worker._private_jobs as job
  join graphile_worker._private_tasks as task on task.id = job.task_id
  where job.last_error is not null and job.locked_at is null
  order by job.id;
end
$$;

-- A dead letter is put right by an administrator and then revived with fresh attempts.
create function jobs.revive(job_ids bigint[]) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare revived bigint;
begin
  select count(*) into revived from graphile_worker.reschedule_jobs(job_ids, run_at => now(), attempts => 0);
  return revived;
end
$$;

-- A worker holds a session lock on its pool's name; when its process or its connection is gone, so is the lock, and its
-- jobs go back to the queue at once. graphile-worker alone would leave them, and their queues, for four hours.
create function jobs.reclaim(grace interval default '15 seconds') returns integer
language plpgsql as $$
declare
  pool text;
  lost text[] := '{}';
begin
  for pool in
    select job.locked_by from graphile_worker._private_jobs as job where job.locked_at < now() - grace
    union
    select queue.locked_by from graphile_worker._private_job_queues as queue where queue.locked_at < now() - grace
  loop
    if pg_try_advisory_xact_lock(hashtextextended(pool, 0)) then lost := lost || pool; end if;
  end loop;
  perform graphile_worker.force_unlock_workers(lost);
  return cardinality(lost);
end
$$;

-- Of one case a consumer meets the events in order, also when one had to be tried again: a later job steps back, at no
-- cost in attempts, until the earlier one is done. Behind a dead letter it looks again each ten minutes.
create function jobs.step_back(job bigint) returns boolean
language plpgsql as $$
declare until timestamptz;
begin
  select case when earlier.attempts >= earlier.max_attempts then now() + interval '10 minutes' else greatest(earlier.run_at, now()) end
  into until
  from graphile_worker._private_jobs as mine
  join graphile_worker._private_jobs as earlier on earlier.id < mine.id and earlier.task_id = mine.task_id
    and earlier.job_queue_id = mine.job_queue_id and earlier.payload ->> 'caseId' = mine.payload ->> 'caseId'
  where mine.id = job
  order by earlier.id limit 1;
  if not found then return false; end if;
  update graphile_worker._private_jobs set run_at = until, attempts = greatest(attempts - 1, 0) where id = job;
  return true;
end
$$;

create function jobs.sweep(older_than interval default '30 days') returns void
language sql as $$
  delete from jobs.effect where at < now() - older_than;
  delete from jobs.consumed where at < now() - older_than;
$$;

revoke all on all functions in schema jobs from public;
grant execute on function jobs.reclaim(interval), jobs.step_back(bigint), jobs.sweep(interval) to linli_jobs;
grant execute on function jobs.value_is_id(jsonb), jobs.ids_only(jsonb), jobs.refuse_content(text), jobs.pg_notify(text, text) to linli_runtime, linli_jobs;
grant execute on function jobs.add(text, jsonb, text, timestamptz, text), jobs.add_many(text, jsonb[], timestamptz),
  jobs.emit(text, uuid, jsonb, text[]), jobs.counts(), jobs.failed() to linli_runtime;

-- Owned by the queue's role, so that neither the runtime nor the migrating owner reads the private tables.
grant create on schema jobs to linli_jobs;
alter function jobs.add(text, jsonb, text, timestamptz, text) owner to linli_jobs;
alter function jobs.add_many(text, jsonb[], timestamptz) owner to linli_jobs;
alter function jobs.emit(text, uuid, jsonb, text[]) owner to linli_jobs;
alter function jobs.counts() owner to linli_jobs;
alter function jobs.failed() owner to linli_jobs;
alter function jobs.revive(bigint[]) owner to linli_jobs;
revoke create on schema jobs from linli_jobs;

-- Definer functions of other parts run as the owner and add jobs too. Granted by the new owner, for a change of owner
-- would have taken the grant along.
set local role linli_jobs;
grant execute on function jobs.add(text, jsonb, text, timestamptz, text), jobs.add_many(text, jsonb[], timestamptz),
  jobs.emit(text, uuid, jsonb, text[]), jobs.revive(bigint[]) to linli_owner;
reset role;
