do $$ declare t text; begin
  foreach t in array array['person', 'person_search_key', 'person_phone', 'guardianship', 'source_record', 'link', 'person_scope',
    'estate', 'building', 'dwelling', 'residency', 'household', 'household_member', 'organisation'] loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('alter table registry.%I force row level security', t);
    execute format('create policy %I on registry.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

create policy person_scope_read on registry.person_scope for select to linli_runtime
  using (holder_key = any ((select access.holder_keys())::text[]));

-- The row policy of person_scope compares the holder; the jobs that look over everybody are named in access.job_permission.
create policy person_read on registry.person for select to linli_runtime using (
  exists (select 1 from registry.person_scope s where s.person_id = person.id and (s.until is null or s.until > now()))
  or (select access.job_name() is not null and access.permitted('registry.readEverybody')));

do $$ declare t text; begin
  foreach t in array array['person_search_key', 'person_phone', 'residency', 'household_member', 'link'] loop
    execute format($f$create policy %I on registry.%I for select to linli_runtime using (
      exists (select 1 from registry.person_scope s where s.person_id = %I.person_id and (s.until is null or s.until > now()))
      or (select access.job_name() is not null and access.permitted('registry.readEverybody')))$f$, t || '_read', t, t);
  end loop;
end $$;

create policy guardianship_read on registry.guardianship for select to linli_runtime using (
  exists (select 1 from registry.person_scope s where s.person_id in (ward_id, guardian_id) and (s.until is null or s.until > now())));
create policy source_record_read on registry.source_record for select to linli_runtime using (
  exists (select 1 from registry.link l where l.source_record_id = source_record.id and l.during @> now()));
create policy household_read on registry.household for select to linli_runtime using (
  exists (select 1 from registry.household_member m where m.household_id = household.id));
create policy dwelling_read on registry.dwelling for select to linli_runtime using (
  'area:' || committee_id = any ((select access.holder_keys())::text[])
  or exists (select 1 from registry.residency r where r.dwelling_id = dwelling.id));

-- Estates, buildings and registered organisations are public facts.
create policy estate_read on registry.estate for select to linli_runtime using (true);
create policy building_read on registry.building for select to linli_runtime using (true);
create policy organisation_read on registry.organisation for select to linli_runtime using (true);

grant select on registry.person, registry.person_search_key, registry.person_phone, registry.guardianship, registry.source_record,
  registry.link, registry.person_scope, registry.estate, registry.building, registry.dwelling, registry.residency,
  registry.household, registry.household_member, registry.organisation to linli_runtime;

-- Writing: what may be seen, and the operation is permitted.
create policy person_register on registry.person for insert to linli_runtime with check ((select access.permitted('people.register')));
create policy person_change on registry.person for update to linli_runtime
  using (exists (select 1 from registry.person_scope s where s.person_id = person.id and (s.until is null or s.until > now()))
    and (select access.permitted('people.correctPinyin')));
grant insert on registry.person to linli_runtime;
grant update (name_pinyin, updated_at, version) on registry.person to linli_runtime;

create policy person_search_key_write on registry.person_search_key for insert to linli_runtime with check (
  exists (select 1 from registry.person_scope s where s.person_id = person_search_key.person_id and (s.until is null or s.until > now()))
  and (select access.permitted('people.correctPinyin') or access.permitted('people.register')));
create policy person_search_key_remove on registry.person_search_key for delete to linli_runtime using (
  exists (select 1 from registry.person_scope s where s.person_id = person_search_key.person_id and (s.until is null or s.until > now()))
  and (select access.permitted('people.correctPinyin')));
grant insert, delete on registry.person_search_key to linli_runtime;

create policy person_phone_write on registry.person_phone for insert to linli_runtime with check (
  exists (select 1 from registry.person_scope s where s.person_id = person_phone.person_id and (s.until is null or s.until > now()))
  and (select access.permitted('people.keepPhones') or access.permitted('people.register')));
create policy person_phone_change on registry.person_phone for update to linli_runtime using (
  exists (select 1 from registry.person_scope s where s.person_id = person_phone.person_id and (s.until is null or s.until > now()))
  and (select access.permitted('people.keepPhones')));
grant insert on registry.person_phone to linli_runtime;
grant update (preferred, do_not_call, during) on registry.person_phone to linli_runtime;
