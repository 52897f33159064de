import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '#platform/contract.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createWorld, type World } from '#testing/world.ts'
import { findPersons, openPerson, revealPersonFields } from './door.ts'

let world: World
let db: Kysely<unknown>
const on = '2026-06-01'

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
const find = async (account: keyof World['accounts'], text: string) =>
  (await as(account, (tx) => findPersons(tx, world.keys, { text, on }))).rows.map((row) => row.name)

describe('one search box', () => {
  test('finds by ID number, phone, name, its end, pinyin and initials', async () => {
    const { idNumber, phone } = world.people.elder
    for (const text of [idNumber, phone, '张德明', '张', '德明', 'zhangdeming', 'zhangde', 'zdm', '張德明']) {
      expect(await find('clerk', text)).toEqual(['张德明'])
    }
  })

  test('finds whoever lives at an address, as far as it was typed', async () => {
    expect(await find('clerk', '测试路1弄101号101室')).toEqual(['张德明'])
    expect(await find('clerk', '测试路 1 弄 101 号')).toEqual(['张德明'])
    expect(await find('clerk', '测试路1弄')).toEqual(expect.arrayContaining(['张德明', '李晓燕', '欧阳秀英']))
    expect(await find('clerk', '测试路1弄10号')).toEqual([])
    expect(await find('clerk', '测试路1弄101号102室')).toEqual([])
    expect(await find('northWorker', '测试路1弄')).not.toContain('欧阳秀英')
    expect(await find('foreignClerk', '测试路1弄')).toEqual(['赵䶮'])
  })

  test('shows ID number and phone masked', async () => {
    const { rows } = await as('clerk', (tx) => findPersons(tx, world.keys, { text: 'zdm', on }))
    expect(rows[0]).toMatchObject({ birthOn: '1955-03-02', address: expect.stringContaining('路') })
    expect(rows[0]!.idNumberMasked).toMatch(/^310\*{11}\w{4}$/)
    expect(rows[0]!.phoneMasked).toMatch(/^199\*{4}0101$/)
  })

  test('names nobody twice and says when the list was cut', async () => {
    const all = await as('clerk', (tx) => findPersons(tx, world.keys, { text: '李', on }))
    expect(all.rows.map((row) => row.name).sort()).toEqual(['李小宝', '李晓燕'])
    const cut = await as('clerk', (tx) => findPersons(tx, world.keys, { text: '李', on, limit: 1 }))
    expect(cut).toMatchObject({ more: true, rows: [{}] })
  })
})

describe('who is not in sight', () => {
  test('is found by nobody else, however exactly asked', async () => {
    const { idNumber, phone } = world.people.elder
    for (const text of [idNumber, phone, '张德明', 'zdm']) {
      for (const account of [
        'southWorker',
        'foreignClerk',
        'approver',
        'systemAdmin',
        'southElder',
        'unbound',
      ] as const) {
        expect(await find(account, text)).toEqual([])
      }
    }
  })

  test('neither opens nor is revealed', async () => {
    const { id } = world.people.elder
    expect(await as('southWorker', (tx) => openPerson(tx, world.keys, id, on))).toBeNull()
    expect(
      await as('southWorker', (tx) => revealPersonFields(tx, world.keys, id, ['idNumber'], '2026-06-01')),
    ).toBeNull()
  })

  test('comes into sight of a worker with a new residency and leaves it with its end', async () => {
    const { id } = world.people.southElder
    expect(await find('northWorker', '欧阳')).toEqual([])
    const { dwellingId } = world.people.elder
    await world.look(
      `insert into registry.residency (subdistrict_id, person_id, dwelling_id, kind, during)
      select subdistrict_id, $1, id, 'tenant', daterange(current_date, null) from registry.dwelling where id = $2`,
      [id, dwellingId],
    )
    expect(await find('northWorker', '欧阳')).toEqual(['欧阳秀英'])
    await world.look(
      `update registry.residency set during = daterange(current_date - 9, current_date - 1) where person_id = $1 and dwelling_id = $2`,
      [id, dwellingId],
    )
    expect(await find('northWorker', '欧阳')).toEqual([])
    expect(await find('southWorker', '欧阳')).toEqual(['欧阳秀英'])
  })
})

describe('an opened record', () => {
  test('holds household, homes and guardians, masked', async () => {
    const opened = await as('clerk', (tx) => openPerson(tx, world.keys, world.people.child.id, on))
    expect(opened).toMatchObject({
      name: '李小宝',
      guardians: [{ name: '李晓燕', as: 'parent' }],
      residencies: [{ kind: 'owner', until: null }],
    })
    expect(JSON.stringify(opened)).not.toContain(world.people.child.idNumber)
  })

  test('of a ward opens to the guardian, and of oneself to oneself', async () => {
    expect(await as('guardian', (tx) => openPerson(tx, world.keys, world.people.child.id, on))).toMatchObject({
      name: '李小宝',
    })
    expect(await as('guardian', (tx) => openPerson(tx, world.keys, world.people.worker.id, on))).toMatchObject({
      wards: [{ name: '李小宝' }],
    })
  })

  test('reveals only what was asked for', async () => {
    const { id, idNumber, phone } = world.people.elder
    expect(await as('clerk', (tx) => revealPersonFields(tx, world.keys, id, ['idNumber'], '2026-06-01'))).toEqual({
      idNumber,
    })
    expect(await as('clerk', (tx) => revealPersonFields(tx, world.keys, id, ['phones'], '2026-06-01'))).toMatchObject({
      phones: [{ number: phone }],
    })
  })
})
