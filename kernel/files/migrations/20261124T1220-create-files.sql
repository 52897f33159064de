create schema files;
revoke all on schema files from public;
grant usage on schema files to linli_runtime;

-- A content, once, by its hash. The bytes lie outside the database.
create table files.blob (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  mime text not null,
  stored_at timestamptz not null default now()
);

-- What somebody has sent and may still hang onto something: knowing a hash alone gives nobody the content.
create table files.upload (
  id uuid primary key default uuidv7(),
  hash text not null references files.blob,
  name text not null check (length(name) between 1 and 200),
  account_id uuid,
  job text,
  at timestamptz not null,
  linked_at timestamptz,
  check (num_nonnulls(account_id, job) = 1)
);
create index upload_hash on files.upload (hash);
create index upload_left on files.upload (at) where linked_at is null;

-- A file of a case, or of a subject that its holder alone sees.
create table files.link (
  id uuid primary key default uuidv7(),
  hash text not null references files.blob,
  case_id uuid,
  subject_kind text not null check (subject_kind ~ '^[a-z][A-Za-z]*$'),
  subject_id uuid not null,
  holder_key text check (holder_key ~ '^(person|account|post|department):'),
  kind text not null check (kind ~ '^[a-z][A-Za-z-]*$'),
  name text not null,
  by_account uuid,
  at timestamptz not null,
  check (num_nonnulls(case_id, holder_key) >= 1)
);
create index link_case on files.link (case_id) where case_id is not null;
create index link_subject on files.link (subject_kind, subject_id);
create index link_hash on files.link (hash);

do $$ declare t text; begin
  foreach t in array array['blob', 'upload', 'link'] loop
    execute format('alter table files.%I enable row level security', t);
    execute format('alter table files.%I force row level security', t);
    execute format('create policy %I on files.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;
create policy upload_own on files.upload for select to linli_runtime using (account_id = (select access.account_id()));
create policy link_read on files.link for select to linli_runtime using (
  case when case_id is not null then cases.visible(case_id) else holder_key = any ((select access.holder_keys())::text[]) end);
-- A content is seen through a link or an own upload.
create policy blob_read on files.blob for select to linli_runtime using (
  exists (select from files.link l where l.hash = blob.hash) or exists (select from files.upload u where u.hash = blob.hash));
grant select on files.blob, files.upload, files.link to linli_runtime;

-- The lock keeps the sweep from removing a content at the moment at which somebody sends it again.
create function files.hold(content text) returns void language sql set search_path = pg_temp as $$
  select pg_advisory_xact_lock_shared(hashtextextended('files:' || content, 0))
$$;

create function files.take(content text, bytes bigint, content_mime text, with_name text, now_at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_temp as $$
declare me uuid := access.account_id(); taken uuid;
begin
  if me is null and access.job_name() is null then
    raise exception 'nobody uploads without having signed in' using errcode = 'insufficient_privilege';
  end if;
  insert into files.blob (hash, size, mime, stored_at) values (content, bytes, content_mime, now_at) on conflict do nothing;
  insert into files.upload (hash, name, account_id, job, at)
    values (content, with_name, me, case when me is null then access.job_name() end, now_at) returning id into taken;
  return taken;
end $$;

create function files.attach(upload_id uuid, about_case uuid, to_kind text, to_subject uuid, seen_by text, as_kind text, now_at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_temp as $$
declare sent files.upload; attached uuid;
begin
  select * into sent from files.upload u where u.id = upload_id
    and (u.account_id = access.account_id() or (u.job is not null and u.job = access.job_name())) for update;
  if not found then raise exception 'no such upload of this caller' using errcode = 'no_data_found'; end if;
  if about_case is not null and access.job_name() is null and not cases.visible(about_case) then
    raise exception 'not this caller''s case' using errcode = 'insufficient_privilege';
  end if;
  insert into files.link (hash, case_id, subject_kind, subject_id, holder_key, kind, name, by_account, at)
    values (sent.hash, about_case, to_kind, to_subject, seen_by, as_kind, sent.name, sent.account_id, now_at) returning id into attached;
  update files.upload set linked_at = now_at where id = upload_id;
  return attached;
end $$;

-- Contents that hang on nothing any more, a few at a time, each locked until the sweep has removed its bytes.
create function files.drop_orphans(before timestamptz, at_most integer) returns setof text
language plpgsql security definer set search_path = pg_temp as $$
declare content text;
begin
  if access.job_name() is distinct from 'files.sweep-orphans' then
    raise exception 'only the sweep drops files' using errcode = 'insufficient_privilege';
  end if;
  delete from files.upload where at < before;
  for content in
    select b.hash from files.blob b where b.stored_at < before
      and not exists (select from files.link l where l.hash = b.hash) and not exists (select from files.upload u where u.hash = b.hash)
    limit at_most
  loop
    if pg_try_advisory_xact_lock(hashtextextended('files:' || content, 0)) then
      delete from files.blob b where b.hash = content
        and not exists (select from files.link l where l.hash = b.hash) and not exists (select from files.upload u where u.hash = b.hash);
      if found then return next content; end if;
    end if;
  end loop;
end $$;

-- Of these hashes those that no row knows: bytes left by a crash between the file and its row.
create function files.unknown(contents text[]) returns setof text language plpgsql security definer set search_path = pg_temp as $$
begin
  if access.job_name() is distinct from 'files.sweep-orphans' then
    raise exception 'only the sweep asks' using errcode = 'insufficient_privilege';
  end if;
  return query select c.hash from unnest(contents) as c(hash)
    where not exists (select from files.blob b where b.hash = c.hash) and pg_try_advisory_xact_lock(hashtextextended('files:' || c.hash, 0));
end $$;

revoke all on all functions in schema files from public;
grant execute on function files.hold(text), files.take(text, bigint, text, text, timestamptz),
  files.attach(uuid, uuid, text, uuid, text, text, timestamptz) to linli_runtime;
grant execute on function files.drop_orphans(timestamptz, integer), files.unknown(text[]) to linli_worker;
