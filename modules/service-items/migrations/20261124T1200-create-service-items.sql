create schema service_items;
grant usage on schema service_items to linli_runtime;

create table service_items.item (
  key text primary key check (key ~ '^[a-z][a-z0-9-]{1,58}$'),
  -- null: for every street of this installation, edited by the district alone.
  subdistrict_id uuid references areas.area,
  created_at timestamptz not null default now()
);

create table service_items.item_version (
  id uuid not null unique default uuidv7(),
  item_key text not null references service_items.item,
  version integer not null check (version > 0),
  revision integer not null default 1,
  status text not null default 'draft' check (status in ('draft', 'submitted', 'published')),
  body jsonb not null,
  -- Lets a reader who holds this body already skip it.
  body_digest text not null generated always as (md5(body::text)) stored,
  effective daterange,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  submitted_by uuid,
  submitted_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  approval_id uuid,
  primary key (item_key, version),
  constraint submitted_with_day check (status = 'draft' or (submitted_by is not null and not isempty(effective) and not lower_inf(effective))),
  constraint published_by_somebody check ((status = 'published') = (published_by is not null)),
  -- 两人发布: whoever wrote or submitted a version never publishes it.
  constraint published_by_second_person check (published_by <> drafted_by and published_by <> submitted_by),
  constraint one_version_a_day exclude using gist (item_key with =, effective with &&) where (status = 'published')
);
-- At most one version of an item is being worked on.
create unique index item_version_in_work on service_items.item_version (item_key) where status <> 'published';

-- A street's editors write the street's items; items for every street belong to posts at the district.
create function service_items.may_edit(operation text, street uuid) returns boolean language sql stable as $$
  select case when street is not null then access.permitted_at(operation, street) else exists (
    select 1 from access.current_posts() p
    join areas.area a on a.id = p.area_id and a.kind = 'district'
    join access.permission q on q.post_kind = p.kind and q.operation = may_edit.operation) end
$$;

create function service_items.street_of(wanted text) returns uuid language sql stable as $$
  select subdistrict_id from service_items.item where key = wanted
$$;

-- A published version is never rewritten: it can only end, when the next one begins. Running applications keep theirs.
create function service_items.keep_version() returns trigger language plpgsql as $$
declare me uuid := access.account_id();
begin
  if old.status = 'published' then
    if new.status <> 'published' or new.body <> old.body or new.published_by <> old.published_by
      or new.drafted_by <> old.drafted_by or new.submitted_by <> old.submitted_by
      or lower(new.effective) <> lower(old.effective)
      or (new.effective <> old.effective and (not upper_inf(old.effective) or not exists (
        select 1 from service_items.item_version next
        where next.item_key = new.item_key and next.status = 'submitted' and lower(next.effective) = upper(new.effective)
          and me not in (next.drafted_by, next.submitted_by)))) then
      raise exception 'a published version does not change' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.status = 'published' then
    if old.status <> 'submitted' or new.body <> old.body or new.drafted_by <> old.drafted_by
      or new.submitted_by <> old.submitted_by or new.published_by is distinct from me
      or me = old.drafted_by or me = old.submitted_by then
      raise exception 'a version is published by a second person, as it was submitted' using errcode = '42501';
    end if;
  elsif new.status = 'submitted' then
    if old.status <> 'draft' or new.body <> old.body or new.drafted_by <> old.drafted_by or new.submitted_by is distinct from me then
      raise exception 'a draft is submitted as it was written' using errcode = '42501';
    end if;
  elsif new.drafted_by is distinct from me then
    raise exception 'who changes a draft is its drafter' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_version before update on service_items.item_version
  for each row execute function service_items.keep_version();

-- 全市通办 may read of somebody from elsewhere what the item in force binds, and nothing else.
create function service_items.bind_fields() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  perform registry.bind_item_fields(new.item_key, case when (new.body ->> 'cityWide')::boolean then array(
    select f from jsonb_array_elements_text(new.body -> 'boundElements') e
    cross join lateral replace(e, 'person.', '') f
    where f in ('name', 'sex', 'birthOn', 'registeredDivision', 'address', 'phone')) else '{}'::text[] end);
  return null;
end $$;
revoke execute on function service_items.bind_fields() from public;
create trigger bind_fields after update on service_items.item_version
  for each row when (old.status <> 'published' and new.status = 'published') execute function service_items.bind_fields();

do $$ declare t text; begin
  foreach t in array array['item', 'item_version'] loop
    execute format('alter table service_items.%I enable row level security', t);
    execute format('alter table service_items.%I force row level security', t);
    execute format('create policy %I on service_items.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

create policy item_read on service_items.item for select to linli_runtime using (true);
create policy item_found on service_items.item for insert to linli_runtime
  with check (service_items.may_edit('service-items.draft', subdistrict_id));
grant select, insert on service_items.item to linli_runtime;

-- What is published is public; what is in work is seen by those who edit.
create policy item_version_read on service_items.item_version for select to linli_runtime
  using (status = 'published' or (select access.permitted('service-items.draft')) or (select access.permitted('service-items.publish')));
create policy item_version_draft on service_items.item_version for insert to linli_runtime
  with check (status = 'draft' and drafted_by = (select access.account_id()) and published_by is null and submitted_by is null
    and service_items.may_edit('service-items.draft', service_items.street_of(item_key)));
create policy item_version_step on service_items.item_version for update to linli_runtime
  using ((select access.permitted('service-items.draft')) or (select access.permitted('service-items.publish')))
  with check (service_items.may_edit(
    case status when 'draft' then 'service-items.draft' when 'submitted' then 'service-items.submit' else 'service-items.publish' end,
    service_items.street_of(item_key)));
grant select, insert, update on service_items.item_version to linli_runtime;

insert into access.permission (post_kind, operation) values
  ('itemEditor', 'service-items.draft'), ('itemEditor', 'service-items.submit'), ('itemEditor', 'service-items.publish'),
  ('itemEditor', 'service-items.versions'), ('itemEditor', 'service-items.openVersion');
