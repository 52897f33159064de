-- Many reminders in one statement, for the jobs that look over everybody. One that was set before stays as it is.
create function notifications.remind_many(reminders jsonb) returns bigint
language plpgsql security definer set search_path = pg_temp as $$
declare kept bigint;
begin
  if access.job_name() is null then
    raise exception 'only jobs remind many' using errcode = 'insufficient_privilege';
  end if;
  insert into notifications.reminder (key, holder_key, template, params, case_id, due_at)
    select r.key, r."to", r.template, r.params, r."caseId", r."dueAt"
    from jsonb_to_recordset(reminders) as r (key text, "to" text, template text, params jsonb, "caseId" uuid, "dueAt" timestamptz)
    on conflict (key) do nothing;
  get diagnostics kept = row_count;
  return kept;
end $$;
revoke all on function notifications.remind_many(jsonb) from public;
grant execute on function notifications.remind_many(jsonb) to linli_worker;
