import { expect, test } from 'vitest'
import { fuzz } from '../walls/fuzz.ts'
import { times } from './scale.ts'

const SEED = 31

test('fifty inputs an operation, out of the OpenAPI document: no error of ours, no open door', async () => {
  const { wrong, ...outcome } = await fuzz(50 * times, SEED)
  console.log(`fuzz: seed ${SEED}, ${JSON.stringify(outcome)}, wrong ${wrong.length}`)
  expect(wrong).toEqual([])
  expect(outcome.valid / outcome.inputs).toBeGreaterThanOrEqual(0.5)
  expect(outcome.reaching / outcome.inputs).toBeGreaterThanOrEqual(0.2)
})
