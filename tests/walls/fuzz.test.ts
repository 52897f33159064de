import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

const SEED = 20261124

test('ten inputs an operation, out of the OpenAPI document: no error of ours, no open door', {
  timeout: 90_000,
}, async () => {
  const { wrong, ...outcome } = await fuzz(10, SEED)
  console.log(`fuzz: seed ${SEED}, ${JSON.stringify(outcome)}, wrong ${wrong.length}`)
  expect(wrong).toEqual([])
  expect(outcome.valid / outcome.inputs).toBeGreaterThanOrEqual(0.5)
  expect(outcome.reaching / outcome.inputs).toBeGreaterThanOrEqual(0.2)
})

test('control: were everything that is done forbidden, each of the done would be found', {
  timeout: 60_000,
}, async () => {
  const { wrong, statuses } = await fuzz(2, SEED, (_cast, _operation, _who, _input, reply) => reply.status === 200)
  console.log(`control: ${statuses[200]} answers of 200, ${wrong.length} found`)
  expect(wrong).toHaveLength(statuses[200]!)
  expect(wrong.length).toBeGreaterThan(10)
})
