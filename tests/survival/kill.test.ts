import { expect, test } from 'vitest'
import { survive } from './survive.ts'

test('two kills of the server lose nothing acknowledged and double nothing on retry', {
  timeout: 120_000,
}, async () => {
  const result = await survive({ target: 'server', kills: 2 })
  console.log('kill server', JSON.stringify(result))
  expect(result).toMatchObject({ lost: 0, doubled: 0 })
  expect(Math.min(...result.inFlightAtKill)).toBeGreaterThan(0)
  expect(result.acknowledged).toBeGreaterThan(100)
})

test('two kills of PostgreSQL lose nothing acknowledged and double nothing on retry', {
  timeout: 120_000,
}, async () => {
  const result = await survive({ target: 'postgres', kills: 2 })
  console.log('kill postgres', JSON.stringify(result))
  expect(result).toMatchObject({ lost: 0, doubled: 0 })
  expect(Math.min(...result.inFlightAtKill)).toBeGreaterThan(0)
})
