-- Who has been reminded of which occasion of an item, so that a sweep that runs every day tells it once. Forgotten after 400 days.
create table applications.period_reminder (
  item_key text not null,
  person_id uuid not null,
  -- `birthday:70`, or `review:<case>:<n>`
  occasion text not null check (occasion ~ '^(birthday|review):'),
  set_on date not null,
  primary key (person_id, item_key, occasion)
);
alter table applications.period_reminder enable row level security;
alter table applications.period_reminder force row level security;
create policy period_reminder_owner on applications.period_reminder to linli_owner using (true) with check (true);
create policy period_reminder_sweep on applications.period_reminder to linli_worker
  using ((select access.permitted('applications.remindPeriods'))) with check ((select access.permitted('applications.remindPeriods')));
grant select, insert, delete on applications.period_reminder to linli_worker;

insert into access.job_permission (job, operation) values
  ('applications.period-reminders-sweep', 'cases.sweep'), ('applications.period-reminders-sweep', 'registry.readEverybody'),
  ('applications.period-reminders-sweep', 'applications.remindPeriods'),
  ('applications.related', 'cases.sweep'), ('applications.related', 'registry.readEverybody');
