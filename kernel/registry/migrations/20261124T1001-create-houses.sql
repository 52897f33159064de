create table registry.estate (
  id uuid primary key default uuidv7(),
  subdistrict_id uuid not null references areas.area,
  name text not null,
  road text not null,
  lane text,
  property_company text,
  synthetic boolean not null default false
);
create index estate_subdistrict on registry.estate (subdistrict_id);
comment on table registry.estate is '小区: a place, not a level of the area tree; it may cross committees';

create table registry.building (
  id uuid primary key default uuidv7(),
  subdistrict_id uuid not null references areas.area,
  estate_id uuid references registry.estate,
  committee_id uuid not null references areas.area,
  grid_id uuid references areas.area,
  no text not null,
  floors smallint not null default 1 check (floors between 1 and 120),
  units smallint not null default 1 check (units between 1 and 50)
);
create index building_estate on registry.building (estate_id);
create index building_committee on registry.building (committee_id);

create table registry.dwelling (
  id uuid primary key default uuidv7(),
  subdistrict_id uuid not null references areas.area,
  building_id uuid references registry.building,
  committee_id uuid not null references areas.area,
  grid_id uuid references areas.area,
  road text not null,
  lane text,
  sublane text,
  house_no text,
  unit text,
  floor smallint,
  room text,
  address text not null,
  address_key text collate "C" not null,
  unique (subdistrict_id, address_key)
);
create index dwelling_building on registry.dwelling (building_id);
create index dwelling_committee on registry.dwelling (committee_id);

-- 以房管人
create table registry.residency (
  id uuid primary key default uuidv7(),
  subdistrict_id uuid not null references areas.area,
  person_id uuid not null references registry.person,
  dwelling_id uuid not null references registry.dwelling,
  kind text not null check (kind in ('owner', 'tenant', 'registeredOnly', 'livesHereRegisteredElsewhere')),
  during daterange not null,
  unique (person_id, dwelling_id, kind, during without overlaps),
  -- A person's household registration is in one place at a time; homes owned or rented may be several.
  constraint registered_once exclude using gist (person_id with =, during with &&) where (kind = 'registeredOnly')
);
create index residency_dwelling on registry.residency (dwelling_id);

create table registry.household (
  id uuid primary key default uuidv7(),
  subdistrict_id uuid not null references areas.area,
  dwelling_id uuid references registry.dwelling,
  formed_on date not null
);
create index household_dwelling on registry.household (dwelling_id);

create table registry.household_member (
  household_id uuid not null references registry.household,
  person_id uuid not null references registry.person,
  kinship text not null check (kinship in ('head', 'spouse', 'child', 'parent', 'grandchild', 'grandparent', 'sibling', 'other')),
  during daterange not null,
  primary key (household_id, person_id, during without overlaps),
  unique (person_id, during without overlaps)
);
comment on column registry.household_member.kinship is 'relation to the head (GB/T 4761, grouped)';

create table registry.organisation (
  id uuid primary key default uuidv7(),
  subdistrict_id uuid not null references areas.area,
  committee_id uuid references areas.area,
  name text not null,
  credit_code text not null unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  kind text not null check (kind in ('company', 'selfEmployed', 'nonprofit', 'publicInstitution', 'government')),
  address text not null,
  closed_on date,
  version integer not null default 1
);
create index organisation_subdistrict on registry.organisation (subdistrict_id);
