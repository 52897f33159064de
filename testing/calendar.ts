import { readFileSync } from 'node:fs'
import { addDays, type Calendar, calendarOf, type DayKind, weekdayOf } from '#kernel/calendar/door.ts'

const migration = new URL('../kernel/calendar/migrations/20261125T0911-fill-calendar-2018-2026.sql', import.meta.url)

/** The calendar that ships, read from its migration, for tests of pure rules that need no database. */
export function shippedCalendar(): Calendar {
  const settled = new Map<string, DayKind>()
  for (const [, on, kind] of readFileSync(migration, 'utf8').matchAll(/\('(\d{4}-\d\d-\d\d)', '(\w+)'/g)) {
    settled.set(on!, kind as DayKind)
  }
  const days: { on: string; kind: DayKind }[] = []
  for (let on = '2018-01-01'; on <= '2026-12-31'; on = addDays(on, 1)) {
    days.push({ on, kind: settled.get(on) ?? (weekdayOf(on) > 5 ? 'weekend' : 'workday') })
  }
  return calendarOf(days, '2018-01-01', '2026-12-31')
}
