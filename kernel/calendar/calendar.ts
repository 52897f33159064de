import { type Day, dayNumber, weekdayOfNumber } from './day.ts'

export const dayKinds = ['workday', 'holiday', 'weekend', 'adjustedWorkday'] as const
export type DayKind = (typeof dayKinds)[number]

/** The days that the State Council's yearly notices have settled, read once from calendar.day. */
export type Calendar = {
  readonly kinds: ReadonlyMap<Day, DayKind>
  readonly knownFrom: Day
  readonly knownUntil: Day
}

/** Refuses a table with a hole: a missing day would silently count as an ordinary weekday. */
export function calendarOf(days: Iterable<{ on: Day; kind: DayKind }>, knownFrom: Day, knownUntil: Day): Calendar {
  const kinds = new Map<Day, DayKind>()
  for (const { on, kind } of days) if (on >= knownFrom && on <= knownUntil) kinds.set(on, kind)
  const expected = dayNumber(knownUntil) - dayNumber(knownFrom) + 1
  if (kinds.size !== expected) {
    throw new RangeError(`the calendar states ${knownFrom} to ${knownUntil} (${expected} days) but holds ${kinds.size}`)
  }
  return { kinds, knownFrom, knownUntil }
}

/** Whether the calendar truly knows the day; outside, Monday to Friday is only a guess. */
export function isKnown(calendar: Calendar, day: Day): boolean {
  return day >= calendar.knownFrom && day <= calendar.knownUntil
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const kind = calendar.kinds.get(day)
  if (kind) return kind === 'workday' || kind === 'adjustedWorkday'
  return weekdayOfNumber(dayNumber(day)) <= 5
}
