create schema areas;
grant usage on schema areas to linli_runtime;

-- An area keeps its id for life; its parent, code and name are dated, because committees are founded, split and renamed.
create table areas.area (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('district', 'subdistrict', 'committee', 'grid')),
  created_at timestamptz not null default now()
);

create table areas.area_version (
  area_id uuid not null references areas.area,
  parent_id uuid references areas.area,
  code text,
  name text not null,
  source text not null,
  during daterange not null default daterange(current_date, null),
  primary key (area_id, during without overlaps)
);
create index area_version_parent on areas.area_version (parent_id) where upper_inf(during);

-- Today's tree as pairs, so that scope is one index look-up and never a recursion.
create table areas.descendant (
  ancestor_id uuid not null references areas.area,
  area_id uuid not null references areas.area,
  primary key (ancestor_id, area_id)
);
create index descendant_area on areas.descendant (area_id);

create function areas.refresh_descendants() returns void language sql security definer set search_path = areas, pg_temp as $$
  delete from areas.descendant;
  with recursive tree as (
    select a.id as ancestor_id, a.id as area_id from areas.area a
    union all
    select t.ancestor_id, v.area_id
    from tree t join areas.area_version v on v.parent_id = t.area_id and v.during @> current_date
  )
  insert into areas.descendant select distinct ancestor_id, area_id from tree;
$$;
revoke execute on function areas.refresh_descendants() from public;

alter table areas.area enable row level security;
alter table areas.area force row level security;
alter table areas.area_version enable row level security;
alter table areas.area_version force row level security;
alter table areas.descendant enable row level security;
alter table areas.descendant force row level security;
-- Divisions are public facts.
create policy area_read on areas.area for select to linli_runtime using (true);
create policy area_version_read on areas.area_version for select to linli_runtime using (true);
create policy descendant_read on areas.descendant for select to linli_runtime using (true);
create policy area_owner on areas.area to linli_owner using (true) with check (true);
create policy area_version_owner on areas.area_version to linli_owner using (true) with check (true);
create policy descendant_owner on areas.descendant to linli_owner using (true) with check (true);
grant select on areas.area, areas.area_version, areas.descendant to linli_runtime;
