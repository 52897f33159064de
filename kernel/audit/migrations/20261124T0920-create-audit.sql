create schema audit;
grant usage on schema audit to linli_runtime;

create table audit.head (
  chain smallint primary key check (chain between 0 and 63),
  seq bigint not null default 0,
  hash bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000'
);
insert into audit.head (chain) select generate_series(0, 63);

create table audit.entry (
  chain smallint not null references audit.head,
  seq bigint not null,
  id uuid not null default uuidv7(),
  at timestamptz not null,
  verb text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  account_id uuid,
  job text,
  channel text not null,
  case_id uuid,
  subjects uuid[] not null default '{}',
  purpose text,
  detail jsonb not null default '{}',
  text_digest bytea,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (chain, seq),
  unique (id)
);
create index entry_account on audit.entry (account_id, at desc);
create index entry_subjects on audit.entry using gin (subjects);

-- Typed reasons can hold personal words; they can be erased while the chain still proves that an entry stood here.
create table audit.entry_text (
  entry_id uuid primary key references audit.entry (id),
  text text not null,
  written_at timestamptz not null default now()
);

create table audit.checkpoint (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  heads jsonb not null,
  prev_digest bytea,
  signature bytea not null,
  key_id text not null
);

create function audit.entry_hash(e audit.entry) returns bytea language sql stable set search_path = pg_temp as $$
  select sha256(e.prev_hash || convert_to(jsonb_build_array(
    e.chain, e.seq, e.id, extract(epoch from e.at)::text, e.verb, e.outcome, e.account_id, e.job, e.channel, e.case_id,
    to_jsonb(e.subjects), e.purpose, e.detail, encode(e.text_digest, 'hex'))::text, 'UTF8'))
$$;

-- The only way in: the runtime can neither insert, change nor delete an entry. It speaks for the session, never for another.
create function audit.append(
  verb text, outcome text, channel text, at timestamptz, case_id uuid, subjects uuid[], purpose text, detail jsonb, reason text default null
) returns uuid language plpgsql security definer set search_path = pg_temp as $$
declare e audit.entry; h audit.head;
begin
  -- Any chain that nobody else holds: writers do not wait for each other.
  select * into h from audit.head x order by (x.chain + pg_backend_pid()) % 64 limit 1 for update skip locked;
  if not found then select * into h from audit.head x where x.chain = pg_backend_pid() % 64 for update; end if;
  e.chain := h.chain; e.seq := h.seq + 1; e.id := uuidv7(); e.at := append.at; e.verb := append.verb; e.outcome := append.outcome;
  e.account_id := access.account_id(); e.job := access.job_name(); e.channel := append.channel; e.case_id := append.case_id;
  e.subjects := coalesce(append.subjects, '{}'); e.purpose := append.purpose; e.detail := coalesce(append.detail, '{}');
  e.text_digest := case when reason is null then null else sha256(convert_to(reason, 'UTF8')) end;
  e.prev_hash := h.hash;
  e.hash := audit.entry_hash(e);
  insert into audit.entry select e.*;
  if reason is not null then insert into audit.entry_text (entry_id, text) values (e.id, reason); end if;
  update audit.head x set seq = e.seq, hash = e.hash where x.chain = e.chain;
  return e.id;
end $$;
revoke execute on function audit.append(text, text, text, timestamptz, uuid, uuid[], text, jsonb, text) from public;
grant execute on function audit.append(text, text, text, timestamptz, uuid, uuid[], text, jsonb, text) to linli_runtime;

do $$ declare t text; begin
  foreach t in array array['head','entry','entry_text','checkpoint'] loop
    execute format('alter table audit.%I enable row level security', t);
    execute format('alter table audit.%I force row level security', t);
    execute format('create policy %I on audit.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;
-- The audit post reads all; a resident reads who looked at him; a member of staff reads her own trail.
create policy entry_read on audit.entry for select to linli_runtime using (
  (select access.permitted('audit.read')) or account_id = (select access.account_id()) or subjects && (select access.own_persons()));
create policy entry_text_read on audit.entry_text for select to linli_runtime using (
  (select access.permitted('audit.read')) or exists (select 1 from audit.entry e where e.id = entry_id));
create policy head_read on audit.head for select to linli_runtime using ((select access.permitted('audit.checkpoint')));
create policy checkpoint_read on audit.checkpoint for select to linli_runtime
  using ((select access.permitted('audit.read')) or (select access.permitted('audit.checkpoint')));
create policy checkpoint_write on audit.checkpoint for insert to linli_runtime with check ((select access.permitted('audit.checkpoint')));
grant select on audit.entry, audit.entry_text, audit.head to linli_runtime;
grant select, insert on audit.checkpoint to linli_runtime;
insert into access.job_permission values ('audit.checkpoint', 'audit.checkpoint');
insert into access.permission values ('auditAdmin', 'audit.read');
