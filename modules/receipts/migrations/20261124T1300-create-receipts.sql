create schema receipts;
grant usage on schema receipts to linli_runtime;

-- Only the hash of what the QR code carries, so that whoever reads this table can open no verification page.
create table receipts.receipt (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases."case",
  kind text not null check (kind in ('acceptance')),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  accepted_at timestamptz not null,
  issued_at timestamptz not null,
  issued_by uuid
);
create index receipt_case on receipts.receipt (case_id);

alter table receipts.receipt enable row level security;
alter table receipts.receipt force row level security;
create policy receipt_owner on receipts.receipt to linli_owner using (true) with check (true);
-- Whoever may see the case and print receipts; nobody signs for another.
create policy receipt_read on receipts.receipt for select to linli_runtime using (cases.visible(case_id));
create policy receipt_issue on receipts.receipt for insert to linli_runtime with check (
  issued_by is not distinct from (select access.account_id()) and cases.may(case_id, 'receipts.issue'));
grant select, insert on receipts.receipt to linli_runtime;

-- The public look at a paper: that it is genuine and how far the matter is. It takes a hash, so tables cannot be probed with ids.
create function receipts.verify(wanted bytea)
returns table (number text, item_key text, state text, outcome text, accepted_on date, due_on date, due_provisional boolean, concluded_on date, subdistrict text)
language sql stable security definer set search_path = pg_temp as $$
  select c.number, c.subject_key, c.state, c.outcome, (r.accepted_at at time zone 'Asia/Shanghai')::date, c.due_on, c.due_provisional,
    (c.closed_at at time zone 'Asia/Shanghai')::date,
    (select v.name from areas.area_version v where v.area_id = c.subdistrict_id and v.during @> current_date)
  from receipts.receipt r join cases."case" c on c.id = r.case_id
  where r.token_hash = wanted
$$;
revoke execute on function receipts.verify(bytea) from public;
grant execute on function receipts.verify(bytea) to linli_runtime;

insert into access.permission (post_kind, operation) values ('windowClerk', 'receipts.issue'), ('resident', 'receipts.issue');
