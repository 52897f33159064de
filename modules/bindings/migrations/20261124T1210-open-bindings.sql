-- The kernel lets nobody bind. Here staff whose post permits it may, and only persons whom that member of staff can see.
create policy binding_checked on identity.binding for insert to linli_runtime with check (
  how = 'checkedDocument' and checked_by_account = (select access.account_id())
  and (select access.permitted('bindings.bindPerson'))
  and exists (select 1 from registry.person p where p.id = binding.person_id));
grant insert (account_id, person_id, how, checked_by_account) on identity.binding to linli_runtime;

create policy binding_ended on identity.binding for update to linli_runtime
  using (account_id = (select access.account_id()) and upper_inf(during) and (select access.permitted('bindings.endBinding')))
  with check (account_id = (select access.account_id()) and upper(during) <= now());
grant update (during) on identity.binding to linli_runtime;

create policy posted_code_issued on identity.posted_code for insert to linli_runtime with check (
  issued_by = (select access.account_id()) and (select access.permitted('bindings.issueLetter'))
  and exists (select 1 from registry.person p where p.id = posted_code.person_id));
grant insert (account_id, person_id, code_hash, issued_by) on identity.posted_code to linli_runtime;

insert into access.permission (post_kind, operation)
select kind, 'bindings.' || verb from (values
  ('windowClerk', '{bindPerson,issueLetter}'::text[]),
  ('committeeWorker', '{bindPerson,issueLetter}'),
  ('hotlineOperator', '{issueLetter}'),
  ('resident', '{showCode,redeemLetter,endBinding,mine}')
) as granted (kind, verbs) cross join lateral unnest(verbs) as verb;
