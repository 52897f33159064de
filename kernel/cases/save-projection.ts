import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { ClockRow, Projection, StepRow } from './projection.ts'

/** Writes the rows in which two projections differ. The event that explains the difference is already written. */
export async function saveProjection(
  tx: Tx,
  caseId: string,
  eventId: string,
  before: Projection,
  after: Projection,
): Promise<void> {
  const steps = changed(before.steps, after.steps)
  if (steps.length) await saveSteps(tx, caseId, steps)
  const clocks = changed(before.clocks, after.clocks)
  if (clocks.length) await saveClocks(tx, caseId, clocks)
  if (after.stars !== null && before.stars === null) {
    await sql`insert into cases.rating (case_id, stars, note_event_id, at, by_account)
      values (${caseId}, ${after.stars}, ${eventId}, (select at from cases.event where id = ${eventId}), access.account_id())`.execute(
      tx,
    )
  }
  await sql`update cases."case" set state = ${after.state}, outcome = ${after.outcome}, closed_at = ${after.closedAt}, due_on = ${after.dueOn},
    due_provisional = ${after.dueProvisional}, first_contact = ${after.firstContact}, applicant_person_id = ${after.applicantPersonId},
    version = ${after.version}, last_event_id = ${eventId}
    where id = ${caseId}`.execute(tx)
}

function changed<Row extends { id: string }>(before: Row[], after: Row[]): Row[] {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]))
  return after.filter((row) => known.get(row.id) !== JSON.stringify(row))
}

async function saveSteps(tx: Tx, caseId: string, steps: StepRow[]): Promise<void> {
  await sql`insert into cases.step as s (id, case_id, key, kind, group_key, state, holder_key, claimed_by, opened_at, done_at, outcome, due_on,
      due_provisional, foreign_system, foreign_number, foreign_status, learnt_at, learnt_by, stale_after_days, stale_told_at)
    select r.id, ${caseId}, r.key, r.kind, r."groupKey", r.state, r."holderKey", r."claimedBy", r."openedAt", r."doneAt", r.outcome, r."dueOn",
      r."dueProvisional", r."foreignSystem", r."foreignNumber", r."foreignStatus", r."learntAt", r."learntBy", r."staleAfterDays", r."staleToldAt"
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as r (id uuid, key text, kind text, "groupKey" text, state text, "holderKey" text,
      "claimedBy" uuid, "openedAt" timestamptz, "doneAt" timestamptz, outcome text, "dueOn" date, "dueProvisional" boolean, "foreignSystem" text,
      "foreignNumber" text, "foreignStatus" text, "learntAt" timestamptz, "learntBy" text, "staleAfterDays" int, "staleToldAt" timestamptz)
    on conflict (id) do update set state = excluded.state, claimed_by = excluded.claimed_by, done_at = excluded.done_at, outcome = excluded.outcome,
      due_on = excluded.due_on, due_provisional = excluded.due_provisional, foreign_number = excluded.foreign_number,
      foreign_status = excluded.foreign_status, learnt_at = excluded.learnt_at, learnt_by = excluded.learnt_by,
      stale_told_at = excluded.stale_told_at where s.case_id = ${caseId}`.execute(tx)
}

async function saveClocks(tx: Tx, caseId: string, clocks: ClockRow[]): Promise<void> {
  const rows = clocks.map(({ clock, ...row }) => ({ ...row, ...clock }))
  await sql`insert into cases.clock as k (id, case_id, step_id, kind, started_on, limit_days, pauses, extensions, stopped_on, due_on, provisional,
      colour_told)
    select r.id, ${caseId}, r."stepId", r.kind, r."startedOn", r."limitDays", r.pauses, r.extensions, r."stoppedOn", r."dueOn", r.provisional,
      r."colourTold"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "stepId" uuid, kind text, "startedOn" date, "limitDays" int, pauses jsonb,
      extensions jsonb, "stoppedOn" date, "dueOn" date, provisional boolean, "colourTold" text)
    on conflict (id) do update set pauses = excluded.pauses, extensions = excluded.extensions, stopped_on = excluded.stopped_on,
      due_on = excluded.due_on, provisional = excluded.provisional, colour_told = excluded.colour_told where k.case_id = ${caseId}`.execute(
    tx,
  )
}
