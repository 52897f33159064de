-- Speakers of one approval take turns from before they choose their voice, so that two who hold the same post get one each.
create function approvals.hold(wanted uuid) returns void language plpgsql security definer set search_path = pg_temp as $$
begin
  perform from approvals.approval a where a.id = wanted and approvals.visible(wanted) for update;
end $$;
revoke all on function approvals.hold(uuid) from public;
grant execute on function approvals.hold(uuid) to linli_runtime;
