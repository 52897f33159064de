import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ItemEditors, startItemEditors } from '#testing/item-editors.ts'

let who: ItemEditors
beforeAll(async () => {
  who = await startItemEditors()
})
afterAll(() => who.close())

test('an editor drafts an item, and drafting again replaces the own draft', async () => {
  const first = await who.call(who.drafter, 'draft', { key: 'first', body: who.body })
  expect(first).toEqual({ key: 'first', version: 1, revision: 1 })
  const again = await who.call(who.drafter, 'draft', { key: 'first', body: { ...who.body, hotlines: [] } })
  expect(again).toEqual({ key: 'first', version: 1, revision: 2 })
})

test('only item editors of the street draft, whether the policy speaks or the database', async () => {
  await who.call(who.drafter, 'draft', { key: 'ours', body: who.body })
  const input = { key: 'ours', body: who.body }
  for (const session of [who.clerk, who.foreign]) {
    expect(await who.refusal(session, 'draft', input)).toBe('refused')
  }
  // With the policy off: whoever cannot see the draft would start another one, whoever sees it may not write it.
  expect(await who.refusal(who.clerk, 'draft', { key: 'new-one', body: who.body }, true)).toBe('refused-by-database')
  expect(await who.refusal(who.clerk, 'draft', input, true)).toBe('refused-by-database')
  expect(await who.refusal(who.resident, 'draft', input)).toBe('refused')
  expect(await who.refusal(null, 'draft', input)).toBe('not-signed-in')
})

test('an item for every street is kept by the district alone', async () => {
  const input = { key: 'for-all', body: who.body }
  await who.call(who.ofDistrict, 'draft', input)
  expect(await who.refusal(who.drafter, 'draft', input)).toBe('refused')
  await who.call(who.ofDistrict, 'submit', { key: 'for-all', version: 1, effectiveFrom: '2020-01-01' })
  expect(await who.refusal(who.publisher, 'publish', { key: 'for-all', version: 1 }, true)).toBe('not-found')
})

test('a colleague’s draft is not replaced in silence', async () => {
  await who.call(who.drafter, 'draft', { key: 'shared', body: who.body })
  expect(await who.refusal(who.third, 'draft', { key: 'shared', body: who.body })).toBe('conflict')
})

test('all that is wrong with a draft is said at once', async () => {
  const [card] = who.body.conditions
  const body = {
    ...who.body,
    conditions: [{ ...card!, condition: 'today() > birthDate' }],
    form: { fields: [] },
    steps: [{ ...who.body.steps[0]!, staleAfterDays: undefined }],
    related: [{ itemKey: 'no-such-item', rule: card! }],
  }
  const problem = await who.call(who.drafter, 'draft', { key: 'wrong', body }).catch((error) => error)
  expect(problem.fields.map((field: { reason: string }) => field.reason)).toEqual([
    'service-items.condition-wrong',
    'service-items.form-wrong',
    'service-items.step-unheld',
    'service-items.related-unknown',
  ])
})

test('a form asks for nothing that Linli does not keep, and reads nothing that the item does not bind', async () => {
  const form = who.body.form as { fields: object[] }
  const field = { ...form.fields[0], key: 'faith', label: { 'zh-CN': '宗教信仰' } }
  const body = { ...who.body, form: { ...form, fields: [...form.fields, field] }, boundElements: ['person.shoeSize'] }
  const problem = await who.call(who.drafter, 'draft', { key: 'curious', body }).catch((error) => error)
  expect(problem.fields.map((one: { reason: string }) => one.reason)).toEqual([
    'service-items.element-unknown',
    'service-items.element-unbound',
    'service-items.field-refused',
  ])
})
