-- Whoever identifies an applicant later can name only somebody whom he may file for: linking shows a case's handlers the person.
create function cases.keep_to_who_is_in_sight() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  if new.applicant_person_id is not null and not registry.may_apply_for(new.applicant_person_id, new.subject_key) then
    raise exception 'this person is out of sight' using errcode = 'insufficient_privilege';
  end if;
  if old.applicant_person_id is not null then
    raise exception 'an applicant is identified once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function cases.keep_to_who_is_in_sight() from public;
create trigger keep_to_who_is_in_sight before update of applicant_person_id on cases."case" for each row
  when (old.applicant_person_id is distinct from new.applicant_person_id) execute function cases.keep_to_who_is_in_sight();
