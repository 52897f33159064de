import type { Subscription } from '#kernel/jobs/door.ts'
import { notify } from '#kernel/notifications/door.ts'
import { holdersOf, supervisorOf, toldCase } from './told-case.ts'

export const holdersJob = 'applications.holders'

/** 催办: whoever has the open step hears that somebody waits. */
export const tellUrged: Subscription = {
  consumer: holdersJob,
  event: 'applications.urged@1',
  async run(tx, { caseId }, now) {
    const subject = caseId && (await toldCase(tx, caseId))
    if (!subject) return
    for (const to of holdersOf(subject))
      await notify(tx, { to, template: 'cases.urged', params: subject.params, caseId: subject.case.id, at: now })
  },
}

/** 督办: the same, and the street's supervisors know that one is under way. */
export const tellSupervised: Subscription = {
  consumer: holdersJob,
  event: 'applications.supervised@1',
  async run(tx, { caseId }, now) {
    const subject = caseId && (await toldCase(tx, caseId))
    if (!subject) return
    for (const to of new Set([...holdersOf(subject), supervisorOf(subject)]))
      await notify(tx, { to, template: 'cases.supervised', params: subject.params, caseId: subject.case.id, at: now })
  },
}
