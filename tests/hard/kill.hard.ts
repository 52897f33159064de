import { expect, test } from 'vitest'
import { survive } from '../survival/survive.ts'
import { times } from './scale.ts'

const timeout = 900_000 * times

test('twenty kills of the server: nothing acknowledged is lost, nothing is doubled', { timeout }, async () => {
  const result = await survive({ target: 'server', kills: 20 * times })
  console.log('kill server', JSON.stringify(result))
  expect(result).toMatchObject({ lost: 0, doubled: 0 })
  expect(Math.min(...result.inFlightAtKill)).toBeGreaterThan(0)
})

test('twenty kills of PostgreSQL: nothing acknowledged is lost, nothing is doubled', { timeout }, async () => {
  const result = await survive({ target: 'postgres', kills: 20 * times })
  console.log('kill postgres', JSON.stringify(result))
  expect(result).toMatchObject({ lost: 0, doubled: 0 })
  expect(Math.min(...result.inFlightAtKill)).toBeGreaterThan(0)
})

test('control: with synchronous_commit=off the same test loses something', { timeout }, async () => {
  const result = await survive({ target: 'postgres', kills: 5, synchronousCommit: 'off' })
  console.log('control', JSON.stringify(result))
  expect(result.lost).toBeGreaterThan(0)
})
