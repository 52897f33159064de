-- One event and the rows that follow from it, in one round trip. Runs with the caller's own rights: row security judges each of
-- its statements, and their plans are kept with the connection.
create function cases.record(
  wanted_case uuid, event_id uuid, event_seq integer, event_operation text, event_at timestamptz, event_payload jsonb, note text,
  steps jsonb, clocks jsonb, now_is jsonb
) returns void language plpgsql set search_path = pg_temp as $$
begin
  insert into cases.event (id, case_id, seq, operation, at, account_id, job, payload)
  values (event_id, wanted_case, event_seq, event_operation, event_at, access.account_id(), access.job_name(), event_payload);

  -- Before the steps: with a step that ends, the caller's sight of the case may end as well.
  update cases."case" c set state = now_is ->> 'state', outcome = now_is ->> 'outcome', closed_at = (now_is ->> 'closedAt')::timestamptz,
    due_on = (now_is ->> 'dueOn')::date, due_provisional = (now_is ->> 'dueProvisional')::boolean,
    first_contact = (now_is ->> 'firstContact')::uuid, applicant_person_id = (now_is ->> 'applicantPersonId')::uuid,
    version = event_seq, last_event_id = event_id
  where c.id = wanted_case;
  -- Row security hides instead of refusing: a change that reached nothing must not pass for done.
  if not found then raise exception 'the case is out of sight' using errcode = '42501'; end if;

  if note is not null then
    insert into cases.note (event_id, case_id, text) values (record.event_id, wanted_case, record.note);
  end if;

  if steps is not null then
    insert into cases.step as s (id, case_id, key, kind, group_key, state, holder_key, claimed_by, opened_at, done_at, outcome, due_on,
        due_provisional, foreign_system, foreign_number, foreign_status, learnt_at, learnt_by, stale_after_days, stale_told_at)
      select r.id, wanted_case, r.key, r.kind, r."groupKey", r.state, r."holderKey", r."claimedBy", r."openedAt", r."doneAt", r.outcome, r."dueOn",
        r."dueProvisional", r."foreignSystem", r."foreignNumber", r."foreignStatus", r."learntAt", r."learntBy", r."staleAfterDays", r."staleToldAt"
      from jsonb_to_recordset(steps) as r (id uuid, key text, kind text, "groupKey" text, state text, "holderKey" text,
        "claimedBy" uuid, "openedAt" timestamptz, "doneAt" timestamptz, outcome text, "dueOn" date, "dueProvisional" boolean, "foreignSystem" text,
        "foreignNumber" text, "foreignStatus" text, "learntAt" timestamptz, "learntBy" text, "staleAfterDays" int, "staleToldAt" timestamptz)
      on conflict (id) do update set state = excluded.state, claimed_by = excluded.claimed_by, done_at = excluded.done_at, outcome = excluded.outcome,
        due_on = excluded.due_on, due_provisional = excluded.due_provisional, foreign_number = excluded.foreign_number,
        foreign_status = excluded.foreign_status, learnt_at = excluded.learnt_at, learnt_by = excluded.learnt_by,
        stale_told_at = excluded.stale_told_at where s.case_id = wanted_case;
  end if;

  if clocks is not null then
    insert into cases.clock as k (id, case_id, step_id, kind, started_on, limit_days, pauses, extensions, stopped_on, due_on, provisional,
        colour_told)
      select r.id, wanted_case, r."stepId", r.kind, r."startedOn", r."limitDays", r.pauses, r.extensions, r."stoppedOn", r."dueOn", r.provisional,
        r."colourTold"
      from jsonb_to_recordset(clocks) as r (id uuid, "stepId" uuid, kind text, "startedOn" date, "limitDays" int, pauses jsonb,
        extensions jsonb, "stoppedOn" date, "dueOn" date, provisional boolean, "colourTold" text)
      on conflict (id) do update set pauses = excluded.pauses, extensions = excluded.extensions, stopped_on = excluded.stopped_on,
        due_on = excluded.due_on, provisional = excluded.provisional, colour_told = excluded.colour_told where k.case_id = wanted_case;
  end if;

  if now_is ? 'newStars' then
    insert into cases.rating (case_id, stars, note_event_id, at, by_account)
    values (wanted_case, (now_is ->> 'newStars')::smallint, event_id, event_at, access.account_id());
  end if;
end $$;
revoke execute on function cases.record(uuid, uuid, integer, text, timestamptz, jsonb, text, jsonb, jsonb, jsonb) from public;
grant execute on function cases.record(uuid, uuid, integer, text, timestamptz, jsonb, text, jsonb, jsonb, jsonb) to linli_runtime;

-- One probe a row instead of a hash of every case in the caller's sight (as for people).
do $$ declare t text; col text; begin
  foreach t in array array['case', 'event', 'note', 'step', 'clock', 'rating'] loop
    col := case t when 'case' then '"case".id' else t || '.case_id' end;
    execute format($f$alter policy %I on cases.%I using (
      exists (select 1 from cases.case_scope s where s.case_id = %s
        and s.holder_key = any ((select access.holder_keys())::text[]) and (s.until is null or s.until > now()) offset 0)
      or (select access.permitted('cases.sweep')))$f$, t || '_read', t, col);
  end loop;
end $$;
