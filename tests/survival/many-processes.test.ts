import { expect, test } from 'vitest'
import { manyProcesses } from './many-processes.ts'

test('two web and two worker processes, each killed once: sessions are shared, live updates cross, nothing happens twice', {
  timeout: 180_000,
}, async () => {
  const result = await manyProcesses({ kills: 4 })
  console.log('many processes', JSON.stringify(result))
  expect(result).toMatchObject({ lost: 0, doubled: 0, noticesTwice: 0, noticesMissing: 0 })
  expect(result.acknowledged).toBeGreaterThan(20)
  expect(result.liveAfterMs).toBeLessThan(5_000)
})
