import { z } from 'zod'
import { asJob } from '#kernel/access/door.ts'
import { casesNearTheirEnd, eachCase, recordColours } from '#kernel/cases/door.ts'
import { defineJob } from '#kernel/jobs/door.ts'
import { notify } from '#kernel/notifications/door.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import { holdersOf, supervisorOf, toldCase } from './told-case.ts'

const name = 'applications.clock-colours-sweep'

/** 黄牌、红牌: handler and supervisor hear once that a limit is close, and once that it has passed. */
export const clockColours = defineJob({
  name,
  input: z.object({}),
  cron: '5 * * * *',
  run: (_input, job) =>
    eachCase(job, (tx, after) => casesNearTheirEnd(tx, 'application', dayOf(job.now), after), tellColour),
})

/** Asked again under the lock, so that two sweeps at once tell one time. */
export async function tellColour(tx: Tx, caseId: string, now: string): Promise<void> {
  const subject = await toldCase(tx, caseId, 'lock')
  const told = subject && (await recordColours(asJob(tx, name, now), subject.case, 'applications.tellColour'))
  if (!subject || !told) return
  for (const to of new Set([...holdersOf(subject), supervisorOf(subject)])) {
    await notify(tx, {
      to,
      template: `cases.${told.colour}`,
      params: { ...subject.params, due: told.due },
      caseId,
      at: now,
    })
  }
}
