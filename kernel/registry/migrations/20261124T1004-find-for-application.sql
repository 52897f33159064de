-- 全市通办: the one way to somebody outside one's own area. Exact blind index only, limited a day, and only fields that the item binds.
create table registry.application_field (
  item_key text not null,
  field text not null check (field in ('name', 'sex', 'birthOn', 'registeredDivision', 'address', 'phone')),
  primary key (item_key, field)
);
create table registry.find_limit (
  during daterange not null,
  per_day integer not null check (per_day > 0),
  source text not null,
  exclude using gist (during with &&)
);
insert into registry.find_limit values (daterange('2026-01-01', null), 60, '本街道设定');
create table registry.find_use (
  account_id uuid not null,
  "on" date not null,
  times integer not null,
  primary key (account_id, "on")
);

do $$ declare t text; begin
  foreach t in array array['application_field', 'find_limit', 'find_use'] loop
    execute format('alter table registry.%I enable row level security', t);
    execute format('alter table registry.%I force row level security', t);
    execute format('create policy %I on registry.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

-- Called by the definer function that publishes an item; never by the runtime role.
create function registry.bind_item_fields(wanted_item text, fields text[]) returns void
language sql security definer set search_path = pg_temp as $$
  delete from registry.application_field where item_key = wanted_item;
  insert into registry.application_field (item_key, field) select wanted_item, unnest(fields) on conflict do nothing;
$$;
revoke execute on function registry.bind_item_fields(text, text[]) from public;

-- Absent, refused and over the limit answer alike (null) and do the same work. The caller commits even then, so that each try counts.
create function registry.find_for_application(wanted_index bytea, wanted_item text, fields text[]) returns jsonb
language plpgsql security definer set search_path = pg_temp as $$
declare
  me uuid := access.account_id();
  today date := (now() at time zone 'Asia/Shanghai')::date;
  used integer := 0;
  may boolean;
  found jsonb;
begin
  may := me is not null and exists (select 1 from access.current_posts() p where p.kind = 'windowClerk')
    and exists (select 1 from registry.application_field f where f.item_key = wanted_item);
  if me is not null then
    insert into registry.find_use as u (account_id, "on", times) values (me, today, 1)
      on conflict (account_id, "on") do update set times = u.times + 1 returning times into used;
  end if;
  may := may and used <= coalesce((select per_day from registry.find_limit where during @> today), 0);
  select jsonb_build_object('personId', p.id) || coalesce((
    select jsonb_object_agg(f.field, case f.field
      when 'name' then to_jsonb(p.name)
      when 'sex' then to_jsonb(p.sex)
      when 'birthOn' then to_jsonb(p.birth_on)
      when 'registeredDivision' then to_jsonb(p.registered_division)
      when 'address' then (select to_jsonb(d.address) from registry.residency r join registry.dwelling d on d.id = r.dwelling_id
        where r.person_id = p.id and r.during @> today and r.kind <> 'registeredOnly' order by lower(r.during) desc limit 1)
      when 'phone' then (select to_jsonb(encode(n.number_cipher, 'base64')) from registry.person_phone n
        where n.person_id = p.id and n.during @> today order by n.preferred desc, lower(n.during) desc limit 1)
    end)
    from registry.application_field f where f.item_key = wanted_item and f.field = any (fields)), '{}')
  into found from registry.person p where p.id_number_index = wanted_index;
  return case when may then found end;
end $$;
revoke execute on function registry.find_for_application(bytea, text, text[]) from public;
grant execute on function registry.find_for_application(bytea, text, text[]) to linli_runtime;
