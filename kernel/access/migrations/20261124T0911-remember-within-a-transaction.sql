-- Row security asks who the caller is in every statement. The answer is kept for the rest of the transaction in a setting that
-- carries a seal: bound to this backend, this transaction, session and job, and made with a key that only the owner can read,
-- so that an application which writes the setting itself gains nothing.
create table access.seal (
  only_one boolean primary key default true check (only_one),
  key bytea not null
);
insert into access.seal (key) values (public.gen_random_bytes(32));
alter table access.seal enable row level security;
alter table access.seal force row level security;
create policy seal_owner on access.seal to linli_owner using (true) with check (true);

create function access.sealed(told text) returns text language sql stable security definer set search_path = pg_temp as $$
  select encode(public.hmac(convert_to(concat_ws('|', told, pg_backend_pid(), extract(epoch from now()),
    current_setting('linli.session', true), current_setting('linli.job', true)), 'UTF8'), s.key, 'sha256'), 'hex') from access.seal s
$$;
revoke execute on function access.sealed(text) from public;

-- 36 characters of account, 8 of kind, then the holder keys as an array.
create function access.resolved() returns text language plpgsql stable security definer set search_path = pg_temp as $$
declare
  kept text := coalesce(current_setting('linli.resolved', true), '');
  told text; me uuid; my_kind text;
begin
  if length(kept) > 64 then
    told := substr(kept, 65);
    if left(kept, 64) = access.sealed(told) then return told; end if;
  end if;
  if coalesce(current_setting('linli.session', true), '') <> '' then
    select s.account_id, s.kind into me, my_kind from identity.session_account(current_setting('linli.session', true)) s;
  end if;
  told := rpad(coalesce(me::text, ''), 36) || rpad(coalesce(my_kind, ''), 8) || access.keys_of(null, true)::text;
  perform set_config('linli.resolved', access.sealed(told) || told, true);
  return told;
end $$;
revoke execute on function access.resolved() from public;

create or replace function access.account_id() returns uuid language sql stable security definer set search_path = pg_temp as $$
  select nullif(rtrim(left(access.resolved(), 36)), '')::uuid
$$;
create or replace function access.account_kind() returns text language sql stable security definer set search_path = pg_temp as $$
  select nullif(rtrim(substr(access.resolved(), 37, 8)), '')
$$;
create or replace function access.holder_keys() returns text[] language sql stable security definer set search_path = pg_temp as $$
  select substr(access.resolved(), 45)::text[]
$$;
