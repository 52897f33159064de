import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addYears, ageOn, dayNumber, dayOfNumber, daysBetween, isDay, weekdayOf } from './day.ts'

const numbers = fc.integer({ min: dayNumber('1600-01-01'), max: dayNumber('2400-12-31') })

test('day numbers agree with the proleptic Gregorian calendar of the language', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const reference = new Date(number * 86_400_000)
      expect(dayOfNumber(number)).toBe(reference.toISOString().slice(0, 10))
      expect(dayNumber(dayOfNumber(number))).toBe(number)
      expect(weekdayOf(dayOfNumber(number))).toBe(reference.getUTCDay() || 7)
    }),
  )
})

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: -5000, max: 5000 }), (number, days) => {
      const day = dayOfNumber(number)
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})

test.each(['2023-02-29', '2024-02-30', '2024-13-01', '2024-00-10', '2024-1-1', '2024-01-01T00:00', '', null, 20240101])(
  '%s is no day',
  (value) => expect(isDay(value)).toBe(false),
)

test.each([
  ['1960-02-29', '2025-02-27', 64],
  ['1960-02-29', '2025-02-28', 65],
  ['1960-02-29', '2024-02-28', 63],
  ['1960-02-29', '2024-02-29', 64],
  ['1961-03-01', '2026-02-28', 64],
  ['1961-03-01', '2026-03-01', 65],
  ['2024-02-29', '2024-02-29', 0],
])('somebody born on %s is on %s %i years old', (birth, on, age) => expect(ageOn(birth, on)).toBe(age))

test('before birth there is no age', () => expect(ageOn('2024-02-29', '2024-02-28')).toBeNull())

test('age never falls as days pass and rises on the day that addYears names', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 110 }), (number, years) => {
      const birth = dayOfNumber(number)
      const birthday = addYears(birth, years)
      expect(ageOn(birth, birthday)).toBe(years)
      if (years > 0) expect(ageOn(birth, addDays(birthday, -1))).toBe(years - 1)
    }),
  )
})
