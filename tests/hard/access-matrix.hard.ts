import { expect, test } from 'vitest'
import { runMatrix } from '../walls/run-matrix.ts'
import { times } from './scale.ts'

const SEED = 7
const WANTED = 20_000 * times

test('20,000 probes are answered as the matrix says, on the day and after every limit has run out', async () => {
  const onTheDay = await runMatrix(WANTED / 2, SEED)
  const later = await runMatrix(WANTED / 2, SEED + 1, { at: '2026-11-02T02:00:00Z' })
  for (const [when, { wrong, ...outcome }] of Object.entries({ onTheDay, later })) {
    console.log(`access matrix, ${when}: seed ${SEED}, ${JSON.stringify(outcome)}, wrong ${wrong.length}`)
    expect(wrong).toEqual([])
  }
  expect(onTheDay.fired + later.fired).toBe(WANTED)
})
