import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { LoadedCase } from './case-row.ts'
import type { ClockKind, Extension, Pause } from './clock.ts'
import type { ClockRow, StepRow } from './projection.ts'

interface CaseRecord extends Omit<LoadedCase, 'projection'> {
  state: string
  outcome: string | null
  closedAt: string | null
  dueOn: string | null
  dueProvisional: boolean
  firstContact: string | null
  applicantPersonId: string | null
  version: number
}

interface ClockRecord {
  id: string
  stepId: string | null
  kind: ClockKind
  startedOn: string
  limitDays: number
  pauses: Pause[]
  extensions: Extension[]
  stoppedOn: string | null
  dueOn: string
  provisional: boolean
  colourTold: 'green' | 'yellow' | 'red'
}

const caseColumns = sql`c.id, c.number, c.case_type as "caseType", c.sensitivity, c.subdistrict_id as "subdistrictId", c.area_id as "areaId",
  c.subject_key as "subjectKey", c.applicant_person_id as "applicantPersonId", c.applicant_organisation_id as "applicantOrganisationId",
  c.agent_person_id as "agentPersonId", c.created_by as "createdBy", c.opened_at as "openedAt", c.parent_case_id as "parentCaseId",
  c.state, c.outcome, c.closed_at as "closedAt", c.due_on as "dueOn", c.due_provisional as "dueProvisional",
  c.first_contact as "firstContact", c.version`

const stepColumns = sql`s.id, s.key, s.kind, s.group_key as "groupKey", s.state, s.holder_key as "holderKey", s.claimed_by as "claimedBy",
  s.opened_at as "openedAt", s.done_at as "doneAt", s.outcome, s.due_on as "dueOn", s.due_provisional as "dueProvisional",
  s.foreign_system as "foreignSystem", s.foreign_number as "foreignNumber", s.foreign_status as "foreignStatus", s.learnt_at as "learntAt",
  s.learnt_by as "learntBy", s.stale_after_days as "staleAfterDays", s.stale_told_at as "staleToldAt"`

const clockColumns = sql`k.id, k.step_id as "stepId", k.kind, k.started_on as "startedOn", k.limit_days as "limitDays", k.pauses, k.extensions,
  k.stopped_on as "stoppedOn", k.due_on as "dueOn", k.provisional, k.colour_told as "colourTold"`

/** Loads a case with its steps and clocks; null when it is absent or out of the caller's sight. Locks it against rivals unless reading. */
export async function loadCase(tx: Tx, caseId: string, mode: 'lock' | 'read' = 'lock'): Promise<LoadedCase | null> {
  let row = await readCase(tx, caseId, mode)
  // Who had to wait for the lock saw steps and clocks from before it; now the lock is held, and they are read again.
  if (row && row.version !== row.seenVersion) row = await readCase(tx, caseId, mode)
  return row && toLoadedCase(row)
}

type CaseReading = CaseRecord & { steps: StepRow[]; clocks: ClockRecord[]; stars: number | null; seenVersion: number }

async function readCase(tx: Tx, caseId: string, mode: 'lock' | 'read'): Promise<CaseReading | null> {
  const { rows } = await sql<CaseReading>`
    select ${caseColumns},
      (select seen.version from cases."case" seen where seen.id = ${caseId}) as "seenVersion",
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (select ${stepColumns} from cases.step s where s.case_id = ${caseId} order by s.opened_at, s.id) x) as steps,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (select ${clockColumns} from cases.clock k where k.case_id = ${caseId} order by k.id) x) as clocks,
      (select r.stars from cases.rating r where r.case_id = ${caseId}) as stars
    from cases."case" c where c.id = ${caseId} ${mode === 'lock' ? sql`for update of c` : sql``}`.execute(tx)
  return rows[0] ?? null
}

function toLoadedCase(row: CaseReading): LoadedCase {
  const {
    state,
    outcome,
    closedAt,
    dueOn,
    dueProvisional,
    firstContact,
    applicantPersonId,
    version,
    steps,
    clocks,
    stars,
    seenVersion: _seen,
    ...identity
  } = row
  return {
    ...identity,
    projection: {
      state,
      outcome,
      closedAt,
      dueOn,
      dueProvisional,
      firstContact,
      applicantPersonId,
      version,
      steps,
      clocks: clocks.map(toClockRow),
      stars,
    },
  }
}

function toClockRow(record: ClockRecord): ClockRow {
  const { id, stepId, dueOn, provisional, colourTold, kind, startedOn, limitDays, pauses, extensions, stoppedOn } =
    record
  return {
    id,
    stepId,
    dueOn,
    provisional,
    colourTold,
    clock: { kind, startedOn, limitDays, pauses, extensions, stoppedOn },
  }
}
