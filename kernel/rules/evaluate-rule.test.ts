import { expect, test } from 'vitest'
import { elderCardAmounts } from '#testing/elder-card-amounts.ts'
import { amountOn, compileAmounts } from './amount-on.ts'
import { eligibilityOf } from './eligibility.ts'
import { evaluateAll, evaluateRule } from './evaluate-rule.ts'
import { relatedProposals } from './related-proposals.ts'
import { compileRule, type Rule } from './rule.ts'

const rule = (id: string, condition: string, more: Partial<Rule> = {}) =>
  compileRule({
    id,
    version: 1,
    effective: { from: '2018-01-01', to: null },
    source: { title: '办事指南', status: 'sourced' },
    condition,
    reasons: { met: { 'zh-CN': `${id} 符合`, en: `${id} met` }, unmet: { 'zh-CN': `${id} 不符合` } },
    ...more,
  })
const age = rule('age', 'age >= 65')
const hukou = rule('hukou', 'hukou = "本市"')
const on = '2026-03-01'

test('an answer carries its reason, its version and its source', () => {
  expect(evaluateRule(age, { birthDate: '1960-01-01' }, on)).toEqual({
    rule: 'age',
    version: 1,
    outcome: 'met',
    reason: { 'zh-CN': 'age 符合', en: 'age met' },
    missing: [],
    source: { title: '办事指南', status: 'sourced' },
  })
  const open = evaluateRule(age, {}, on)
  expect(open).toMatchObject({ outcome: 'unknown', missing: ['birthDate'] })
  expect(open.reason['zh-CN']).toContain('还需要：birthDate')
})

test('the version in force on the day is the one that answers', () => {
  const old = rule('age', 'age >= 70', { version: 1, effective: { from: '2018-01-01', to: '2025-12-31' } })
  const current = rule('age', 'age >= 65', { version: 2, effective: { from: '2026-01-01', to: null } })
  const facts = { birthDate: '1957-06-01' }
  expect(evaluateAll([old, current], facts, '2025-12-31')).toMatchObject([{ version: 1, outcome: 'unmet' }])
  expect(evaluateAll([current, old], facts, '2026-01-01')).toMatchObject([{ version: 2, outcome: 'met' }])
  expect(evaluateAll([old, current], facts, '2017-12-31')).toEqual([])
  expect(evaluateRule(old, facts, '2026-01-01')).toMatchObject({ outcome: 'unknown', missing: [] })
})

test('one rule that is not met decides, an open one leaves the question open, and no rule is no yes', () => {
  expect(eligibilityOf([age, hukou], { birthDate: '1990-01-01' }, on)).toMatchObject({ outcome: 'unmet', missing: [] })
  expect(eligibilityOf([age, hukou], { birthDate: '1950-01-01' }, on)).toMatchObject({
    outcome: 'unknown',
    missing: ['hukou'],
  })
  expect(eligibilityOf([age, hukou], { birthDate: '1950-01-01', hukou: '本市' }, on).outcome).toBe('met')
  expect(eligibilityOf([], {}, on).outcome).toBe('unknown')
})

test('related items are proposed with their reasons, the certain ones first', () => {
  const proposals = relatedProposals(
    [
      { item: 'needsHukou', rules: [hukou] },
      { item: 'childOnly', rules: [rule('child', 'age < 18')] },
      { item: 'elderCard', rules: [age] },
      { item: 'withoutRules', rules: [] },
    ],
    { birthDate: '1950-01-01' },
    on,
  )
  expect(proposals.map((one) => [one.item, one.outcome])).toEqual([
    ['elderCard', 'met'],
    ['needsHukou', 'unknown'],
  ])
  expect(proposals[0]!.because[0]!.reason['zh-CN']).toBe('age 符合')
})

const amounts = compileAmounts(elderCardAmounts)

test.each([
  ['1961-03-02', null],
  ['1961-03-01', 75],
  ['1956-03-02', 75],
  ['1956-03-01', 150],
  ['1946-03-01', 180],
  ['1936-03-01', 350],
  ['1926-03-02', 350],
  ['1926-03-01', 600],
])('born on %s the allowance on 2026-03-01 is %s', (birthDate, yuan) => {
  const found = amountOn(amounts, { birthDate }, on)
  expect(found.outcome === 'met' ? found.yuan : null).toBe(yuan)
})

test('an unknown day of birth gives no amount and says what is missing', () => {
  expect(amountOn(amounts, {}, on)).toEqual({ outcome: 'unknown', missing: ['birthDate'] })
})

test('an amount that changed is the one of the asked day, and one with a third decimal is refused', () => {
  const source = { title: '上海市最低生活保障标准', status: 'sourced' as const }
  const table = compileAmounts({
    id: 'minimum',
    unit: '元/人/月',
    tiers: [
      { condition: 'true', yuan: 1240, effective: { from: '2020-07-01', to: '2021-06-30' }, source },
      { condition: 'true', yuan: 1330, effective: { from: '2021-07-01', to: '2022-06-30' }, source },
    ],
  })
  expect(amountOn(table, {}, '2021-06-30')).toMatchObject({ yuan: 1240 })
  expect(amountOn(table, {}, '2021-07-01')).toMatchObject({ yuan: 1330 })
  expect(amountOn(table, {}, '2026-03-01'), 'no amount in force is no zero').toEqual({
    outcome: 'unknown',
    missing: [],
  })
  const wrong = { ...table, tiers: [{ ...table.tiers[0]!, yuan: 1.005 }] }
  expect(() => compileAmounts(wrong)).toThrow('两位小数')
})
