import { type Kysely, sql } from 'kysely'
import { type Calendar, calendarOf, type DayKind } from './calendar.ts'
import type { Day } from './day.ts'

/** Reads the whole calendar; it changes once a year, so callers keep the value and load it anew after calendar.setDay. */
export async function loadCalendar<Tables>(db: Kysely<Tables>): Promise<Calendar> {
  const span = await sql<{ from: Day; until: Day }>`
    select known_from::text as "from", known_until::text as until from calendar.span`.execute(db)
  const stated = span.rows[0]
  if (!stated) throw new Error('calendar.span is empty: run the migrations')
  const days = await sql<{ on: Day; kind: DayKind }>`
    select "on"::text as "on", kind from calendar.day order by "on"`.execute(db)
  return calendarOf(days.rows, stated.from, stated.until)
}
