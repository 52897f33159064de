-- 首问负责: what only the first contact of a case may do, told by the module whose operations these are.
create table cases.first_contact_operation (operation text primary key);
alter table cases.first_contact_operation enable row level security;
alter table cases.first_contact_operation force row level security;
create policy first_contact_operation_owner on cases.first_contact_operation to linli_owner using (true) with check (true);

create function cases.keep_to_first_contact() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  if access.account_kind() = 'staff'
    and exists (select 1 from cases.first_contact_operation o where o.operation = new.operation)
    and exists (select 1 from cases."case" c where c.id = new.case_id and c.first_contact <> new.account_id) then
    raise exception 'another is the first contact of this case' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function cases.keep_to_first_contact() from public;
create trigger keep_to_first_contact before insert on cases.event for each row execute function cases.keep_to_first_contact();
