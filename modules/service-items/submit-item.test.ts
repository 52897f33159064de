import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ItemEditors, startItemEditors } from '#testing/item-editors.ts'

let who: ItemEditors
beforeAll(async () => {
  who = await startItemEditors()
})
afterAll(() => who.close())

test('a draft is submitted with its first day', async () => {
  await who.call(who.drafter, 'draft', { key: 'one', body: who.body })
  const submitted = await who.call(who.third, 'submit', { key: 'one', version: 1, effectiveFrom: '2020-01-01' })
  expect(submitted).toEqual({ key: 'one', version: 1, status: 'submitted' })
  expect(await who.refusal(who.third, 'submit', { key: 'one', version: 1, effectiveFrom: '2020-01-01' })).toBe(
    'refused',
  )
})

test('another street’s editor submits nothing, whether the policy speaks or the database', async () => {
  await who.call(who.drafter, 'draft', { key: 'two', body: who.body })
  const input = { key: 'two', version: 1, effectiveFrom: '2020-01-01' }
  expect(await who.refusal(who.foreign, 'submit', input)).toBe('refused')
  expect(await who.refusal(who.foreign, 'submit', input, true)).toBe('refused-by-database')
  expect(await who.refusal(who.clerk, 'submit', input)).toBe('not-found')
})

test('who submitted may take it back to change it; others wait for its publication', async () => {
  await who.call(who.drafter, 'draft', { key: 'three', body: who.body })
  await who.call(who.drafter, 'submit', { key: 'three', version: 1, effectiveFrom: '2020-01-01' })
  expect(await who.refusal(who.publisher, 'draft', { key: 'three', body: who.body })).toBe('refused')
  await who.call(who.drafter, 'draft', { key: 'three', body: who.body })
  await who.call(who.drafter, 'submit', { key: 'three', version: 1, effectiveFrom: '2020-01-01' })
})

test('a later version does not reach into the past', async () => {
  for (const version of [1, 2]) {
    await who.call(who.drafter, 'draft', { key: 'four', body: who.body })
    const input = { key: 'four', version, effectiveFrom: '2020-01-01' }
    if (version === 2) return expect(await who.refusal(who.drafter, 'submit', input)).toBe('conflict')
    await who.call(who.drafter, 'submit', input)
    await who.call(who.publisher, 'publish', { key: 'four', version })
  }
})
