create schema demo;

-- How far the demo's seeding has come; a database without these rows is no demo and is never reset.
create table demo.seeding (
  step text primary key check (step in ('begun', 'people', 'staff', 'items', 'cases')),
  done_at timestamptz not null default now(),
  seed integer not null
);
alter table demo.seeding enable row level security;
alter table demo.seeding force row level security;
create policy seeding_owner on demo.seeding to linli_owner using (true) with check (true);
create policy seeding_read on demo.seeding for select to linli_runtime using (true);
grant usage on schema demo to linli_runtime;
grant select on demo.seeding to linli_runtime;

-- Phones with which a visitor of the demo may sign in as a resident whose matters stand in one state or another.
create table demo.resident (
  number_cipher bytea primary key,
  note text not null
);
alter table demo.resident enable row level security;
alter table demo.resident force row level security;
create policy resident_owner on demo.resident to linli_owner using (true) with check (true);
create policy resident_read on demo.resident for select to linli_runtime using (true);
grant select on demo.resident to linli_runtime;
