import { expect, test } from 'vitest'
import { answerWords, type FormField, firstMissing, isAsked } from './form-fields.ts'

const bank: FormField = {
  key: 'bank',
  label: '代发银行',
  type: 'choice',
  required: true,
  choices: [{ value: 'icbc', label: { 'zh-CN': '工商银行' } }],
}
const agent: FormField = {
  key: 'agentName',
  label: '代办人',
  type: 'text',
  required: true,
  visibleWhen: 'byAgent = true',
}

test('the first missing field is required, asked and blank', () => {
  expect(firstMissing([agent, bank], {})?.key).toBe('bank')
  expect(firstMissing([agent, bank], { byAgent: true })?.key).toBe('agentName')
  expect(firstMissing([agent, bank], { bank: 'icbc' })).toBeNull()
})

test('common conditions are decided in the browser, others are asked', () => {
  const when = (visibleWhen: string, answers: Record<string, string | number>) =>
    isAsked({ ...bank, visibleWhen }, answers)
  expect(when('kind = "a" or kind = "b"', { kind: 'b' })).toBe(true)
  expect(when('kind = "a" and size != 3', { kind: 'a', size: 3 })).toBe(false)
  expect(when('age(birth) > 3', {})).toBe(true)
})

test('an answer reads as the words of its choice', () => {
  expect(answerWords(bank, 'icbc', 'en')).toBe('工商银行')
  expect(answerWords(bank, null, 'en')).toBe('—')
})
