import { sql } from 'kysely'
import type { z } from 'zod'
import type { Ctx } from '#kernel/access/door.ts'
import { ageOn } from '#kernel/calendar/door.ts'
import { problem } from '#platform/errors/problem.ts'
import type { purpose } from './contract.ts'

export interface StatedPurpose {
  /** For the audit entry's purpose; the typed words go to the erasable text. */
  code: string
  caseId: string | null
  reason: string | undefined
}

/**
 * Checks the purpose for which a full record is opened: a live case of this person in the caller's sight, or a typed reason.
 * A minor's file needs the case, or somebody else's agreement that is still in force.
 */
export async function statePurpose(
  ctx: Ctx,
  person: { id: string; birthOn: string | null },
  given: z.output<typeof purpose>,
): Promise<StatedPurpose> {
  if (given.caseId) {
    const { rows } = await sql<{ number: string }>`
      select c.number from cases."case" c where c.id = ${given.caseId} and c.closed_at is null
        and ${person.id} in (c.applicant_person_id, c.agent_person_id)`.execute(ctx.tx)
    if (rows[0]) return { code: `case:${rows[0].number}`, caseId: given.caseId, reason: given.reason }
    throw problem('refused', { reason: 'people.case-is-not-the-purpose' })
  }
  const age = person.birthOn ? ageOn(person.birthOn, ctx.today) : null
  if (age !== null && age < 18) {
    const { rows } = await sql`
      select 1 from people.minor_file f where f.person_id = ${person.id} and f.asked_by = access.account_id()
        and f.open_until > ${ctx.now}`.execute(ctx.tx)
    if (rows.length === 0) throw problem('refused', { reason: 'people.minor-needs-approval' })
  }
  return { code: 'stated', caseId: null, reason: given.reason }
}
