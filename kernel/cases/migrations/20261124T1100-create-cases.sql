create schema cases;
grant usage on schema cases to linli_runtime;

-- The projected state of a case. Truth is cases.event; this row can be rebuilt from it at any time.
create table cases."case" (
  id uuid primary key default uuidv7(),
  number text not null unique,
  case_type text not null,
  sensitivity text not null check (sensitivity in ('ordinary', 'personal', 'sensitive')),
  subdistrict_id uuid not null references areas.area,
  area_id uuid references areas.area,
  subject_key text not null,
  state text not null,
  applicant_person_id uuid,
  applicant_organisation_id uuid,
  agent_person_id uuid,
  created_by uuid,
  opened_with text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  outcome text,
  due_on date,
  due_provisional boolean not null default false,
  first_contact uuid,
  parent_case_id uuid references cases."case",
  version integer not null default 0,
  last_event_id uuid,
  constraint applicant_named check (num_nonnulls(applicant_person_id, applicant_organisation_id) <= 1)
);
create index case_subdistrict_state on cases."case" (subdistrict_id, state, due_on);
create index case_applicant on cases."case" (applicant_person_id) where applicant_person_id is not null;
create index case_subject on cases."case" (subject_key, state);

create table cases.event (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases."case",
  seq integer not null,
  operation text not null,
  at timestamptz not null,
  account_id uuid,
  job text,
  -- ids, codes and dates; words that people write go to cases.note, where they can be erased
  payload jsonb not null default '{}',
  xid xid8 not null default pg_current_xact_id(),
  unique (case_id, seq)
);

create table cases.note (
  id uuid primary key default uuidv7(),
  event_id uuid not null references cases.event,
  case_id uuid not null references cases."case",
  language text not null default 'zh-CN',
  text text not null check (length(text) between 1 and 4000)
);
create index note_case on cases.note (case_id);

create table cases.step (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases."case",
  key text not null,
  kind text not null check (kind in ('internal', 'external')),
  group_key text,
  state text not null check (state in ('open', 'done', 'cancelled')),
  holder_key text not null check (holder_key ~ '^(post|department|account|system):'),
  claimed_by uuid,
  opened_at timestamptz not null,
  done_at timestamptz,
  outcome text,
  due_on date,
  due_provisional boolean not null default false,
  foreign_system text,
  foreign_number text,
  foreign_status text,
  learnt_at timestamptz,
  learnt_by text check (learnt_by in ('file', 'api', 'typed')),
  stale_after_days integer,
  stale_told_at timestamptz,
  check ((kind = 'external') = (foreign_system is not null))
);
create unique index step_once on cases.step (case_id, key) where state = 'open';
create index step_open_holder on cases.step (holder_key, due_on) where state = 'open';
create index step_case on cases.step (case_id);
create index step_stale on cases.step (learnt_at) where state = 'open' and kind = 'external';

create table cases.clock (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases."case",
  step_id uuid references cases.step,
  kind text not null check (kind in ('promisedLimit', 'statutoryLimit', 'stepLimit')),
  started_on date not null,
  limit_days integer not null check (limit_days between 0 and 1000),
  pauses jsonb not null default '[]',
  extensions jsonb not null default '[]',
  stopped_on date,
  due_on date not null,
  provisional boolean not null default false,
  colour_told text not null default 'green' check (colour_told in ('green', 'yellow', 'red')),
  unique nulls not distinct (case_id, step_id, kind)
);
create index clock_running on cases.clock (due_on) where stopped_on is null;

create table cases.rating (
  case_id uuid primary key references cases."case",
  stars smallint not null check (stars between 1 and 5),
  note_event_id uuid references cases.event,
  at timestamptz not null,
  by_account uuid
);

-- Who may see a case, why, and until when. Written by the triggers below alone.
create table cases.case_scope (
  case_id uuid not null references cases."case",
  holder_key text not null,
  why text not null,
  until timestamptz,
  primary key (case_id, holder_key, why)
);
create index case_scope_holder on cases.case_scope (holder_key, case_id);

create function cases.grant_scope(wanted_case uuid, wanted_key text, wanted_why text, wanted_until timestamptz default null) returns void
language plpgsql security definer set search_path = pg_temp as $$
declare person uuid;
begin
  insert into cases.case_scope (case_id, holder_key, why, until) values (wanted_case, wanted_key, wanted_why, wanted_until)
    on conflict (case_id, holder_key, why) do update set until = excluded.until;
  -- A live case is the purpose for which its handler sees the person.
  if wanted_key like 'post:%' or wanted_key like 'account:%' or wanted_key like 'department:%' then
    select c.applicant_person_id into person from cases."case" c where c.id = wanted_case;
    if person is not null and wanted_why <> 'leads' then
      perform registry.grant_person_scope(person, wanted_key, 'case:' || wanted_case, wanted_until);
    end if;
  end if;
end $$;
revoke execute on function cases.grant_scope(uuid, text, text, timestamptz) from public;

create function cases.scope_of_new_case() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  if new.created_by is not null then perform cases.grant_scope(new.id, 'account:' || new.created_by, 'created'); end if;
  if new.applicant_person_id is not null then perform cases.grant_scope(new.id, 'person:' || new.applicant_person_id, 'applicant'); end if;
  if new.agent_person_id is not null then perform cases.grant_scope(new.id, 'person:' || new.agent_person_id, 'agent'); end if;
  perform cases.grant_scope(new.id, 'post:supervisor@' || new.subdistrict_id, 'leads');
  if new.sensitivity <> 'sensitive' then perform cases.grant_scope(new.id, 'post:streetLeader@' || new.subdistrict_id, 'leads'); end if;
  return new;
end $$;
create trigger scope_of_new_case after insert on cases."case" for each row execute function cases.scope_of_new_case();

-- Somebody identified later: the applicant sees his case, and whoever handles it sees him.
create function cases.scope_of_linked_applicant() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  if new.applicant_person_id is null then return new; end if;
  perform cases.grant_scope(new.id, 'person:' || new.applicant_person_id, 'applicant');
  perform cases.grant_scope(s.case_id, s.holder_key, s.why, s.until) from cases.case_scope s
    where s.case_id = new.id and (s.until is null or s.until > now());
  return new;
end $$;
create trigger scope_of_linked_applicant after update of applicant_person_id on cases."case" for each row
  when (old.applicant_person_id is distinct from new.applicant_person_id) execute function cases.scope_of_linked_applicant();

create function cases.scope_of_step() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  -- The bureau's own system may report on an external step while it is open.
  if new.kind = 'external' then
    insert into cases.case_scope (case_id, holder_key, why, until)
    select new.case_id, 'machine@' || c.subdistrict_id, 'step:' || new.id, case when new.state = 'open' then null else now() end
    from cases."case" c where c.id = new.case_id
    on conflict (case_id, holder_key, why) do update set until = excluded.until;
  end if;
  -- Whoever had claimed it and has it no longer, by release or by hand-over, loses sight at once.
  if tg_op = 'UPDATE' and old.claimed_by is distinct from new.claimed_by and old.claimed_by is not null then
    perform cases.grant_scope(new.case_id, 'account:' || old.claimed_by, 'step:' || new.id, now());
  end if;
  if new.state = 'open' and new.claimed_by is null then
    perform cases.grant_scope(new.case_id, new.holder_key, 'step:' || new.id);
  elsif new.state = 'open' then
    -- Claimed: the others of the post lose sight of it.
    perform cases.grant_scope(new.case_id, new.holder_key, 'step:' || new.id, now());
    perform cases.grant_scope(new.case_id, 'account:' || new.claimed_by, 'step:' || new.id);
  else
    perform cases.grant_scope(new.case_id, new.holder_key, 'step:' || new.id, now());
    if new.claimed_by is not null then
      perform cases.grant_scope(new.case_id, 'account:' || new.claimed_by, 'step:' || new.id, now() + interval '30 days');
    end if;
  end if;
  return new;
end $$;
create trigger scope_of_step after insert or update of state, claimed_by, holder_key on cases.step
  for each row execute function cases.scope_of_step();

create function cases.visible(wanted_case uuid) returns boolean language sql stable set search_path = pg_temp as $$
  select exists (select 1 from cases.case_scope s where s.case_id = wanted_case
    and s.holder_key = any ((select access.holder_keys())::text[]) and (s.until is null or s.until > now()))
$$;

-- The database's own word on an operation: a permitted post (or resident) that is in this case's scope, or a permitted job.
create function cases.may(wanted_case uuid, wanted_operation text) returns boolean
language plpgsql stable security definer set search_path = pg_temp as $$
begin
  if access.job_name() is not null then return access.permitted(wanted_operation); end if;
  return exists (select 1 from cases.case_scope s where s.case_id = wanted_case
    and s.holder_key = any (access.operation_keys(wanted_operation)) and (s.until is null or s.until > now()));
end $$;

do $$ declare t text; begin
  foreach t in array array['case','event','note','step','clock','rating','case_scope'] loop
    execute format('alter table cases.%I enable row level security', t);
    execute format('alter table cases.%I force row level security', t);
    execute format('create policy %I on cases.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

create policy case_scope_read on cases.case_scope for select to linli_runtime
  using (holder_key = any ((select access.holder_keys())::text[]) or (select access.permitted('cases.sweep')));

create policy case_read on cases."case" for select to linli_runtime using (
  exists (select 1 from cases.case_scope s where s.case_id = id
    and s.holder_key = any ((select access.holder_keys())::text[]) and (s.until is null or s.until > now()))
  or (select access.permitted('cases.sweep')));
create policy case_open on cases."case" for insert to linli_runtime
  with check (created_by is not distinct from (select access.account_id()) and access.permitted_at(opened_with, subdistrict_id)
    and (applicant_person_id is null or registry.may_apply_for(applicant_person_id, subject_key)));
-- A case changes only together with an event of this very transaction, and that event passed cases.may.
create policy case_change on cases."case" for update to linli_runtime using (
  exists (select 1 from cases.case_scope s where s.case_id = id
    and s.holder_key = any ((select access.holder_keys())::text[]) and (s.until is null or s.until > now()))
  or (select access.permitted('cases.sweep')))
  with check (exists (select 1 from cases.event e where e.id = last_event_id and e.case_id = "case".id and e.xid = pg_current_xact_id()));

create policy event_read on cases.event for select to linli_runtime using (
  exists (select 1 from cases.case_scope s where s.case_id = event.case_id
    and s.holder_key = any ((select access.holder_keys())::text[]) and (s.until is null or s.until > now()))
  or (select access.permitted('cases.sweep')));
create policy event_write on cases.event for insert to linli_runtime with check (
  account_id is not distinct from (select access.account_id()) and job is not distinct from (select access.job_name())
  and xid = pg_current_xact_id() and cases.may(case_id, operation));

create function cases.changed_now(wanted_case uuid) returns boolean language sql stable security definer set search_path = pg_temp as $$
  select exists (select 1 from cases.event e where e.case_id = wanted_case and e.xid = pg_current_xact_id())
$$;

do $$ declare t text; begin
  foreach t in array array['note','step','clock','rating'] loop
    execute format($f$create policy %I on cases.%I for select to linli_runtime using (
      exists (select 1 from cases.case_scope s where s.case_id = %I.case_id
        and s.holder_key = any ((select access.holder_keys())::text[]) and (s.until is null or s.until > now()))
      or (select access.permitted('cases.sweep')))$f$, t || '_read', t, t);
    execute format($f$create policy %I on cases.%I for insert to linli_runtime with check (cases.changed_now(case_id))$f$, t || '_write', t);
  end loop;
  foreach t in array array['step','clock'] loop
    execute format($f$create policy %I on cases.%I for update to linli_runtime
      using (cases.changed_now(case_id)) with check (cases.changed_now(case_id))$f$, t || '_change', t);
  end loop;
end $$;

grant select, insert, update on cases."case", cases.step, cases.clock to linli_runtime;
grant select, insert on cases.event, cases.note, cases.rating to linli_runtime;
grant select on cases.case_scope to linli_runtime;

-- Running numbers a street and day: short enough to read out over the phone.
create table cases.number_counter (
  subdistrict_id uuid not null,
  on_day date not null,
  last integer not null,
  primary key (subdistrict_id, on_day)
);
alter table cases.number_counter enable row level security;
alter table cases.number_counter force row level security;
create policy number_counter_owner on cases.number_counter to linli_owner using (true) with check (true);
create function cases.next_number(street uuid, day date) returns text language plpgsql security definer set search_path = pg_temp as $$
declare n integer; code text;
begin
  insert into cases.number_counter as c values (street, day, 1)
    on conflict (subdistrict_id, on_day) do update set last = c.last + 1 returning last into n;
  select v.code into code from areas.area_version v where v.area_id = street and v.during @> day;
  return coalesce(code, '000000000') || '-' || to_char(day, 'YYMMDD') || '-' || lpad(n::text, 4, '0');
end $$;
revoke execute on function cases.next_number(uuid, date) from public;
grant execute on function cases.next_number(uuid, date) to linli_runtime;
