-- A resident shows this code at the window (or reads it out): it proves which account is meant, so that a mistyped phone
-- number can never open somebody's file to a stranger.
create table identity.binding_code (
  id uuid primary key default uuidv7(),
  account_id uuid not null references identity.account,
  code_hash bytea not null unique,
  expires_at timestamptz not null default now() + interval '15 minutes',
  used_at timestamptz
);
create index binding_code_account on identity.binding_code (account_id);
alter table identity.binding_code enable row level security;
alter table identity.binding_code force row level security;
create policy binding_code_owner on identity.binding_code to linli_owner using (true) with check (true);
create policy binding_code_expired on identity.binding_code for select to linli_auth using (expires_at < now());
create policy binding_code_sweep on identity.binding_code for delete to linli_auth using (expires_at < now());
create policy binding_code_shown on identity.binding_code for insert to linli_runtime with check (
  account_id = (select identity.current_account()) and (select identity.current_kind()) = 'resident'
  and used_at is null and expires_at <= now() + interval '15 minutes');
grant insert (account_id, code_hash) on identity.binding_code to linli_runtime;
grant select (expires_at), delete on identity.binding_code to linli_auth;

-- The account that shows the code; null alike for a wrong, a used and an expired one.
create function identity.spend_binding_code(hash bytea) returns uuid language sql security definer set search_path = pg_temp as $$
  update identity.binding_code c set used_at = now()
  where c.code_hash = hash and c.used_at is null and c.expires_at > now() and identity.current_kind() = 'staff'
  returning c.account_id
$$;
revoke execute on function identity.spend_binding_code(bytea) from public;
grant execute on function identity.spend_binding_code(bytea) to linli_runtime;
