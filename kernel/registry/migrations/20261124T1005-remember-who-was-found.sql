-- Whom a clerk found by exact ID number for an item, for the day on which the application is filed.
create table registry.find_hit (
  account_id uuid not null,
  person_id uuid not null references registry.person,
  item_key text not null,
  "on" date not null,
  primary key (account_id, person_id, item_key, "on")
);
alter table registry.find_hit enable row level security;
alter table registry.find_hit force row level security;
create policy find_hit_owner on registry.find_hit to linli_owner using (true) with check (true);

alter function registry.find_for_application(bytea, text, text[]) rename to find_by_exact_number;
revoke execute on function registry.find_by_exact_number(bytea, text, text[]) from linli_runtime;

create function registry.find_for_application(wanted_index bytea, wanted_item text, fields text[]) returns jsonb
language plpgsql security definer set search_path = pg_temp as $$
declare found jsonb := registry.find_by_exact_number(wanted_index, wanted_item, fields);
begin
  if found is not null and found ->> 'personId' is not null then
    insert into registry.find_hit values (access.account_id(), (found ->> 'personId')::uuid, wanted_item, (now() at time zone 'Asia/Shanghai')::date)
      on conflict do nothing;
  end if;
  return found;
end $$;
revoke execute on function registry.find_for_application(bytea, text, text[]) from public;
grant execute on function registry.find_for_application(bytea, text, text[]) to linli_runtime;

create function registry.was_found(wanted_person uuid, wanted_item text) returns boolean
language sql stable security definer set search_path = pg_temp as $$
  select exists (select 1 from registry.find_hit h where h.account_id = access.account_id() and h.person_id = wanted_person
    and h.item_key = wanted_item and h."on" = (now() at time zone 'Asia/Shanghai')::date)
$$;
revoke execute on function registry.was_found(uuid, text) from public;
grant execute on function registry.was_found(uuid, text) to linli_runtime;

-- Where the person found lives, so that the case reaches the right committee; nothing else is told.
create function registry.home_of_found(wanted_person uuid, wanted_item text) returns jsonb
language sql stable security definer set search_path = pg_temp as $$
  select jsonb_build_object('id', p.id, 'name', p.name, 'sex', p.sex, 'birthOn', p.birth_on, 'subdistrictId', p.subdistrict_id,
    'committeeId', (select d.committee_id from registry.residency r join registry.dwelling d on d.id = r.dwelling_id
      where r.person_id = p.id and r.during @> current_date order by (r.kind = 'registeredOnly'), lower(r.during) desc limit 1))
  from registry.person p where p.id = wanted_person and registry.was_found(wanted_person, wanted_item)
$$;
revoke execute on function registry.home_of_found(uuid, text) from public;
grant execute on function registry.home_of_found(uuid, text) to linli_runtime;

-- The database's word on whom one may file for: somebody in sight, oneself, one's ward, or somebody found today for this item.
create function registry.may_apply_for(wanted_person uuid, wanted_item text) returns boolean
language sql stable security definer set search_path = pg_temp as $$
  select access.job_name() is not null or registry.was_found(wanted_person, wanted_item)
    or exists (select 1 from registry.person_scope s where s.person_id = wanted_person
      and s.holder_key = any (access.holder_keys()) and (s.until is null or s.until > now()))
$$;
revoke execute on function registry.may_apply_for(uuid, text) from public;
grant execute on function registry.may_apply_for(uuid, text) to linli_runtime;
