create schema registry;
grant usage on schema registry to linli_runtime;

create table registry.person (
  id uuid primary key default uuidv7(),
  subdistrict_id uuid not null references areas.area,
  name text not null check (length(name) between 1 and 100),
  name_pinyin text not null default '',
  sex text not null default 'unknown' check (sex in ('male', 'female', 'unknown')),
  birth_on date,
  id_kind text check (id_kind in ('residentId', 'residencePermit', 'foreignPermanentResident', 'other')),
  id_number_cipher bytea,
  id_number_index bytea unique check (octet_length(id_number_index) = 16),
  registered_division text check (registered_division ~ '^\d{6}$'),
  died_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  constraint id_number_whole check (num_nonnulls(id_kind, id_number_cipher, id_number_index) in (0, 3)),
  constraint died_after_birth check (died_on >= birth_on)
);
comment on column registry.person.registered_division is '户籍地: county code of the household registration, not of the ID number, which keeps its place of issue';
create index person_subdistrict on registry.person (subdistrict_id);

-- Found by the beginning of a key with >= and <, never LIKE: under row security an index serves only leakproof operators,
-- and LIKE and trigrams are none.
create table registry.person_search_key (
  key text collate "C" not null,
  person_id uuid not null references registry.person on delete cascade,
  primary key (key, person_id)
);
create index person_search_key_person on registry.person_search_key (person_id);

create table registry.person_phone (
  id uuid primary key default uuidv7(),
  person_id uuid not null references registry.person on delete cascade,
  number_cipher bytea not null,
  number_index bytea not null check (octet_length(number_index) = 16),
  kind text not null check (kind in ('mobile', 'landline')),
  relation text not null default 'own' check (relation in ('own', 'family', 'carer', 'other')),
  preferred boolean not null default false,
  do_not_call boolean not null default false,
  during daterange not null default daterange(current_date, null),
  unique (person_id, number_index, during without overlaps)
);
create index person_phone_number on registry.person_phone (number_index);

create table registry.guardianship (
  id uuid primary key default uuidv7(),
  ward_id uuid not null references registry.person,
  guardian_id uuid not null references registry.person,
  during daterange not null,
  basis text not null check (basis in ('parent', 'courtDecision', 'agreement', 'appointedByCommittee')),
  check (ward_id <> guardian_id),
  unique (ward_id, guardian_id, during without overlaps)
);
create index guardianship_guardian on registry.guardianship (guardian_id);

-- 来源记录: what a source said stays as received; a link says of whom it speaks, and merging or unmerging moves links alone.
create table registry.source_record (
  id uuid primary key default uuidv7(),
  subdistrict_id uuid not null references areas.area,
  source text not null,
  source_key_index bytea not null check (octet_length(source_key_index) = 16),
  received_at timestamptz not null default now(),
  as_received_cipher bytea,
  normalised_cipher bytea,
  id_number_index bytea,
  erased_at timestamptz,
  unique (source, source_key_index, received_at),
  check (erased_at is null or num_nonnulls(as_received_cipher, normalised_cipher, id_number_index) = 0)
);
create index source_record_id_number on registry.source_record (id_number_index);

create table registry.link (
  id uuid primary key default uuidv7(),
  source_record_id uuid not null references registry.source_record,
  person_id uuid not null references registry.person,
  during tstzrange not null default tstzrange(now(), null),
  basis text not null check (basis in ('idNumber', 'matched', 'decided')),
  decided_by uuid,
  constraint one_person_at_a_time exclude using gist (source_record_id with =, during with &&)
);
create index link_person on registry.link (person_id);

-- Who may see a person, why, and until when. The runtime role reads it and can never write it.
create table registry.person_scope (
  person_id uuid not null references registry.person on delete cascade,
  holder_key text collate "C" not null,
  why text not null,
  until timestamptz,
  primary key (person_id, holder_key, why)
);
create index person_scope_holder on registry.person_scope (holder_key, person_id);
