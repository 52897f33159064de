import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '#platform/contract.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createWorld, type World } from '#testing/world.ts'
import { correctPinyin, findPersons } from './door.ts'

let world: World
let db: Kysely<unknown>

beforeAll(async () => {
  world = await createWorld()
  db = createKysely<unknown>(createPool({ url: world.database.urls.web, applicationName: 'test' }))
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
const names = (account: keyof World['accounts']) =>
  as(account, async (tx) => {
    const { rows } = await sql<{ name: string }>`select name from registry.person order by name`.execute(tx)
    return rows.map((row) => row.name)
  })
const find = async (account: keyof World['accounts'], text: string) =>
  (await as(account, (tx) => findPersons(tx, world.keys, { text, on: '2026-06-01' }))).rows.map((row) => row.name)

describe('who sees whom', () => {
  test('the street its people, a committee its own, an approver and an administrator nobody', async () => {
    expect(await names('clerk')).toEqual(['张德明', '李小宝', '李晓燕', '欧阳秀英'].sort())
    expect(await names('southWorker')).toEqual(['欧阳秀英'])
    expect(await names('foreignWorker')).toEqual(['赵䶮'])
    for (const account of ['approver', 'districtOfficer', 'systemAdmin', 'auditAdmin', 'unbound', 'machine'] as const) {
      expect(await names(account)).toEqual([])
    }
  })

  test('a resident themselves and their wards, until the guardianship ends', async () => {
    expect(await names('elder')).toEqual(['张德明'])
    expect(await names('guardian')).toEqual(['李小宝', '李晓燕'].sort())
    await world.look(`update registry.guardianship set during = daterange('2016-05-05', current_date - 1)`)
    expect(await names('guardian')).toEqual(['李晓燕'])
  })

  test('a dwelling that is moved to another committee takes its people along', async () => {
    const { dwellingId } = world.people.southElder
    await world.look('update registry.dwelling set committee_id = $1, grid_id = null where id = $2', [
      world.areas.north,
      dwellingId,
    ])
    expect(await names('southWorker')).toEqual([])
    expect(await names('northWorker')).toContain('欧阳秀英')
    await world.look('update registry.dwelling set committee_id = $1 where id = $2', [world.areas.south, dwellingId])
    expect(await names('southWorker')).toEqual(['欧阳秀英'])
  })

  test('a home and a phone are seen only with a person in them', async () => {
    const seen = await as('southWorker', async (tx) => {
      const { rows } = await sql<{ phones: number; homes: number }>`
        select (select count(*)::int from registry.person_phone) as phones, (select count(*)::int from registry.residency) as homes`.execute(
        tx,
      )
      return rows[0]
    })
    expect(seen).toEqual({ phones: 1, homes: 1 })
  })
})

describe('a corrected reading', () => {
  const change = () => ({
    personId: world.people.southElder.id,
    pinyin: 'ou yang xiu yin',
    version: 1,
    now: '2026-06-01T01:00:00Z',
  })

  test('is refused to a post that the operation is not permitted to', async () => {
    expect(await as('clerk', (tx) => correctPinyin(tx, change()))).toBe(false)
  })

  test('is found from then on, once, and not by a second writer with the old version', async () => {
    await world.look(`insert into access.permission values ('windowClerk', 'people.correctPinyin')`)
    expect(await as('foreignClerk', (tx) => correctPinyin(tx, change()))).toBe(false)
    expect(await as('clerk', (tx) => correctPinyin(tx, change()))).toBe(true)
    expect(await as('otherClerk', (tx) => correctPinyin(tx, change()))).toBe(false)
    expect(await find('clerk', 'ouyangxiuyin')).toEqual(['欧阳秀英'])
  })
})
