import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockShares } from './clock-geometry.ts'

const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10)

test('whatever the days, every share lies within the bar and one of due and now is its end', () => {
  const days = fc.integer({ min: 20_000, max: 20_400 })
  fc.assert(
    fc.property(days, days, days, days, days, (start, due, today, from, to) => {
      const shares = clockShares({
        startedOn: day(start),
        dueOn: day(due),
        today: day(today),
        pauses: [{ from: day(from), to: day(to) }],
      })
      for (const share of [shares.due, shares.now, shares.pauses[0]!.from, shares.pauses[0]!.to]) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }
      expect(Math.max(shares.due, shares.now)).toBe(1)
    }),
  )
})

test('an open pause lasts until today', () => {
  const shares = clockShares({
    startedOn: '2026-12-01',
    dueOn: '2026-12-11',
    today: '2026-12-06',
    pauses: [{ from: '2026-12-03', to: null }],
  })
  expect(shares.pauses[0]).toMatchObject({ from: 0.2, to: 0.5 })
})
