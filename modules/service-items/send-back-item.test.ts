import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ItemEditors, startItemEditors } from '#testing/item-editors.ts'

let who: ItemEditors
beforeAll(async () => {
  who = await startItemEditors()
})
afterAll(() => who.close())

const input = { key: 'one', version: 1, reason: '办理时限需要再核实' }

test('sending back is the second person’s, whether the policy speaks or the database; the draft can then be submitted anew', async () => {
  await who.call(who.drafter, 'draft', { key: 'one', body: who.body })
  await who.call(who.drafter, 'submit', { key: 'one', version: 1, effectiveFrom: '2020-01-01' })
  expect(await who.refusal(who.drafter, 'sendBack', input)).toBe('refused')
  // The policy says yes to everybody; the approval in the database is silent towards another street.
  expect(await who.refusal(who.foreign, 'sendBack', input, true)).toBe('not-found')
  expect(await who.call(who.publisher, 'sendBack', input)).toEqual({ key: 'one', version: 1, status: 'draft' })
  await who.call(who.drafter, 'submit', { key: 'one', version: 1, effectiveFrom: '2020-01-01' })
  await who.call(who.publisher, 'publish', { key: 'one', version: 1 })
})
