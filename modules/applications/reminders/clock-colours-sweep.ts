import { sql } from 'kysely'
import { z } from 'zod'
import { asJob } from '#kernel/access/door.ts'
import { addDays, type Calendar } from '#kernel/calendar/door.ts'
import { type ClockRow, colour, currentCalendar, type Effect, recordAsJob } from '#kernel/cases/door.ts'
import { defineJob } from '#kernel/jobs/door.ts'
import { notify } from '#kernel/notifications/door.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import { eachCase } from './each-case.ts'
import { holdersOf, supervisorOf, toldCase } from './told-case.ts'

const name = 'applications.clock-colours-sweep'
/** Yellow begins at a fifth of the limit or two working days; doubled and a long holiday more, no clock is overlooked. */
const longestHoliday = 14

/** 黄牌、红牌: handler and supervisor hear once that a limit is close, and once that it has passed. */
export const clockColours = defineJob({
  name,
  input: z.object({}),
  cron: '5 * * * *',
  run: (_input, job) => eachCase(job, (tx, after) => casesNearTheirEnd(tx, dayOf(job.now), after), tellColour),
})

export async function casesNearTheirEnd(tx: Tx, today: string, after: string): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct k.case_id as "caseId" from cases.clock k join cases."case" c on c.id = k.case_id
    where c.case_type = 'application' and k.stopped_on is null and k.case_id > ${after}::uuid
      and ((k.colour_told = 'green' and k.due_on <= ${addDays(today, longestHoliday)}::date + (k.limit_days * 2 / 5))
        or (k.colour_told <> 'red' and k.due_on < ${today}::date))
    order by 1 limit 500`.execute(tx)
  return rows.map((row) => row.caseId)
}

/** Asked again under the lock, so that two sweeps at once tell one time. */
export async function tellColour(tx: Tx, caseId: string, now: string): Promise<void> {
  const subject = await toldCase(tx, caseId, 'lock')
  if (!subject || subject.case.projection.closedAt) return
  const ctx = asJob(tx, name, now)
  const calendar = await currentCalendar(tx)
  const clocks = subject.case.projection.clocks
  const effects = clocks.flatMap((row) => newColour(row, calendar, ctx.today))
  if (effects.length === 0) return
  await recordAsJob(ctx, subject.case, { operation: 'applications.tellColour', effects })
  const red = effects.some((effect) => effect.colour === 'red')
  const due = clocks
    .filter((row) => effects.some((effect) => effect.clockId === row.id && effect.colour === (red ? 'red' : 'yellow')))
    .map((row) => row.dueOn)
    .sort()[0]!
  for (const to of new Set([...holdersOf(subject), supervisorOf(subject)])) {
    await notify(tx, {
      to,
      template: red ? 'cases.red' : 'cases.yellow',
      params: { ...subject.params, due },
      caseId,
      at: now,
    })
  }
}

type Told = Extract<Effect, { kind: 'clockTold' }>

/** Only ever forward: what was told yellow is told red, and never yellow again, whatever was extended since. */
export function newColour(row: ClockRow, calendar: Calendar, today: string): Told[] {
  if (row.clock.stoppedOn) return []
  const now = colour(row.clock, calendar, today)
  const further = (now === 'yellow' && row.colourTold === 'green') || (now === 'red' && row.colourTold !== 'red')
  return further ? [{ kind: 'clockTold', clockId: row.id, colour: now as 'yellow' | 'red' }] : []
}
