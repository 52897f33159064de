import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits, waitSeconds } from './limits.ts'

const anyLimit = fc.constantFrom(...Object.values(limits).flatMap((pair) => [pair.subject, pair.address]))

test('the free tries never wait', () => {
  fc.assert(
    fc.property(anyLimit, fc.nat(1000), (limit, since) => {
      expect(waitSeconds(limit, limit.free - 1, since)).toBe(0)
    }),
  )
})

test('more failures never shorten the wait, and no number of failures makes it longer than the longest one', () => {
  fc.assert(
    fc.property(anyLimit, fc.nat(1_000_000), fc.nat(5000), (limit, failures, since) => {
      const wait = waitSeconds(limit, failures, since)
      expect(wait).toBeLessThanOrEqual(limit.longestWaitSeconds)
      expect(waitSeconds(limit, failures + 1, since)).toBeGreaterThanOrEqual(wait)
    }),
  )
})

test('whoever waits long enough may try again: nobody is locked out for good', () => {
  fc.assert(
    fc.property(anyLimit, fc.nat(1_000_000), (limit, failures) => {
      expect(waitSeconds(limit, failures, limit.longestWaitSeconds)).toBe(0)
    }),
  )
})
