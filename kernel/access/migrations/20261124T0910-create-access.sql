create schema access;
grant usage on schema access to linli_runtime;

create table access.department (
  id text primary key check (id ~ '^[a-z][a-z0-9-]+$'),
  name text not null,
  level text not null check (level in ('subdistrict', 'district', 'city')),
  aliases text[] not null default '{}'
);

create table access.post_kind (
  kind text primary key,
  name text not null,
  -- Holders of such a post see the people of the post's area; others see people only through a case.
  reads_people boolean not null default false
);

create table access.post (
  id uuid primary key default uuidv7(),
  kind text not null references access.post_kind,
  area_id uuid not null references areas.area,
  department_id text references access.department,
  name text not null
);

create table access.holding (
  id uuid primary key default uuidv7(),
  post_id uuid not null references access.post,
  account_id uuid not null,
  during tstzrange not null default tstzrange(now(), null),
  constraint holding_once exclude using gist (post_id with =, account_id with =, during with &&)
);
create index holding_account on access.holding (account_id);

-- Which operations a kind of post, a resident or a machine may perform at all. The reach of each is in the *_scope tables.
create table access.permission (
  post_kind text not null,
  operation text not null check (operation ~ '^[a-z][A-Za-z-]*\.[a-z][A-Za-z]*$'),
  primary key (post_kind, operation)
);

create table access.job_permission (
  job text not null,
  operation text not null,
  primary key (job, operation)
);

-- 三员分立: system, security and audit administrator are three posts that nobody holds two of.
create function access.keep_administrators_apart() returns trigger language plpgsql set search_path = access, pg_temp as $$
begin
  if exists (
    select 1
    from access.post mine
    join access.holding other on other.account_id = new.account_id and other.id <> new.id and other.during && new.during
    join access.post theirs on theirs.id = other.post_id
    where mine.id = new.post_id
      and mine.kind in ('systemAdmin', 'securityAdmin', 'auditAdmin')
      and theirs.kind in ('systemAdmin', 'securityAdmin', 'auditAdmin')
      and mine.kind <> theirs.kind
  ) then
    raise exception 'one account may not hold two administrator posts' using errcode = 'LI001';
  end if;
  return new;
end $$;
create trigger keep_administrators_apart after insert or update on access.holding
  for each row execute function access.keep_administrators_apart();

-- The application passes only a session's id (or, as worker, a job's name). Everything else is resolved here.
create function access.account_id() returns uuid language plpgsql stable security definer set search_path = pg_temp as $$
declare found uuid;
begin
  if coalesce(current_setting('linli.session', true), '') = '' then return null; end if;
  select s.account_id into found from identity.session_account(current_setting('linli.session', true)) s;
  return found;
end $$;

create function access.account_kind() returns text language plpgsql stable security definer set search_path = pg_temp as $$
declare found text;
begin
  if coalesce(current_setting('linli.session', true), '') = '' then return null; end if;
  select s.kind into found from identity.session_account(current_setting('linli.session', true)) s;
  return found;
end $$;

-- Only the worker's login can speak as a job; a web process that sets the variable gains nothing.
create function access.job_name() returns text language sql stable security definer set search_path = pg_temp as $$
  select case when session_user = 'linli_worker' then nullif(current_setting('linli.job', true), '') end
$$;

create function access.own_persons() returns uuid[] language plpgsql stable security definer set search_path = pg_temp as $$
begin
  return coalesce((select array_agg(b.person_id) from identity.binding b
    where b.account_id = access.account_id() and b.during @> now()), '{}');
end $$;

create function access.current_posts() returns table (post_id uuid, kind text, area_id uuid, department_id text)
language plpgsql stable security definer set search_path = pg_temp as $$
begin
  return query select p.id, p.kind, p.area_id, p.department_id
    from access.holding h join access.post p on p.id = h.post_id
    where h.account_id = access.account_id() and h.during @> now() and access.account_kind() = 'staff';
end $$;

-- Every name under which the caller may be meant in a *_scope table; with an operation, only those names that permit it.
create function access.keys_of(wanted_operation text, with_people boolean) returns text[]
language plpgsql stable security definer set search_path = pg_temp as $$
declare
  me uuid; my_kind text; keys text[] := '{}'; personal boolean; job text := access.job_name();
begin
  if job is not null then return array['system:' || job]; end if;
  select s.account_id, s.kind into me, my_kind from identity.session_account(nullif(current_setting('linli.session', true), '')) s;
  if me is null then return keys; end if;
  if my_kind = 'machine' then
    -- A machine has no eyes of its own: it reaches the open external steps of its area, with the operations on its list.
    return coalesce((select array_agg('machine@' || d.area_id) from identity.machine_client m
      join areas.descendant d on d.ancestor_id = m.area_id
      where m.account_id = me and m.expires_at > now()
        and (wanted_operation is null or (wanted_operation = any (m.operations)
          and exists (select 1 from access.permission p where p.post_kind = 'machine' and p.operation = wanted_operation)))), '{}');
  end if;
  -- Somebody who has left every post keeps the account, and no sight of any case.
  personal := wanted_operation is null and (my_kind <> 'staff' or exists (
    select 1 from access.holding h where h.account_id = me and h.during @> now())) or wanted_operation is not null and exists (
    select 1 from access.permission p where p.operation = wanted_operation and (p.post_kind = my_kind
      or (my_kind = 'staff' and p.post_kind in (
        select x.kind from access.holding h join access.post x on x.id = h.post_id where h.account_id = me and h.during @> now()))));
  if personal then
    keys := keys || ('account:' || me);
    keys := keys || coalesce((select array_agg('person:' || b.person_id) from identity.binding b
      where b.account_id = me and b.during @> now()), '{}');
  end if;
  if my_kind <> 'staff' then return keys; end if;
  return keys || coalesce((
    select array_agg(k.key) from access.holding h
    join access.post p on p.id = h.post_id
    join access.post_kind pk on pk.kind = p.kind
    join areas.descendant d on d.ancestor_id = p.area_id
    cross join lateral (
      select 'post:' || p.kind || '@' || d.area_id as key
      union all select 'department:' || p.department_id || '@' || d.area_id where p.department_id is not null
      union all select 'area:' || d.area_id where with_people and pk.reads_people
    ) k
    where h.account_id = me and h.during @> now()
      and (wanted_operation is null or exists (
        select 1 from access.permission q where q.post_kind = p.kind and q.operation = wanted_operation))
  ), '{}');
end $$;

create function access.holder_keys() returns text[] language sql stable security definer set search_path = pg_temp as $$
  select access.keys_of(null, true)
$$;

create function access.operation_keys(operation text) returns text[] language sql stable security definer set search_path = pg_temp as $$
  select access.keys_of(operation, true)
$$;

create function access.permitted(wanted text) returns boolean language plpgsql stable security definer set search_path = pg_temp as $$
declare my_kind text; me uuid; job text := access.job_name();
begin
  if job is not null then
    return exists (select 1 from access.job_permission p where p.job = access.job_name() and p.operation = wanted);
  end if;
  select s.account_id, s.kind into me, my_kind from identity.session_account(nullif(current_setting('linli.session', true), '')) s;
  if me is null then return false; end if;
  if my_kind = 'machine' and not exists (select 1 from identity.machine_client m
    where m.account_id = me and m.expires_at > now() and wanted = any (m.operations)) then return false; end if;
  return exists (select 1 from access.permission p where p.operation = wanted and p.post_kind = my_kind)
    or (my_kind = 'staff' and exists (
      select 1 from access.holding h join access.post x on x.id = h.post_id
      join access.permission p on p.post_kind = x.kind and p.operation = wanted
      where h.account_id = me and h.during @> now()));
end $$;

-- As above, and the post covers the area. Residents and jobs have no area of their own.
create function access.permitted_at(wanted text, at_area uuid) returns boolean
language plpgsql stable security definer set search_path = pg_temp as $$
declare my_kind text; me uuid;
begin
  if access.job_name() is not null then return access.permitted(wanted); end if;
  select s.account_id, s.kind into me, my_kind from identity.session_account(nullif(current_setting('linli.session', true), '')) s;
  if me is null then return false; end if;
  if my_kind = 'machine' then
    return access.permitted(wanted) and exists (select 1 from identity.machine_client m
      join areas.descendant d on d.ancestor_id = m.area_id and d.area_id = at_area where m.account_id = me);
  end if;
  if my_kind <> 'staff' then
    return exists (select 1 from access.permission p where p.operation = wanted and p.post_kind = my_kind);
  end if;
  return exists (
    select 1 from access.holding h join access.post x on x.id = h.post_id
    join access.permission p on p.post_kind = x.kind and p.operation = wanted
    join areas.descendant d on d.ancestor_id = x.area_id and d.area_id = at_area
    where h.account_id = me and h.during @> now());
end $$;

-- What the policy in the action decides on; one round trip.
create function access.me() returns jsonb language plpgsql stable security definer set search_path = pg_temp as $$
declare me uuid; my_kind text; job text := access.job_name();
begin
  if job is not null then
    return jsonb_build_object('accountId', null, 'kind', 'system', 'job', job, 'posts', '[]'::jsonb, 'persons', '[]'::jsonb,
      'operations', coalesce((select jsonb_agg(operation) from access.job_permission p where p.job = access.job_name()), '[]'));
  end if;
  select s.account_id, s.kind into me, my_kind from identity.session_account(nullif(current_setting('linli.session', true), '')) s;
  if me is null then return null; end if;
  return jsonb_build_object('accountId', me, 'kind', my_kind,
    'persons', (select coalesce(jsonb_agg(b.person_id), '[]') from identity.binding b where b.account_id = me and b.during @> now()),
    'posts', case when my_kind <> 'staff' then '[]'::jsonb else (
      select coalesce(jsonb_agg(jsonb_build_object('postId', p.id, 'kind', p.kind, 'name', p.name, 'areaId', p.area_id,
        'departmentId', p.department_id,
        'subdistrictId', (select d.ancestor_id from areas.descendant d join areas.area a on a.id = d.ancestor_id and a.kind = 'subdistrict'
                          where d.area_id = p.area_id limit 1)) order by p.id), '[]')
      from access.holding h join access.post p on p.id = h.post_id where h.account_id = me and h.during @> now()) end,
    'operations', (select coalesce(jsonb_agg(distinct q.operation), '[]') from access.permission q
      where (q.post_kind = my_kind and (my_kind <> 'machine' or q.operation in (
          select unnest(m.operations) from identity.machine_client m where m.account_id = me)))
        or (my_kind = 'staff' and q.post_kind in (
        select p.kind from access.holding h join access.post p on p.id = h.post_id where h.account_id = me and h.during @> now()))));
end $$;

-- Idempotency-Key: the answer is kept beside the effect, so that a retry is told what the first call was told.
create table access.answered_request (
  account_id uuid not null,
  operation text not null,
  key text not null check (length(key) between 8 and 128),
  request_digest bytea not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (account_id, operation, key)
);

do $$ declare t text; begin
  foreach t in array array['department','post_kind','post','holding','permission','job_permission','answered_request'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    execute format('create policy %I on access.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
  foreach t in array array['department','post_kind','post','permission'] loop
    execute format('create policy %I on access.%I for select to linli_runtime using (true)', t || '_read', t);
    execute format('grant select on access.%I to linli_runtime', t);
  end loop;
end $$;
create policy holding_read on access.holding for select to linli_runtime
  using (account_id = (select access.account_id()) or (select access.permitted('posts.list')));
grant select on access.holding to linli_runtime;
create policy answered_request_own on access.answered_request to linli_runtime
  using (account_id = (select access.account_id())) with check (account_id = (select access.account_id()));
grant select, insert, update on access.answered_request to linli_runtime;

insert into access.post_kind (kind, name, reads_people) values
  ('windowClerk', '窗口受理岗', true), ('committeeWorker', '居委社工岗', true), ('departmentApprover', '部门审批岗', false),
  ('districtOfficer', '区级审批岗', false), ('supervisor', '中心督办岗', false), ('streetLeader', '街道领导岗', false),
  ('hotlineOperator', '热线岗', false), ('itemEditor', '事项管理岗', false), ('systemAdmin', '系统管理员', false), ('securityAdmin', '安全管理员', false),
  ('auditAdmin', '审计管理员', false);
