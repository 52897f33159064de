import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cast, createCast } from './cast.ts'
import { fill } from './fill.ts'
import { isOpen, keptOut, type Policy, runtimePolicies, weakened, whatNobodyCan } from './policies.ts'

let cast: Cast
let client: pg.Client
let policies: Policy[]
beforeAll(async () => {
  cast = await createCast()
  await fill(cast)
  client = new pg.Client({ connectionString: cast.world.database.urls.superuser })
  await client.connect()
  policies = await runtimePolicies(client)
})
afterAll(async () => {
  await client.end()
  await cast.world.dispose()
})

async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}

test('whoever has no session finds, adds and changes nothing behind the wall, whatever the application lets through', async () => {
  const open: string[] = []
  for (const policy of policies.filter((one) => !isOpen(one))) {
    const answer = await inTransaction(() => whatNobodyCan(client, policy))
    if (!keptOut(policy, answer)) open.push(`${policy.table} ${policy.name}: ${answer}`)
  }
  expect(open).toEqual([])
})

test('each policy weakened in turn is caught by a probe', async () => {
  const walled = policies.filter((one) => !isOpen(one))
  const missed: string[] = []
  for (const policy of walled) {
    const answer = await inTransaction(async () => {
      await client.query(weakened(policy))
      return whatNobodyCan(client, policy)
    })
    if (keptOut(policy, answer)) missed.push(`${policy.table} ${policy.name} (${policy.command}): ${answer}`)
  }
  console.log(
    `weakened policies: ${walled.length - missed.length} of ${walled.length} caught; ${policies.length - walled.length} are open to all by design`,
  )
  expect(missed).toEqual([])
})
