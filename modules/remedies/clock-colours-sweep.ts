import { z } from 'zod'
import { asJob } from '#kernel/access/door.ts'
import { casesNearTheirEnd, eachCase, loadCase, recordColours } from '#kernel/cases/door.ts'
import { defineJob } from '#kernel/jobs/door.ts'
import { notify } from '#kernel/notifications/door.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import { noticeParams } from './tell-remedy.ts'

const name = 'remedies.clock-colours-sweep'

/** 黄牌、红牌: the supervisor hears once that a reply is due soon, and once that it is late. */
export const clockColours = defineJob({
  name,
  input: z.object({}),
  cron: '10 * * * *',
  run: (_input, job) =>
    eachCase(job, (tx, after) => casesNearTheirEnd(tx, 'remedy', dayOf(job.now), after), tellColour),
})

async function tellColour(tx: Tx, caseId: string, now: string): Promise<void> {
  const subject = await loadCase(tx, caseId, 'lock')
  const told = subject && (await recordColours(asJob(tx, name, now), subject, 'remedies.tellColour'))
  if (!subject || !told) return
  await notify(tx, {
    to: `post:supervisor@${subject.subdistrictId}`,
    template: `cases.${told.colour}`,
    params: { ...(await noticeParams(tx, subject, now)), due: told.due },
    caseId,
    at: now,
  })
}
