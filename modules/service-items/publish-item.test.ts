import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ItemEditors, startItemEditors } from '#testing/item-editors.ts'
import { itemVersion, publishedItem } from './lookup.ts'

let who: ItemEditors
beforeAll(async () => {
  who = await startItemEditors()
})
afterAll(() => who.close())

const submitted = async (key: string, effectiveFrom = '2020-01-01') => {
  const { version } = await who.call(who.drafter, 'draft', { key, body: who.body })
  await who.call(who.drafter, 'submit', { key, version, effectiveFrom })
  return { key, version: version as number }
}

test('a second person publishes', async () => {
  const input = await submitted('one')
  expect(await who.call(who.publisher, 'publish', input)).toEqual({ ...input, status: 'published' })
  expect((await who.call(null, 'open', { key: 'one' })).version).toBe(1)
  expect(await who.refusal(who.publisher, 'publish', input)).toBe('refused')
})

test('nobody publishes what he drafted or submitted, whether the policy speaks or the database', async () => {
  await who.call(who.drafter, 'draft', { key: 'two', body: who.body })
  await who.call(who.third, 'submit', { key: 'two', version: 1, effectiveFrom: '2020-01-01' })
  const input = { key: 'two', version: 1 }
  for (const session of [who.drafter, who.third]) expect(await who.refusal(session, 'publish', input)).toBe('refused')
  expect(await who.refusal(who.drafter, 'publish', input, true)).toBe('refused-by-database')
  // The approval refuses its own requester before the table does.
  expect(await who.refusal(who.third, 'publish', input, true)).toBe('refused')
  expect(await who.refusal(who.foreign, 'publish', input)).toBe('refused')
  expect(await who.refusal(who.clerk, 'publish', input, true)).toBe('not-found')
})

test('even without the check in code and without the approval the table refuses', async () => {
  await submitted('three')
  const update = `update service_items.item_version set status = 'published', published_by = drafted_by, published_at = now()
    where item_key = 'three'`
  await expect(who.asOwner(update, [])).rejects.toThrow()
  await expect(
    who.asOwner(`alter table service_items.item_version disable trigger keep_version`, []).then(async () => {
      try {
        await who.asOwner(update, [])
      } finally {
        await who.asOwner(`alter table service_items.item_version enable trigger keep_version`, [])
      }
    }),
  ).rejects.toThrow('published_by_second_person')
})

test('the next version ends the one before, and what was begun under the old one can still be read', async () => {
  await who.call(who.publisher, 'publish', await submitted('four'))
  await who.call(who.publisher, 'publish', await submitted('four', '2099-01-01'))
  const day = async (on: string) => (await publishedItem(who.db, 'four', on))?.version
  expect([await day('2019-12-31'), await day('2098-12-31'), await day('2099-01-01')]).toEqual([undefined, 1, 2])
  expect((await itemVersion(who.db, 'four', 1))?.body.name['zh-CN']).toContain('敬老卡')
})

test('a published version never changes', async () => {
  await who.call(who.publisher, 'publish', await submitted('five'))
  for (const set of ["body = '{}'", "status = 'draft'", "effective = daterange('2020-01-01', '2020-06-01')"]) {
    await expect(
      who.asOwner(`update service_items.item_version set ${set} where item_key = 'five'`, []),
    ).rejects.toThrow()
  }
})

test('a window reads of somebody from elsewhere only what the item binds', async () => {
  await who.call(who.publisher, 'publish', await submitted('six'))
  const rows = await who.asOwner<{ field: string }>(
    `select field from registry.application_field where item_key = 'six' order by field`,
    [],
  )
  expect(rows.map((row) => row.field)).toEqual(['birthOn', 'name', 'phone', 'registeredDivision'])
})

test('nobody publishes words that changed after he read them', async () => {
  const input = await submitted('seven')
  await submitted('seven')
  const stale = who.call(who.publisher, 'publish', input, false, 2)
  await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await who.call(who.publisher, 'publish', input, false, 4)
})
