create schema notifications;
revoke all on schema notifications from public;
grant usage on schema notifications to linli_runtime;

create table notifications.template (
  key text not null check (key ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$'),
  language text not null check (language in ('zh-CN', 'zh-Hant', 'en')),
  channel text not null check (channel in ('inApp', 'message', 'letter')),
  version integer not null default 1,
  title text not null,
  body text not null,
  primary key (key, language, channel, version)
);

-- Item names, case numbers, days: nothing that names, reaches or describes a person.
create function notifications.harmless(params jsonb) returns boolean language sql immutable parallel safe as $$
  select jsonb_typeof(params) = 'object' and not exists (
    select from jsonb_each(params) as field(name, value)
    where jsonb_typeof(field.value) not in ('string', 'number')
      or length(field.value #>> '{}') > 120
      or field.value #>> '{}' ~ '(^|[^0-9-])([0-9]{15}|[0-9]{17}[0-9Xx]|1[3-9][0-9]{9})($|[^0-9-])')
$$;

-- What was told to whom. The in-app notice is this row; other channels have a row in the outbox each.
create table notifications.notice (
  id uuid primary key default uuidv7(),
  holder_key text not null check (holder_key ~ '^(account|person|post|department):'),
  template text not null,
  -- Checked by the two functions that alone write here: a reminder's when it is set, since telling 100,000 must be quick.
  params jsonb not null default '{}',
  case_id uuid,
  created_at timestamptz not null default now(),
  read_at timestamptz
);
create index notice_holder on notifications.notice (holder_key, id desc);
create index notice_case on notifications.notice (case_id) where case_id is not null;

create table notifications.outbox (
  id uuid primary key default uuidv7(),
  notice_id uuid not null references notifications.notice,
  channel text not null,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'ambiguous')),
  attempts smallint not null default 0,
  provider text,
  provider_id text,
  reason text,
  next_at timestamptz not null default now(),
  claimed_at timestamptz,
  sent_at timestamptz
);
create index outbox_due on notifications.outbox (next_at) where state in ('queued', 'sending', 'ambiguous');
create index outbox_notice on notifications.outbox (notice_id);

-- What is to be told on a day to come. Telling it moves the row into `notice` under the same id.
create table notifications.reminder (
  id uuid primary key default uuidv7(),
  key text not null unique,
  holder_key text not null check (holder_key ~ '^(account|person|post|department):'),
  template text not null,
  params jsonb not null default '{}' check (notifications.harmless(params)),
  case_id uuid,
  due_at timestamptz not null
);
create index reminder_due on notifications.reminder (due_at);

do $$ declare t text; begin
  foreach t in array array['template', 'notice', 'outbox', 'reminder'] loop
    execute format('alter table notifications.%I enable row level security', t);
    execute format('alter table notifications.%I force row level security', t);
    execute format('create policy %I on notifications.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

create policy template_read on notifications.template for select to linli_runtime using (true);
-- A notice about a case ends with the sight of the case.
create policy notice_own on notifications.notice for select to linli_runtime using (
  holder_key = any ((select access.holder_keys())::text[]) and (case_id is null or cases.visible(case_id)));
create policy notice_mark on notifications.notice for update to linli_runtime
  using (holder_key = any ((select access.holder_keys())::text[]))
  with check (holder_key = any ((select access.holder_keys())::text[]));
create policy notice_send on notifications.notice for select to linli_worker
  using ((select access.job_name()) in ('notifications.send', 'notifications.reconcile'));
create policy outbox_send on notifications.outbox to linli_worker
  using ((select access.job_name()) in ('notifications.send', 'notifications.reconcile'))
  with check ((select access.job_name()) in ('notifications.send', 'notifications.reconcile'));
grant select on notifications.template, notifications.notice to linli_runtime;
grant update (read_at) on notifications.notice to linli_runtime;
grant select, update on notifications.outbox to linli_worker;

-- Whoever acts may tell others, but not in the name of a case that he cannot see, and nobody tells without having signed in.
create function notifications.refuse_stranger(about_case uuid) returns void language plpgsql stable set search_path = pg_temp as $$
begin
  if access.job_name() is not null then return; end if;
  if access.account_id() is null or (about_case is not null and not cases.visible(about_case)) then
    raise exception 'not for this caller to tell' using errcode = 'insufficient_privilege';
  end if;
end $$;

create function notifications.tell(to_holder text, with_template text, with_params jsonb, about_case uuid, at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_temp as $$
declare notice uuid; sends boolean;
begin
  perform notifications.refuse_stranger(about_case);
  if not exists (select from notifications.template t where t.key = with_template) then
    raise exception 'no template %', with_template using errcode = 'foreign_key_violation';
  end if;
  if not notifications.harmless(with_params) then
    raise exception 'a notice of % carries what names or reaches a person', with_template using errcode = 'check_violation';
  end if;
  insert into notifications.notice (holder_key, template, params, case_id, created_at)
    values (to_holder, with_template, with_params, about_case, at) returning id into notice;
  insert into notifications.outbox (notice_id, channel)
    select distinct notice, t.channel from notifications.template t where t.key = with_template and t.channel <> 'inApp';
  if found then perform jobs.add('notifications.send', '{}'); end if;
  return notice;
end $$;

create function notifications.remind(by_key text, to_holder text, with_template text, with_params jsonb, about_case uuid, due timestamptz) returns void
language plpgsql security definer set search_path = pg_temp as $$
begin
  perform notifications.refuse_stranger(about_case);
  insert into notifications.reminder (key, holder_key, template, params, case_id, due_at)
    values (by_key, to_holder, with_template, with_params, about_case, due)
    on conflict (key) do update set holder_key = excluded.holder_key, template = excluded.template,
      params = excluded.params, case_id = excluded.case_id, due_at = excluded.due_at;
end $$;

create function notifications.forget(by_key text) returns boolean
language plpgsql security definer set search_path = pg_temp as $$
begin
  perform notifications.refuse_stranger((select case_id from notifications.reminder where key = by_key));
  delete from notifications.reminder where key = by_key;
  return found;
end $$;

-- One statement for however many are due: two workers at once share the rows by SKIP LOCKED, and a row that was told is gone.
create function notifications.tell_due(until timestamptz, at_most integer default 200000) returns bigint
language plpgsql security definer set search_path = pg_temp set work_mem = '64MB' as $$
declare told bigint;
begin
  if access.job_name() is distinct from 'notifications.remind' then
    raise exception 'only the sweep tells reminders' using errcode = 'insufficient_privilege';
  end if;
  with due as materialized (
    delete from notifications.reminder where id in (
      select id from notifications.reminder where due_at <= until order by due_at limit at_most for update skip locked)
    returning id, holder_key, template, params, case_id
  ), notice as (
    insert into notifications.notice (id, holder_key, template, params, case_id, created_at)
    select id, holder_key, template, params, case_id, until from due order by holder_key
  ), channel as (
    select distinct key, channel from notifications.template where channel <> 'inApp'
  ), outbox as (
    insert into notifications.outbox (notice_id, channel) select due.id, channel.channel from due join channel on channel.key = due.template
  )
  select count(*) into told from due;
  return told;
end $$;

create function notifications.outbox_counts() returns table (channel text, state text, messages bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_temp as $$
  select channel, state, count(*), min(next_at) from notifications.outbox group by channel, state
$$;

revoke all on all functions in schema notifications from public;
grant execute on function notifications.harmless(jsonb), notifications.outbox_counts(),
  notifications.tell(text, text, jsonb, uuid, timestamptz), notifications.forget(text),
  notifications.remind(text, text, text, jsonb, uuid, timestamptz) to linli_runtime;
grant execute on function notifications.tell_due(timestamptz, integer) to linli_worker;
