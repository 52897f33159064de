create schema applications;
grant usage on schema applications to linli_runtime;

-- What an application has beyond a case. Answers hold personal words and numbers, so they rest as ciphertext.
create table applications.application (
  case_id uuid primary key references cases."case",
  item_key text not null,
  item_version integer not null,
  applicant_kind text not null check (applicant_kind in ('self', 'guardian', 'agent', 'organisation', 'unbound')),
  channel text not null check (channel in ('window', 'online', 'machine')),
  filed_cipher bytea not null,
  materials jsonb not null default '{}',
  correction jsonb,
  notice_from date,
  notice_until date
);
create index application_item on applications.application (item_key, item_version);

alter table applications.application enable row level security;
alter table applications.application force row level security;
create policy application_owner on applications.application to linli_owner using (true) with check (true);
create policy application_read on applications.application for select to linli_runtime using (
  exists (select 1 from cases.case_scope s where s.case_id = application.case_id
    and s.holder_key = any ((select access.holder_keys())::text[]) and (s.until is null or s.until > now()))
  or (select access.permitted('cases.sweep')));
create policy application_write on applications.application for insert to linli_runtime with check (cases.changed_now(case_id));
create policy application_change on applications.application for update to linli_runtime
  using (cases.changed_now(case_id)) with check (cases.changed_now(case_id));
grant select, insert, update on applications.application to linli_runtime;

insert into access.permission (post_kind, operation)
select kind, 'applications.' || verb from (values
  ('windowClerk', '{prepare,suggest,acceptAtWindow,accept,decline,requestCorrection,receiveCorrection,claimStep,releaseStep,recordExternal,conclude,withdraw,inbox,open}'::text[]),
  ('committeeWorker', '{claimStep,releaseStep,decideStep,inbox,open}'),
  ('departmentApprover', '{claimStep,releaseStep,decideStep,recordExternal,inbox,open}'),
  ('districtOfficer', '{claimStep,releaseStep,decideStep,recordExternal,inbox,open}'),
  ('supervisor', '{supervise,inbox,open,figures}'),
  ('streetLeader', '{extend,supervise,inbox,open,figures}'),
  ('resident', '{submit,withdraw,receiveCorrection,urge,rate,open,mine}'),
  ('machine', '{recordExternal,externalSteps}')
) as granted (kind, verbs) cross join lateral unnest(verbs) as verb;
