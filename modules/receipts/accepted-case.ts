import { sql } from 'kysely'
import type { Ctx } from '#kernel/access/door.ts'
import { loadCase, timeline } from '#kernel/cases/door.ts'

export interface AcceptedCase {
  id: string
  number: string
  applicantPersonId: string | null
  /** Null while nobody has accepted it: such a case has no receipt. */
  acceptedAt: string | null
  subdistrict: string
}

const acceptance = new Set(['applications.accept', 'applications.acceptAtWindow'])

export async function acceptedCase(ctx: Ctx, caseId: string): Promise<AcceptedCase | null> {
  const subject = await loadCase(ctx.tx, caseId, 'read')
  if (!subject) return null
  const entries = await timeline(ctx.tx, caseId)
  const { rows } = await sql<{ name: string }>`
    select name from areas.area_version where area_id = ${subject.subdistrictId} and during @> ${ctx.today}::date`.execute(
    ctx.tx,
  )
  return {
    id: subject.id,
    number: subject.number,
    applicantPersonId: subject.projection.applicantPersonId,
    acceptedAt: entries.find(({ operation }) => acceptance.has(operation))?.at ?? null,
    subdistrict: rows[0]?.name ?? '',
  }
}
