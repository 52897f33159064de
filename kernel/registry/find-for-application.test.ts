import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tx } from '#platform/contract.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createWorld, type World } from '#testing/world.ts'
import { findForApplication, openPerson } from './door.ts'

let world: World
let db: Kysely<unknown>

beforeAll(async () => {
  world = await createWorld()
  db = createKysely<unknown>(createPool({ url: world.database.urls.web, applicationName: 'test' }))
  await world.look(`select registry.bind_item_fields('card', '{name,birthOn}')`)
})
afterAll(async () => {
  await db.destroy()
  await world.dispose()
})

function as<T>(account: keyof World['accounts'], work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('linli.session', ${world.accounts[account].sessionId}, true)`.execute(tx)
    return work(tx)
  })
}
const fields = ['name', 'birthOn', 'address', 'phone']
const find = (account: keyof World['accounts'], idNumber: string, itemKey = 'card') =>
  as(account, (tx) => findForApplication(tx, world.keys, { idNumber, itemKey, fields }))

test('a clerk learns of somebody of another street only what the item binds, and does not come to see the record', async () => {
  const { id, idNumber } = world.people.outsider
  expect(await find('clerk', idNumber)).toEqual({ personId: id, name: '赵䶮', birthOn: '1948-01-08' })
  expect(await as('clerk', (tx) => openPerson(tx, world.keys, id, '2026-06-01'))).toBeNull()
})

test('absent, unbound and refused answer alike: nothing', async () => {
  const { idNumber } = world.people.outsider
  expect(await find('clerk', '31019819480108999X')).toBeNull()
  expect(await find('clerk', idNumber, 'another-item')).toBeNull()
  for (const account of ['northWorker', 'approver', 'systemAdmin', 'elder', 'machine'] as const) {
    expect(await find(account, idNumber)).toBeNull()
  }
})

test('every try counts, found or not, and past the day limit even the right number finds nobody', async () => {
  const { idNumber } = world.people.outsider
  await world.look('update registry.find_limit set per_day = 3')
  for (const number of ['310198194801089990', '310198194801089990', idNumber]) await find('otherClerk', number)
  expect(await find('otherClerk', idNumber)).toBeNull()
  const [use] = await world.look<{ times: number }>('select times from registry.find_use where account_id = $1', [
    world.accounts.otherClerk.accountId,
  ])
  expect(use!.times).toBe(4)
})
