import { sql } from 'kysely'
import { type LoadedCase, loadCase } from '#kernel/cases/door.ts'
import type { Subscription } from '#kernel/jobs/door.ts'
import { type HolderKey, notify, type TemplateKey } from '#kernel/notifications/door.ts'
import { publishedItem } from '#modules/service-items/lookup.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'

const templates: Record<string, { template: TemplateKey; to: 'resident' | 'supervisor' }> = {
  replied: { template: 'remedies.replied', to: 'resident' },
  contested: { template: 'remedies.contested', to: 'supervisor' },
  closed: { template: 'remedies.closed', to: 'resident' },
}

/** Each side hears when it is its turn, and the resident when it is over. */
export const tellRemedy: Subscription = {
  consumer: 'remedies.feedback',
  event: 'remedies.stateChanged@1',
  async run(tx, { caseId, ids }, now) {
    const told = templates[String(ids.to)]
    const subject = told && caseId ? await loadCase(tx, caseId, 'read') : null
    if (!told || !subject) return
    const params = await noticeParams(tx, subject, now)
    const holders: HolderKey[] =
      told.to === 'resident' ? await residentsOf(tx, subject) : [`post:supervisor@${subject.subdistrictId}`]
    for (const to of holders) await notify(tx, { to, template: told.template, params, caseId: subject.id, at: now })
  },
}

/** The item by its name, the number and the day: no stars and no words. */
export async function noticeParams(tx: Tx, subject: LoadedCase, now: string): Promise<Record<string, string>> {
  const item = await publishedItem(tx, subject.subjectKey, dayOf(now))
  const { dueOn } = subject.projection
  return {
    item: item?.body.name['zh-CN'] ?? subject.subjectKey,
    number: subject.number,
    ...(dueOn ? { due: dueOn } : {}),
  }
}

/** Applicant and agent; with neither known, the account that rated. */
async function residentsOf(tx: Tx, subject: LoadedCase): Promise<HolderKey[]> {
  const persons = [subject.projection.applicantPersonId, subject.agentPersonId].filter((id) => id !== null)
  if (persons.length > 0) return persons.map((id): HolderKey => `person:${id}`)
  const { rows } = await sql<{ account: string }>`
    select by_account as account from cases.rating where case_id = ${subject.parentCaseId} and by_account is not null`.execute(
    tx,
  )
  return rows.map(({ account }): HolderKey => `account:${account}`)
}
