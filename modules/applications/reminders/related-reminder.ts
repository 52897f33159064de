import { sql } from 'kysely'
import type { Subscription } from '#kernel/jobs/door.ts'
import { notify } from '#kernel/notifications/door.ts'
import { ruleFacts } from '#kernel/registry/door.ts'
import { proposeRelated, publishedItems } from '#modules/service-items/lookup.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import { toldCase } from './told-case.ts'

/**
 * 关联提醒: once accepted, the applicant is told what else the base shows him entitled to, with the reason. The applicant
 * alone: what the rest of the household may be entitled to is theirs to hear, and not through somebody's application.
 */
export const tellRelated: Subscription = {
  consumer: 'applications.related',
  event: 'applications.stateChanged@1',
  async run(tx, { caseId, ids }, now) {
    if (!caseId || ids.to !== 'accepted' || ids.from === 'awaitingCorrection') return
    const subject = await toldCase(tx, caseId)
    const personId = subject?.case.projection.applicantPersonId
    if (!subject || !personId) return
    const today = dayOf(now)
    const facts = (await ruleFacts(tx, [personId])).get(personId)
    if (!facts) return
    const proposals = proposeRelated(await publishedItems(tx, today), facts, today, subject.itemKey)
    const has = await itemsOf(tx, personId)
    for (const { itemKey, name, reason } of proposals.filter((one) => one.outcome === 'met' && !has.has(one.itemKey))) {
      await notify(tx, {
        to: `person:${personId}`,
        template: 'reminders.relatedItem',
        params: { item: subject.item.name['zh-CN'], related: name, reason: reason.slice(0, 120), relatedKey: itemKey },
        caseId,
        at: now,
      })
    }
  },
}

/** Items that somebody is applying for or has been granted. */
async function itemsOf(tx: Tx, personId: string): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select subject_key as key from cases."case"
    where case_type = 'application' and applicant_person_id = ${personId} and (closed_at is null or outcome = 'approved')`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.key))
}
