import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ItemEditors, startItemEditors } from '#testing/item-editors.ts'
import { type CallAs, loadCatalogue } from './catalogue/load-catalogue.ts'
import type { VersionRow } from './contract.ts'

let who: ItemEditors
beforeAll(async () => {
  who = await startItemEditors()
})
afterAll(() => who.close())

const load = () =>
  loadCatalogue(callAs, { drafter: who.drafter, publisher: who.publisher, effectiveFrom: '2025-01-01' })
const callAs: CallAs = (session, operation, input) => who.call(session, operation.replace('service-items.', ''), input)
const keys = async (q?: string) =>
  ((await who.call(null, 'list', { q })).items as { key: string }[]).map((item) => item.key)

test('the catalogue is published by two persons, once', async () => {
  expect(await load()).toEqual(['elder-card', 'minimum-living-allowance'])
  expect(await load()).toEqual([])
  expect(await keys()).toEqual(['elder-card', 'minimum-living-allowance'])
})

test.each(['敬老卡', '敬老', 'jlk', 'jinglaoka', 'laoka', '老年证', '敬老 津貼', '老人补贴', 'lnzhjt', 'senior card'])(
  'somebody who types %s finds the senior card',
  async (q) => expect(await keys(q)).toEqual(['elder-card']),
)

test.each(['低保', 'dibao', '困难家庭', 'zdshbz', '最低生活'])('somebody who types %s finds the allowance', async (q) =>
  expect(await keys(q)).toEqual(['minimum-living-allowance']),
)

test('what nobody calls it finds nothing', async () => {
  for (const q of ['护照', 'x', '敬老 护照', '%', 'zzzz']) expect(await keys(q)).toEqual([])
})

test('anybody opens an item and is told what will be asked', async () => {
  const opened = await who.call(null, 'open', { key: 'elder-card' })
  expect(opened.effectiveFrom).toBe('2025-01-01')
  expect(opened.asks).toEqual([
    { fact: 'birthDate', label: '出生日期', kind: 'date' },
    { fact: 'registeredInCity', label: '是否本市户籍', kind: 'yesNo' },
  ])
  expect(await who.refusal(null, 'open', { key: 'no-such-item' })).toBe('not-found')
})

test('may I answers without signing in and leaves no trace', async () => {
  const traces = () => who.asOwner<{ n: number }>('select count(*)::int as n from audit.entry', [])
  const before = await traces()
  const answer = await who.call(null, 'mayI', {
    key: 'elder-card',
    facts: { birthOn: '1950-01-01', registeredInCity: true },
  })
  expect(answer).toMatchObject({ outcome: 'met', yuan: 150 })
  expect(await who.call(null, 'mayI', { key: 'elder-card', facts: {} })).toMatchObject({
    outcome: 'unknown',
    yuan: null,
  })
  expect(await traces()).toEqual(before)
})

test('editors see every version and why they may not go on; others see none', async () => {
  await who.call(who.drafter, 'draft', { key: 'elder-card', body: who.body })
  const seen = (await who.call(who.drafter, 'versions', { key: 'elder-card' })).versions as VersionRow[]
  expect(seen.map((one) => [one.version, one.status])).toEqual([
    [2, 'draft'],
    [1, 'published'],
  ])
  expect(seen[0]!.allowed.find((one) => one.action === 'publish')).toEqual({
    action: 'publish',
    allowed: false,
    reason: 'service-items.not-submitted',
  })
  expect((await who.call(who.drafter, 'openVersion', { key: 'elder-card', version: '2' })).body).toMatchObject({
    cityWide: true,
  })
  for (const operation of ['versions', 'openVersion']) {
    expect(await who.refusal(who.clerk, operation, { key: 'elder-card', version: 2 })).toBe('refused')
  }
  const past = (await who.call(who.clerk, 'versions', {}, true)).versions as VersionRow[]
  expect(past.map((one) => one.status)).toEqual(['published', 'published'])
})
