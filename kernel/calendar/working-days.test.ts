import { findWorkday, isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedCalendar } from '#testing/calendar.ts'
import { inTimeZone } from '#testing/in-time-zone.ts'
import { calendarOf, isWorkingDay } from './calendar.ts'
import { addDays, dayNumber, dayOfNumber, weekdayOf } from './day.ts'
import { workingDayOf } from './working-day-of.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

const calendar = shippedCalendar()
const within = (from: string, to: string) => fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map(dayOfNumber)

test('every day of 2018 to 2026 is what chinese-days says', () => {
  let compared = 0
  for (let day = '2018-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day) !== isWorkday(day)) expect.fail(day)
    compared += 1
  }
  expect(compared).toBe(3287)
})

test('adding working days agrees with chinese-days in both directions', () => {
  fc.assert(
    fc.property(within('2018-06-01', '2026-06-30'), fc.integer({ min: -80, max: 80 }), (day, n) => {
      expect(addWorkingDays(calendar, day, n)).toEqual({ day: findWorkday(n, day), provisional: false })
    }),
  )
})

test('counting working days is the inverse of adding them', () => {
  fc.assert(
    fc.property(within('2018-06-01', '2026-06-30'), fc.integer({ min: 1, max: 80 }), (day, n) => {
      const end = addWorkingDays(calendar, day, n).day
      expect(workingDaysBetween(calendar, day, end)).toEqual({ days: n, provisional: false })
      expect(workingDaysBetween(calendar, end, day).days).toBe(-n)
    }),
  )
})

test('past the stated end Monday to Friday count and the answer says that it is provisional', () => {
  expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false })
  const past = addWorkingDays(calendar, '2026-12-30', 3)
  expect(past).toEqual({ day: '2027-01-04', provisional: true })
  expect(weekdayOf(past.day)).toBe(1)
})

test('a calendar with a missing day is refused', () => {
  expect(() => calendarOf([{ on: '2026-01-01', kind: 'holiday' }], '2026-01-01', '2026-01-02')).toThrow('holds 1')
})

test.each([
  ['2026-03-01T15:59:59Z', '2026-03-01'],
  ['2026-03-01T16:00:00Z', '2026-03-02'],
  ['2026-03-01T23:00:00-05:00', '2026-03-02'],
  ['1988-07-01T15:30:00Z', '1988-07-02'],
])('the instant %s falls on %s in Shanghai', (instant, day) => expect(workingDayOf(instant)).toBe(day))

test('an instant without an offset is refused', () => {
  expect(() => workingDayOf('2026-03-01T10:00:00')).toThrow('offset')
})

test('two process time zones give the same answers', () => {
  const probe = new URL('./time-zone.probe.ts', import.meta.url)
  const [west, east] = [inTimeZone('America/Los_Angeles', probe), inTimeZone('Pacific/Auckland', probe)]
  expect(west).toMatch(/^-?\d+ [0-9a-f]{64}$/)
  expect(east.split(' ')[1]).toBe(west.split(' ')[1])
  // The probe prints its offset first: the control that TZ took effect.
  expect(east.split(' ')[0]).not.toBe(west.split(' ')[0])
})
