-- Events are the truth of a case, so they too are refused where they tell of somebody else's step, even if no row would change.
create function cases.holds_step(wanted_case uuid, wanted_step uuid, operation text) returns boolean
language sql stable security definer set search_path = pg_temp as $$
  select case when access.account_kind() = 'machine' then s.kind = 'external'
    else s.claimed_by = access.account_id() or (s.claimed_by is null and s.holder_key = any (access.operation_keys(operation))) end
  from cases.step s where s.id = wanted_step and s.case_id = wanted_case and s.state = 'open'
$$;

create function cases.keep_events_to_own_steps() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  if new.account_id is not null and exists (
    select 1 from jsonb_array_elements(new.payload -> 'effects') e
    where e ->> 'kind' in ('stepClaimed', 'stepReleased', 'stepLearnt', 'stepDone')
      and not coalesce(cases.holds_step(new.case_id, (e ->> 'stepId')::uuid, new.operation), false)) then
    raise exception 'not the holder of this step' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_events_to_own_steps before insert on cases.event for each row
  when (new.payload ? 'effects') execute function cases.keep_events_to_own_steps();
revoke execute on function cases.holds_step(uuid, uuid, text), cases.keep_events_to_own_steps() from public;
