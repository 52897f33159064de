-- The machine client whose secret a demo publishes, so that a visitor can try the interface of a bureau's system.
create table demo.machine (
  account_id uuid primary key,
  operations text[] not null
);
alter table demo.machine enable row level security;
alter table demo.machine force row level security;
create policy machine_owner on demo.machine to linli_owner using (true) with check (true);
create policy machine_read on demo.machine for select to linli_runtime using (true);
grant select on demo.machine to linli_runtime;
