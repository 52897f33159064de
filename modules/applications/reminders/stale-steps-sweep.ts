import { sql } from 'kysely'
import { z } from 'zod'
import { asJob } from '#kernel/access/door.ts'
import { daysBetween, workingDayOf } from '#kernel/calendar/door.ts'
import { type Effect, eachCase, recordAsJob, type StepRow } from '#kernel/cases/door.ts'
import { defineJob } from '#kernel/jobs/door.ts'
import { type HolderKey, notify } from '#kernel/notifications/door.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import { isStale } from '../stale-step.ts'
import { toldCase } from './told-case.ts'

const name = 'applications.stale-steps-sweep'

/** An external step without news for longer than its item allows: whoever holds it asks after it, told once until news come. */
export const staleSteps = defineJob({
  name,
  input: z.object({}),
  cron: '15 * * * *',
  run: (_input, job) => eachCase(job, (tx, after) => casesWithoutNews(tx, dayOf(job.now), after), tellStale),
})

async function casesWithoutNews(tx: Tx, today: string, after: string): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct s.case_id as "caseId" from cases.step s join cases."case" c on c.id = s.case_id
    where c.case_type = 'application' and s.state = 'open' and s.kind = 'external' and s.stale_told_at is null and s.case_id > ${after}::uuid
      and (coalesce(s.learnt_at, s.opened_at) at time zone 'Asia/Shanghai')::date + s.stale_after_days < ${today}::date
    order by 1 limit 500`.execute(tx)
  return rows.map((row) => row.caseId)
}

export async function tellStale(tx: Tx, caseId: string, now: string): Promise<void> {
  const subject = await toldCase(tx, caseId, 'lock')
  if (!subject) return
  const ctx = asJob(tx, name, now)
  const stale = subject.case.projection.steps.filter((step) => !step.staleToldAt && isStale(step, ctx.today))
  if (stale.length === 0) return
  const effects = stale.map((step): Effect => ({ kind: 'staleTold', stepId: step.id }))
  await recordAsJob(ctx, subject.case, { operation: 'applications.tellStale', effects })
  for (const step of stale) {
    const itemStep = subject.item.steps.find((one) => one.key === step.key)
    await notify(tx, {
      to: holderOf(step),
      template: 'cases.stale',
      params: {
        number: subject.case.number,
        step: itemStep?.name['zh-CN'] ?? step.key,
        days: daysBetween(workingDayOf(step.learntAt ?? step.openedAt), ctx.today),
      },
      caseId,
      at: now,
    })
  }
}

const holderOf = (step: StepRow): HolderKey =>
  step.claimedBy ? `account:${step.claimedBy}` : (step.holderKey as HolderKey)
