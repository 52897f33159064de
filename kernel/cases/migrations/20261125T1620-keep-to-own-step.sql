-- The second wall knows whose step it is: it is claimed, reported on and ended by who holds it, whatever the application believes.
-- What moves with the case (a step cancelled by another's decision, a due day that shifts in a pause) is no act on the step.
create function cases.keep_to_own_step() returns trigger language plpgsql security definer set search_path = pg_temp as $$
declare me uuid := access.account_id(); acted boolean; operation text; holds boolean;
begin
  if (new.case_id, new.key, new.kind, new.holder_key, new.group_key, new.foreign_system, new.opened_at) is distinct from
     (old.case_id, old.key, old.kind, old.holder_key, old.group_key, old.foreign_system, old.opened_at) then
    raise exception 'whose step it is never changes' using errcode = 'insufficient_privilege';
  end if;
  acted := (new.claimed_by, new.foreign_number, new.foreign_status, new.learnt_at) is distinct from
      (old.claimed_by, old.foreign_number, old.foreign_status, old.learnt_at)
    or (new.state <> old.state and new.state <> 'cancelled');
  -- Nobody signed in reaches this row only as owner or as a job: row security has kept out everybody else.
  if not acted or me is null then return new; end if;
  select e.operation into operation from cases.event e
    where e.case_id = new.case_id and e.xid = pg_current_xact_id() order by e.seq desc limit 1;
  holds := case when access.account_kind() = 'machine' then old.kind = 'external'
    else old.claimed_by = me or (old.claimed_by is null and old.holder_key = any (access.operation_keys(operation))) end;
  if old.state <> 'open' or not coalesce(holds, false) or new.claimed_by is distinct from old.claimed_by and new.claimed_by <> me then
    raise exception 'not the holder of this step' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function cases.keep_to_own_step() from public;
create trigger keep_to_own_step before update on cases.step for each row
  when (old.* is distinct from new.*) execute function cases.keep_to_own_step();

-- 好差评 counts once, in the ledger of events too.
create function cases.rate_once() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  if exists (select 1 from cases.rating r where r.case_id = new.case_id) then
    raise exception 'this case has been rated' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function cases.rate_once() from public;
create trigger rate_once before insert on cases.event for each row
  when (new.payload @> '{"effects": [{"kind": "rated"}]}') execute function cases.rate_once();
