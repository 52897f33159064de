import { sql } from 'kysely'
import type { z } from 'zod'
import type { Ctx } from '#kernel/access/door.ts'
import { ageOn } from '#kernel/calendar/door.ts'
import { liveCasesOf } from '#kernel/cases/door.ts'
import { problem } from '#platform/errors/problem.ts'
import type { purpose } from './contract.ts'

export interface StatedPurpose {
  /** For the audit entry's purpose; the typed words go to the erasable text. */
  code: string
  caseId: string | null
  reason: string | undefined
}

export function isMinor(person: { birthOn: string | null }, today: string): boolean {
  return person.birthOn !== null && (ageOn(person.birthOn, today) ?? 0) < 18
}

/**
 * Checks the purpose for which a full record is opened: a live case of this person that the caller handles, or a typed reason.
 * A minor's file needs the case, or somebody else's agreement that is still in force.
 */
export async function statePurpose(
  ctx: Ctx,
  person: { id: string; birthOn: string | null },
  given: z.output<typeof purpose>,
): Promise<StatedPurpose> {
  if (given.caseId) {
    const live = (await liveCasesOf(ctx.tx, person.id)).find((one) => one.caseId === given.caseId)
    if (!live?.handling) throw problem('refused', { reason: 'people.case-is-not-the-purpose' })
    return { code: `case:${live.number}`, caseId: live.caseId, reason: given.reason }
  }
  if (isMinor(person, ctx.today)) {
    const { rows } = await sql`
      select 1 from people.minor_file f where f.person_id = ${person.id} and f.asked_by = access.account_id()
        and f.open_until > ${ctx.now}`.execute(ctx.tx)
    if (rows.length === 0) throw problem('refused', { reason: 'people.minor-needs-approval' })
    return { code: 'minorFile', caseId: null, reason: given.reason }
  }
  return { code: 'stated', caseId: null, reason: given.reason }
}
