-- Tables of better-auth. They belong to the login library: only linli_auth works on them, the runtime role cannot even read them.
create schema auth;
grant usage on schema auth to linli_auth;

create table auth."user" (
  "id" uuid primary key default gen_random_uuid(),
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

-- accountId and accountKind are ours: what a session may do is known without a second look.
create table auth."session" (
  "id" uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accountId" uuid not null,
  "accountKind" text not null check ("accountKind" in ('staff', 'resident', 'machine'))
);
create index session_of_user on auth."session" ("userId");

create table auth."account" (
  "id" uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index account_of_user on auth."account" ("userId");

create table auth."verification" (
  "id" uuid primary key default gen_random_uuid(),
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth."verification" ("identifier");

grant select, insert, update, delete on all tables in schema auth to linli_auth;

-- Long-lived connections learn at once that their session is over.
create function auth.tell_session_ended() returns trigger language plpgsql set search_path = pg_temp as $$
begin
  perform pg_notify('linli_session_ended', old."id"::text);
  return old;
end $$;
create trigger tell_session_ended after delete on auth."session" for each row execute function auth.tell_session_ended();

create schema identity;
grant usage on schema identity to linli_runtime, linli_auth;

create table identity.account (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('staff', 'resident', 'machine')),
  auth_user_id uuid not null unique references auth."user",
  display_name text not null,
  language text not null default 'zh-CN' check (language in ('zh-CN', 'zh-Hant', 'en')),
  staff_number text unique,
  phone_cipher bytea,
  phone_index bytea unique,
  -- Set by an administrator only. The limits on sign-in never touch it, so nobody can lock another out.
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  constraint staff_has_number check ((kind = 'staff') = (staff_number is not null)),
  constraint resident_has_phone check ((kind = 'resident') = (phone_index is not null and phone_cipher is not null))
);

-- A phone is not an identity: without a binding an account sees only what it submitted. One phone may serve several persons.
create table identity.binding (
  id uuid primary key default uuidv7(),
  account_id uuid not null references identity.account,
  person_id uuid not null,
  how text not null check (how in ('checkedDocument', 'postedCode')),
  checked_by_account uuid references identity.account,
  during tstzrange not null default tstzrange(now(), null),
  constraint document_was_checked check (how <> 'checkedDocument' or checked_by_account is not null),
  constraint nobody_checks_himself check (checked_by_account <> account_id),
  constraint bound_once exclude using gist (account_id with =, person_id with =, during with &&)
);
create index binding_person on identity.binding (person_id);

create table identity.posted_code (
  id uuid primary key default uuidv7(),
  account_id uuid not null references identity.account,
  person_id uuid not null,
  code_hash bytea not null unique,
  issued_by uuid not null references identity.account,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  redeemed_at timestamptz
);
create index posted_code_account on identity.posted_code (account_id);

create table identity.machine_client (
  account_id uuid primary key references identity.account,
  owner_account uuid not null references identity.account,
  operations text[] not null check (cardinality(operations) > 0),
  area_id uuid not null,
  expires_at timestamptz not null,
  secret_hash bytea not null
);

-- The code is bound to the device that asked for it, so a stranger can neither use up nor replace the owner's code.
create table identity.sign_in_code (
  id uuid primary key,
  phone_index bytea not null,
  device_hash bytea not null,
  code_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  tries smallint not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);
create index sign_in_code_asked on identity.sign_in_code (phone_index, device_hash, created_at desc);
create index sign_in_code_expiry on identity.sign_in_code (expires_at);

-- Keyed digests only: no number, name or address can be read from the sliding windows.
create table identity.attempt (
  id bigint generated always as identity primary key,
  act text not null,
  bucket bytea not null,
  outcome text not null check (outcome in ('open', 'passed')),
  at timestamptz not null default clock_timestamp()
);
create index attempt_window on identity.attempt (bucket, act, at desc);
create index attempt_at on identity.attempt (at);

-- A one-time password is refused once its step was used; recovery codes leave the list when used.
create table identity.second_factor (
  account_id uuid primary key references identity.account,
  secret_cipher bytea not null,
  verified boolean not null default false,
  last_step bigint not null default 0,
  recovery_hashes bytea[] not null default '{}'
);

create table identity.known_device (
  account_id uuid not null references identity.account,
  device_hash bytea not null,
  address_hash bytea not null,
  last_at timestamptz not null default now(),
  primary key (account_id, device_hash)
);
create index known_device_address on identity.known_device (account_id, address_hash);

-- Null when expired, idle, revoked or locked. Every request asks, so a revocation holds from the next one on.
create function identity.session_account(session_id text)
returns table (account_id uuid, kind text, session_started timestamptz)
language sql stable security definer set search_path = pg_temp as $$
  select a.id, a.kind, s."createdAt"
  from auth."session" s
  join identity.account a on a.id = s."accountId" and a.kind = s."accountKind"
  where s."id" = case when session_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then session_id::uuid end
    and s."expiresAt" > now()
    and (a.kind <> 'staff' or s."updatedAt" > now() - interval '30 minutes')
    and (a.locked_until is null or a.locked_until <= now())
    and (a.kind <> 'machine' or exists (
      select 1 from identity.machine_client m where m.account_id = a.id and m.expires_at > now()))
$$;

create function identity.current_account() returns uuid language sql stable security definer set search_path = pg_temp as $$
  select s.account_id from identity.session_account(nullif(current_setting('linli.session', true), '')) s
$$;

create function identity.current_kind() returns text language sql stable security definer set search_path = pg_temp as $$
  select s.kind from identity.session_account(nullif(current_setting('linli.session', true), '')) s
$$;

-- Who acted is shown on every timeline: names of staff are no secret inside the house, a resident's account tells nothing.
create function identity.staff_names(accounts uuid[]) returns table (account_id uuid, display_name text)
language sql stable security definer set search_path = pg_temp as $$
  select a.id, a.display_name from identity.account a where a.id = any (accounts) and a.kind = 'staff'
    and identity.current_account() is not null
$$;

-- Answers the person or null and never raises, so that one answer serves a wrong, a used and a foreign code.
create function identity.redeem_posted_code(hash bytea) returns uuid
language plpgsql security definer set search_path = pg_temp as $$
declare me uuid := identity.current_account(); found identity.posted_code;
begin
  update identity.posted_code c set redeemed_at = now()
    where c.code_hash = hash and c.account_id = me and c.redeemed_at is null and c.expires_at > now()
    returning * into found;
  if found.id is null then return null; end if;
  if not exists (select 1 from identity.binding b where b.account_id = me and b.person_id = found.person_id and b.during @> now()) then
    insert into identity.binding (account_id, person_id, how, checked_by_account)
      values (me, found.person_id, 'postedCode', found.issued_by);
  end if;
  return found.person_id;
end $$;

-- What a machine client may do; its area and its end are part of the answer, so that access needs no table of ours.
create function identity.machine_grant(account uuid) returns table (operations text[], area_id uuid)
language sql stable security definer set search_path = pg_temp as $$
  select m.operations, m.area_id from identity.machine_client m where m.account_id = account and m.expires_at > now()
$$;

revoke execute on all functions in schema identity from public;
grant execute on function identity.session_account(text), identity.current_account(), identity.current_kind(),
  identity.staff_names(uuid[]), identity.redeem_posted_code(bytea), identity.machine_grant(uuid) to linli_runtime;

do $$ declare t text; begin
  foreach t in array array['account','binding','posted_code','machine_client','sign_in_code','attempt','second_factor','known_device'] loop
    execute format('alter table identity.%I enable row level security', t);
    execute format('alter table identity.%I force row level security', t);
    execute format('create policy %I on identity.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
  -- Sign-in happens before there is a session; it works on these and on nothing else.
  foreach t in array array['account','machine_client','sign_in_code','attempt','second_factor','known_device'] loop
    execute format('create policy %I on identity.%I to linli_auth using (true) with check (true)', t || '_sign_in', t);
  end loop;
end $$;
grant select, insert, update on identity.account, identity.machine_client to linli_auth;
grant select, insert, update, delete on identity.sign_in_code, identity.attempt, identity.second_factor, identity.known_device
  to linli_auth;

create policy account_own on identity.account for select to linli_runtime using (id = (select identity.current_account()));
grant select (id, kind, display_name, language, staff_number, created_at) on identity.account to linli_runtime;

create policy binding_own on identity.binding for select to linli_runtime using (account_id = (select identity.current_account()));
grant select on identity.binding to linli_runtime;
-- Who may bind, and whom, is opened by the module that offers it: without it nobody can.
