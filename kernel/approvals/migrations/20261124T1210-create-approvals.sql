create schema approvals;
revoke all on schema approvals from public;
grant usage on schema approvals to linli_runtime;

create table approvals.approval (
  id uuid primary key default uuidv7(),
  subject_kind text not null check (subject_kind ~ '^[a-z][A-Za-z-]*(\.[a-z][A-Za-z]*)?$'),
  subject_id uuid not null,
  case_id uuid,
  mode text not null check (mode in ('serial', 'joint', 'twoPerson')),
  state text not null default 'open' check (state in ('open', 'approved', 'refused', 'withdrawn')),
  requested_by uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  check ((state = 'open') = (closed_at is null))
);
create unique index approval_open on approvals.approval (subject_kind, subject_id) where state = 'open';
create index approval_subject on approvals.approval (subject_kind, subject_id);

-- Who is asked, in which place, and what was said. `operation` is what the speaker must be permitted to do.
create table approvals.voice (
  id uuid primary key default uuidv7(),
  approval_id uuid not null references approvals.approval,
  position smallint not null check (position > 0),
  holder_key text not null check (holder_key ~ '^(post|department|account):'),
  operation text not null,
  account_id uuid,
  decision text check (decision in ('approved', 'refused')),
  reason text check (length(reason) between 1 and 2000),
  at timestamptz,
  unique (approval_id, position),
  constraint nobody_speaks_twice unique (approval_id, account_id),
  constraint a_refusal_has_a_reason check (decision is distinct from 'refused' or reason is not null),
  constraint said_whole check (num_nulls(account_id, decision, at) in (0, 3))
);
create index voice_waiting on approvals.voice (holder_key) where decision is null;

-- The same rules as in approval.ts, where no code can go round them. Holding the approval's row makes speakers take turns.
create function approvals.hear() returns trigger language plpgsql security definer set search_path = pg_temp as $$
declare asked approvals.approval;
begin
  select * into asked from approvals.approval where id = new.approval_id for update;
  if asked.state <> 'open' then raise exception 'the approval is closed' using errcode = 'LI010'; end if;
  if old.decision is not null then raise exception 'this voice has spoken' using errcode = 'LI011'; end if;
  if new.account_id = asked.requested_by then raise exception 'nobody speaks for his own request' using errcode = 'LI012'; end if;
  if asked.mode = 'serial' and exists (select from approvals.voice v where v.approval_id = asked.id and v.position < new.position and v.decision is null) then
    raise exception 'an earlier voice has not spoken' using errcode = 'LI013';
  end if;
  return new;
end $$;
create trigger hear before update on approvals.voice for each row execute function approvals.hear();

-- A refusal ends a serial or two-person approval at once; in a joint one everybody is heard before it counts.
create function approvals.conclude() returns trigger language plpgsql security definer set search_path = pg_temp as $$
declare waiting integer; refusals integer; asked_mode text;
begin
  select mode into asked_mode from approvals.approval where id = new.approval_id;
  select count(*) filter (where decision is null), count(*) filter (where decision = 'refused') into waiting, refusals
    from approvals.voice where approval_id = new.approval_id;
  if refusals > 0 and (waiting = 0 or asked_mode <> 'joint') then
    update approvals.approval set state = 'refused', closed_at = new.at where id = new.approval_id;
  elsif waiting = 0 then
    update approvals.approval set state = 'approved', closed_at = new.at where id = new.approval_id;
  end if;
  return null;
end $$;
create trigger conclude after update on approvals.voice for each row execute function approvals.conclude();

create function approvals.visible(wanted uuid) returns boolean language sql stable security definer set search_path = pg_temp as $$
  select exists (select from approvals.approval a where a.id = wanted and (
    a.requested_by = access.account_id()
    or (a.case_id is not null and cases.visible(a.case_id))
    or exists (select from approvals.voice v where v.approval_id = a.id and v.holder_key = any (access.holder_keys()))))
$$;

do $$ declare t text; begin
  foreach t in array array['approval', 'voice'] loop
    execute format('alter table approvals.%I enable row level security', t);
    execute format('alter table approvals.%I force row level security', t);
    execute format('create policy %I on approvals.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;
create policy approval_read on approvals.approval for select to linli_runtime using (approvals.visible(id));
create policy voice_read on approvals.voice for select to linli_runtime using (approvals.visible(approval_id));
create policy voice_speak on approvals.voice for update to linli_runtime
  using (holder_key = any (access.operation_keys(operation)) and decision is null)
  with check (holder_key = any (access.operation_keys(operation)) and account_id = (select access.account_id()));
grant select on approvals.approval, approvals.voice to linli_runtime;
grant update (account_id, decision, reason, at) on approvals.voice to linli_runtime;

create function approvals.open(kind text, subject uuid, with_mode text, about_case uuid, asked jsonb, now_at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_temp as $$
declare me uuid := access.account_id(); opened uuid; needed integer := case when me is null then 2 else 1 end;
begin
  if (me is null and access.job_name() is null) or (about_case is not null and me is not null and not cases.visible(about_case)) then
    raise exception 'not for this caller to ask' using errcode = 'insufficient_privilege';
  end if;
  -- Four eyes: the requester's two and another's; a request without a person needs two others.
  if jsonb_array_length(asked) < needed or (with_mode = 'twoPerson' and jsonb_array_length(asked) <> needed) then
    raise exception 'too few or too many are asked' using errcode = 'check_violation';
  end if;
  insert into approvals.approval (subject_kind, subject_id, mode, case_id, requested_by, opened_at)
    values (kind, subject, with_mode, about_case, me, now_at) returning id into opened;
  insert into approvals.voice (approval_id, position, holder_key, operation)
    select opened, one.place, one.item ->> 'holderKey', one.item ->> 'operation' from jsonb_array_elements(asked) with ordinality as one(item, place);
  return opened;
end $$;

create function approvals.withdraw(wanted uuid, now_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_temp as $$
begin
  update approvals.approval set state = 'withdrawn', closed_at = now_at
    where id = wanted and state = 'open' and requested_by is not distinct from access.account_id()
      and (requested_by is not null or access.job_name() is not null);
  return found;
end $$;

revoke all on all functions in schema approvals from public;
grant execute on function approvals.visible(uuid), approvals.open(text, uuid, text, uuid, jsonb, timestamptz),
  approvals.withdraw(uuid, timestamptz) to linli_runtime;
