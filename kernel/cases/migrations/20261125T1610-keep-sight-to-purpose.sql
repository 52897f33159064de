-- A live case is the purpose for which its handlers see the person: staff alone, each step by itself, until the case has ended.
-- An account that filed for somebody before a document was checked keeps sight of what it submitted and of nobody's record.
create or replace function cases.grant_scope(wanted_case uuid, wanted_key text, wanted_why text, wanted_until timestamptz default null) returns void
language plpgsql security definer set search_path = pg_temp as $$
declare person uuid; handles boolean;
begin
  insert into cases.case_scope (case_id, holder_key, why, until) values (wanted_case, wanted_key, wanted_why, wanted_until)
    on conflict (case_id, holder_key, why) do update set until = excluded.until;
  handles := wanted_why <> 'leads' and (wanted_key like 'post:%' or wanted_key like 'department:%'
    or exists (select 1 from identity.account a where 'account:' || a.id = wanted_key and a.kind = 'staff'));
  if handles then
    select c.applicant_person_id into person from cases."case" c where c.id = wanted_case;
    if person is not null then
      -- One reason per step: where a post has two, the end of one is not the end of the other.
      perform registry.grant_person_scope(person, wanted_key, 'case:' || wanted_case || ' ' || wanted_why, wanted_until);
    end if;
  end if;
end $$;

create function cases.end_sight_of_person() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  if new.applicant_person_id is not null then
    perform registry.end_person_scope(new.applicant_person_id, 'case:' || new.id || ' ', now() + interval '30 days');
  end if;
  return null;
end $$;
revoke execute on function cases.end_sight_of_person() from public;
create trigger end_sight_of_person after update of closed_at on cases."case" for each row
  when (old.closed_at is null and new.closed_at is not null) execute function cases.end_sight_of_person();
