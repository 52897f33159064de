import { sql } from 'kysely'
import type { Acting } from '#kernel/access/door.ts'
import { addDays, type Calendar, type Day } from '#kernel/calendar/door.ts'
import type { Tx } from '#platform/contract.ts'
import type { LoadedCase } from './case-row.ts'
import { colour } from './clock-colour.ts'
import { currentCalendar } from './current-calendar.ts'
import type { Effect } from './effects.ts'
import type { ClockRow } from './projection.ts'
import { recordAsJob } from './record-as-job.ts'

/** Yellow begins at a fifth of the limit or two working days; doubled and a long holiday more, no clock is overlooked. */
const longestHoliday = 14

/** A page of cases of a type whose clocks may have a new colour to tell, by id. */
export async function casesNearTheirEnd(tx: Tx, caseType: string, today: Day, after: string): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct k.case_id as "caseId" from cases.clock k join cases."case" c on c.id = k.case_id
    where c.case_type = ${caseType} and k.stopped_on is null and k.case_id > ${after}::uuid
      and ((k.colour_told = 'green' and k.due_on <= ${addDays(today, longestHoliday)}::date + (k.limit_days * 2 / 5))
        or (k.colour_told <> 'red' and k.due_on < ${today}::date))
    order by 1 limit 500`.execute(tx)
  return rows.map((row) => row.caseId)
}

export type ToldColour = Extract<Effect, { kind: 'clockTold' }>

/** Only ever forward: what was told yellow is told red, and never yellow again, whatever was extended since. */
export function newColour(row: ClockRow, calendar: Calendar, today: Day): ToldColour[] {
  if (row.clock.stoppedOn) return []
  const now = colour(row.clock, calendar, today)
  const further = (now === 'yellow' && row.colourTold === 'green') || (now === 'red' && row.colourTold !== 'red')
  return further ? [{ kind: 'clockTold', clockId: row.id, colour: now as 'yellow' | 'red' }] : []
}

/** Writes down, on a locked case, what its clocks have to tell: the worst colour with its day; null when there is nothing new. */
export async function recordColours(
  ctx: Acting,
  subject: LoadedCase,
  operation: string,
): Promise<{ colour: 'yellow' | 'red'; due: Day } | null> {
  if (subject.projection.closedAt) return null
  const calendar = await currentCalendar(ctx.tx)
  const { clocks } = subject.projection
  const effects = clocks.flatMap((row) => newColour(row, calendar, ctx.today))
  if (effects.length === 0) return null
  await recordAsJob(ctx, subject, { operation, effects })
  const worst = effects.some((effect) => effect.colour === 'red') ? 'red' : 'yellow'
  const telling = new Set(effects.filter((effect) => effect.colour === worst).map((effect) => effect.clockId))
  const [due] = clocks.flatMap((row) => (telling.has(row.id) ? [row.dueOn] : [])).sort()
  return { colour: worst, due: due! }
}
