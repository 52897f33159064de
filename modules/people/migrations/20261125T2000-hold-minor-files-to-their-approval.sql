-- How many days an agreement to see a minor's file holds: the street's own setting until a source gives another.
create table people.minor_file_term (
  during daterange not null,
  days integer not null check (days between 1 and 90),
  source text not null,
  exclude using gist (during with &&)
);
insert into people.minor_file_term values (daterange('2026-01-01', null), 7, '本街道设定');
alter table people.minor_file_term enable row level security;
alter table people.minor_file_term force row level security;
create policy minor_file_term_owner on people.minor_file_term to linli_owner using (true) with check (true);
create policy minor_file_term_read on people.minor_file_term for select to linli_runtime using (true);
grant select on people.minor_file_term to linli_runtime;

-- A file is asked for with its own open approval, put to a post that may approve, and is open only where that approval says yes.
alter policy minor_file_ask on people.minor_file with check (
  asked_by = (select access.account_id()) and granted_by is null and (select access.permitted('people.requestMinorFile'))
  and exists (select 1 from registry.person p where p.id = person_id)
  and exists (select 1 from approvals.approval a join approvals.voice v on v.approval_id = a.id
    where a.id = minor_file.approval_id and a.subject_kind = 'minorFile' and a.subject_id = minor_file.id and a.state = 'open'
      and a.requested_by = minor_file.asked_by and v.operation = 'people.approveMinorFile' and starts_with(v.holder_key, 'post:')));
alter policy minor_file_grant on people.minor_file with check (
  granted_by = (select access.account_id())
  and exists (select 1 from approvals.approval a where a.id = minor_file.approval_id and a.state = 'approved'));
revoke update on people.minor_file from linli_runtime;
grant update (granted_by, open_until) on people.minor_file to linli_runtime;

-- Whoever decides sees nobody's record, and still has to know whose file it is and which post asks.
create function people.asked_minor_files() returns table (file_id uuid, name text, birth_on date, asked_by_post text)
language sql stable security definer set search_path = pg_temp as $$
  select f.id, p.name, p.birth_on,
    (select string_agg(x.name, '、' order by x.name) from access.holding h join access.post x on x.id = h.post_id
     where h.account_id = f.asked_by and h.during @> f.asked_at)
  from people.minor_file f join registry.person p on p.id = f.person_id
  where f.asked_by = access.account_id()
    or (access.permitted('people.approveMinorFile') and approvals.visible(f.approval_id))
$$;
revoke execute on function people.asked_minor_files() from public;
grant execute on function people.asked_minor_files() to linli_runtime;

-- Whoever asked looks up what became of it.
insert into access.permission (post_kind, operation) values
  ('windowClerk', 'people.minorFiles'), ('committeeWorker', 'people.minorFiles') on conflict do nothing;
