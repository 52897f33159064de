import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, wallTime } from './day-number.ts'

test('a civil date has the same number as the proleptic calendar of the platform', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (n) => {
      const day = new Date(n * 86_400_000).toISOString().slice(0, 10)
      expect(dayNumber(day)).toBe(n)
    }),
  )
})

test('an instant is shown as the wall time of Shanghai whatever the machine thinks', () => {
  expect(wallTime('2026-11-30T16:05:00Z')).toBe('2026-12-01 00:05')
})
