import { expect, test } from 'vitest'
import { matrix, namedOperations } from './matrix.ts'
import { operations } from './probes.ts'
import { runMatrix } from './run-matrix.ts'

const SEED = 20261124

test('docs/access-matrix.csv names every operation, and none that is no more', () => {
  expect(operations.filter((one) => !namedOperations.has(one))).toEqual([])
  expect([...namedOperations].filter((one) => !operations.includes(one))).toEqual([])
  expect(matrix.filter((row) => !['yes', 'no', 'hidden', 'partial'].includes(row.expected))).toEqual([])
})

test('2,000 probes are answered as the matrix says, with the policies on and off', { timeout: 90_000 }, async () => {
  const { wrong, ...outcome } = await runMatrix(2000, SEED)
  console.log(`access matrix: seed ${SEED}, ${JSON.stringify(outcome)}, wrong ${wrong.length}`)
  expect(wrong).toEqual([])
  expect(outcome.fired).toBe(2000)
})

test('control: a matrix that is wrong in one place in ten is found out', { timeout: 60_000 }, async () => {
  let turn = 0
  let spoilt = 0
  const { wrong } = await runMatrix(300, SEED, {
    spoil: (probe) => {
      turn++
      if (probe.operation.startsWith('identity.')) return probe
      if (turn % 10 !== 0 || probe.policyOff || (probe.expected !== 'yes' && probe.expected !== 'no') || !probe.fits)
        return probe
      spoilt++
      return { ...probe, expected: probe.expected === 'yes' ? 'no' : 'yes' }
    },
  })
  console.log(`control: ${spoilt} rows turned round, ${wrong.length} found`)
  expect(wrong.length).toBeGreaterThanOrEqual(spoilt)
  expect(spoilt).toBeGreaterThanOrEqual(5)
})
