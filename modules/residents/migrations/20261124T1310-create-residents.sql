create schema residents;
grant usage on schema residents to linli_runtime;

-- Where a street's residents go and call: the street's own setting, dated.
create table residents.desk (
  subdistrict_id uuid not null references areas.area,
  during daterange not null default daterange(current_date, null),
  -- The street whose pages are shown when nothing else says which; the lowest is first.
  position smallint not null default 100,
  hotline text not null,
  centre_name text not null,
  centre_address text not null default '',
  centre_hours text not null default '',
  source text not null,
  primary key (subdistrict_id, during without overlaps)
);

-- What somebody has filled in and not yet sent. It holds ID numbers, so it rests as ciphertext, and it is forgotten after 30 days.
create table residents.draft (
  account_id uuid not null,
  item_key text not null,
  draft_cipher bytea not null check (octet_length(draft_cipher) < 200000),
  saved_at timestamptz not null,
  primary key (account_id, item_key)
);
create index draft_saved on residents.draft (saved_at);

do $$ declare t text; begin
  foreach t in array array['desk', 'draft'] loop
    execute format('alter table residents.%I enable row level security', t);
    execute format('alter table residents.%I force row level security', t);
    execute format('create policy %I on residents.%I to linli_owner using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;
create policy desk_read on residents.desk for select to linli_runtime using (true);
create policy draft_own on residents.draft to linli_runtime
  using (account_id = (select access.account_id()) and (select access.permitted('residents.saveDraft')))
  with check (account_id = (select access.account_id()) and (select access.permitted('residents.saveDraft')));
create policy draft_forget on residents.draft for delete to linli_runtime
  using ((select access.permitted('residents.forgetDrafts')) and saved_at < now() - interval '30 days');
create policy draft_age on residents.draft for select to linli_runtime
  using ((select access.permitted('residents.forgetDrafts')) and saved_at < now() - interval '30 days');
grant select on residents.desk to linli_runtime;
grant select, insert, update, delete on residents.draft to linli_runtime;

insert into access.permission (post_kind, operation)
select 'resident', 'residents.' || verb
from unnest('{me,beginApplication,findOrganisation,draft,saveDraft,discardDraft,ownData,whoLooked,messages,readMessages}'::text[]) as verb;
insert into access.job_permission values ('residents.forget-drafts', 'residents.forgetDrafts');
