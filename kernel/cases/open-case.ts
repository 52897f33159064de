import { sql } from 'kysely'
import type { Acting } from '#kernel/access/door.ts'
import { newId } from '#platform/ids.ts'
import type { LoadedCase } from './case-row.ts'
import type { Sensitivity } from './case-type.ts'
import type { Effect } from './effects.ts'
import { emptyProjection } from './projection.ts'
import { type NewCaseEvent, recordEvent } from './record-event.ts'

export interface NewCase {
  caseType: string
  sensitivity: Sensitivity
  subdistrictId: string
  areaId: string | null
  subjectKey: string
  applicantPersonId?: string | null
  applicantOrganisationId?: string | null
  agentPersonId?: string | null
  parentCaseId?: string | null
}

/** Opens a case with its first event; the operation of that event is the permission to open it. */
export async function openCase(ctx: Acting, wanted: NewCase, first: NewCaseEvent): Promise<LoadedCase> {
  const id = newId()
  const numbered = await sql<{
    number: string
  }>`select cases.next_number(${wanted.subdistrictId}, ${ctx.today}) as number`.execute(ctx.tx)
  const number = numbered.rows[0]!.number
  await sql`insert into cases."case" (id, number, case_type, sensitivity, subdistrict_id, area_id, subject_key, state, applicant_person_id,
      applicant_organisation_id, agent_person_id, created_by, opened_with, opened_at, parent_case_id)
    values (${id}, ${number}, ${wanted.caseType}, ${wanted.sensitivity}, ${wanted.subdistrictId}, ${wanted.areaId}, ${wanted.subjectKey}, 'new',
      ${wanted.applicantPersonId ?? null}, ${wanted.applicantOrganisationId ?? null}, ${wanted.agentPersonId ?? null}, access.account_id(),
      ${first.operation}, ${ctx.now}, ${wanted.parentCaseId ?? null})`.execute(ctx.tx)
  const subject: LoadedCase = {
    id,
    number,
    caseType: wanted.caseType,
    sensitivity: wanted.sensitivity,
    subdistrictId: wanted.subdistrictId,
    areaId: wanted.areaId,
    subjectKey: wanted.subjectKey,
    applicantOrganisationId: wanted.applicantOrganisationId ?? null,
    agentPersonId: wanted.agentPersonId ?? null,
    createdBy: ctx.actor.accountId,
    openedAt: ctx.now,
    parentCaseId: wanted.parentCaseId ?? null,
    projection: emptyProjection,
  }
  const linked: Effect[] = wanted.applicantPersonId
    ? [{ kind: 'applicantLinked', personId: wanted.applicantPersonId }]
    : []
  return recordEvent(ctx, subject, { ...first, effects: [...linked, ...first.effects] })
}
