create schema people;
grant usage on schema people to linli_runtime;

-- How often an account may lift the mask in a day: the street's own setting until a source gives another.
create table people.reveal_limit (
  during daterange not null,
  per_day integer not null check (per_day > 0),
  source text not null,
  exclude using gist (during with &&)
);
insert into people.reveal_limit values (daterange('2026-01-01', null), 30, '本街道设定');

create table people.reveal_use (
  account_id uuid not null,
  on_day date not null,
  times integer not null,
  primary key (account_id, on_day)
);

-- A minor's file beyond a live case is opened only after somebody else has agreed, and for a few days.
create table people.minor_file (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  asked_by uuid not null,
  reason text not null check (length(reason) between 4 and 500),
  asked_at timestamptz not null,
  approval_id uuid not null,
  granted_by uuid,
  open_until timestamptz,
  check ((granted_by is null) = (open_until is null)),
  check (granted_by <> asked_by)
);
create index minor_file_asked on people.minor_file (person_id, asked_by);

do $$ declare t text; begin
  foreach t in array array['reveal_limit', 'reveal_use', 'minor_file'] loop
    execute format('alter table people.%I enable row level security', t);
    execute format('alter table people.%I force row level security', t);
    execute format('create policy %I on people.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;
create policy reveal_limit_read on people.reveal_limit for select to linli_runtime using (true);
grant select on people.reveal_limit to linli_runtime;

-- Counts one reveal of the caller's; false once the day's number is used up, or when revealing is not for the caller.
create function people.count_reveal(today date) returns boolean language plpgsql security definer set search_path = pg_temp as $$
declare me uuid := access.account_id(); used integer;
begin
  if me is null or not access.permitted('people.reveal') then return false; end if;
  insert into people.reveal_use as u (account_id, on_day, times) values (me, today, 1)
    on conflict (account_id, on_day) do update set times = u.times + 1 returning times into used;
  return used <= coalesce((select l.per_day from people.reveal_limit l where l.during @> today), 0);
end $$;
revoke execute on function people.count_reveal(date) from public;
grant execute on function people.count_reveal(date) to linli_runtime;

create policy minor_file_read on people.minor_file for select to linli_runtime using (
  asked_by = (select access.account_id()) or (select access.permitted('people.approveMinorFile')));
create policy minor_file_ask on people.minor_file for insert to linli_runtime with check (
  asked_by = (select access.account_id()) and granted_by is null and (select access.permitted('people.requestMinorFile'))
  and exists (select 1 from registry.person p where p.id = person_id));
create policy minor_file_grant on people.minor_file for update to linli_runtime
  using ((select access.permitted('people.approveMinorFile')) and asked_by <> (select access.account_id()))
  with check (granted_by = (select access.account_id()));
grant select, insert, update on people.minor_file to linli_runtime;

insert into access.permission (post_kind, operation)
select kind, 'people.' || verb from (values
  ('windowClerk', '{find,open,reveal,requestMinorFile}'::text[]),
  ('committeeWorker', '{find,open,reveal,requestMinorFile}'),
  ('supervisor', '{approveMinorFile,minorFiles}')
) as granted (kind, verbs) cross join lateral unnest(verbs) as verb
on conflict do nothing;
