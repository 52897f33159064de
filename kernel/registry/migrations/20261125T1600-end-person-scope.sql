-- For definer functions of other parts: a reason that is over ends at the latest then, and never later than it would have.
create function registry.end_person_scope(wanted_person uuid, why_prefix text, at_latest timestamptz)
returns void language sql security definer set search_path = pg_temp as $$
  update registry.person_scope set until = least(coalesce(until, at_latest), at_latest)
  where person_id = wanted_person and starts_with(why, why_prefix)
$$;
revoke execute on function registry.end_person_scope(uuid, text, timestamptz) from public;
