create function registry.end_of(during daterange) returns timestamptz language sql immutable set search_path = pg_temp as $$
  select (upper(during)::timestamp at time zone 'Asia/Shanghai')
$$;

-- For definer functions of other parts (a live case shows its handler the person); never for the runtime role.
create function registry.grant_person_scope(wanted_person uuid, wanted_key text, wanted_why text, wanted_until timestamptz default null)
returns void language sql security definer set search_path = pg_temp as $$
  insert into registry.person_scope (person_id, holder_key, why, until)
  values (wanted_person, wanted_key, wanted_why, wanted_until)
  on conflict (person_id, holder_key, why) do update set until = excluded.until
$$;
revoke execute on function registry.grant_person_scope(uuid, text, text, timestamptz) from public;

-- Of several residencies under one office the last end counts; an open one has none.
create function registry.refresh_residency_scope(persons uuid[]) returns void
language sql security definer set search_path = pg_temp as $$
  delete from registry.person_scope where person_id = any (persons) and why = 'residency';
  insert into registry.person_scope (person_id, holder_key, why, until)
  select r.person_id, 'area:' || office.id, 'residency',
    case when bool_or(upper_inf(r.during)) then null else max(registry.end_of(r.during)) end
  from registry.residency r
  join registry.dwelling d on d.id = r.dwelling_id
  cross join lateral (values (d.committee_id), (d.grid_id)) as office (id)
  where r.person_id = any (persons) and office.id is not null and not isempty(r.during)
  group by r.person_id, office.id
$$;
revoke execute on function registry.refresh_residency_scope(uuid[]) from public;

create function registry.scope_of_residency() returns trigger language plpgsql security definer set search_path = pg_temp as $$
declare persons uuid[];
begin
  if tg_op = 'INSERT' then persons := (select array_agg(distinct person_id) from added);
  elsif tg_op = 'DELETE' then persons := (select array_agg(distinct person_id) from removed);
  else persons := (select array_agg(distinct person_id) from (select person_id from added union select person_id from removed) both_sides);
  end if;
  if persons is not null then perform registry.refresh_residency_scope(persons); end if;
  return null;
end $$;
create trigger scope_of_added_residency after insert on registry.residency
  referencing new table as added for each statement execute function registry.scope_of_residency();
create trigger scope_of_changed_residency after update on registry.residency
  referencing old table as removed new table as added for each statement execute function registry.scope_of_residency();
create trigger scope_of_removed_residency after delete on registry.residency
  referencing old table as removed for each statement execute function registry.scope_of_residency();

-- A committee that is split or a grid that is redrawn takes its people along.
create function registry.scope_of_moved_dwelling() returns trigger language plpgsql security definer set search_path = pg_temp as $$
declare persons uuid[] := (
  select array_agg(distinct r.person_id) from added a join removed b using (id) join registry.residency r on r.dwelling_id = a.id
  where (a.committee_id, a.grid_id) is distinct from (b.committee_id, b.grid_id));
begin
  if persons is not null then perform registry.refresh_residency_scope(persons); end if;
  return null;
end $$;
create trigger scope_of_moved_dwelling after update on registry.dwelling
  referencing old table as removed new table as added for each statement execute function registry.scope_of_moved_dwelling();

-- Everybody sees their own record. Who registers somebody without a home here sees the record for a day, to finish the work.
create function registry.scope_of_new_person() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  insert into registry.person_scope (person_id, holder_key, why) select id, 'person:' || id, 'self' from added;
  if access.account_id() is not null then
    insert into registry.person_scope (person_id, holder_key, why, until)
    select id, 'account:' || access.account_id(), 'registered', now() + interval '1 day' from added;
  end if;
  return null;
end $$;
create trigger scope_of_new_person after insert on registry.person
  referencing new table as added for each statement execute function registry.scope_of_new_person();

create function registry.scope_of_guardianship() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from registry.person_scope where person_id = old.ward_id and holder_key = 'person:' || old.guardian_id and why = 'guardianship';
  end if;
  if tg_op <> 'DELETE' then
    perform registry.grant_person_scope(new.ward_id, 'person:' || new.guardian_id, 'guardianship', registry.end_of(new.during));
  end if;
  return null;
end $$;
create trigger scope_of_guardianship after insert or update or delete on registry.guardianship
  for each row execute function registry.scope_of_guardianship();

revoke execute on function registry.scope_of_residency(), registry.scope_of_moved_dwelling(), registry.scope_of_new_person(),
  registry.scope_of_guardianship() from public;
