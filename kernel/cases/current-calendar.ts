import { type Calendar, loadCalendar } from '#kernel/calendar/door.ts'
import type { Tx } from '#platform/contract.ts'

const keptMillis = 30_000
let kept: { calendar: Calendar; until: number } | undefined

/** The calendar changes once a year; half a minute of memory spares 3,000 rows a step. */
export async function currentCalendar(tx: Tx): Promise<Calendar> {
  const now = performance.now()
  if (!kept || kept.until < now) kept = { calendar: await loadCalendar(tx), until: now + keptMillis }
  return kept.calendar
}
