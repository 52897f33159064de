import { expect, test } from 'vitest'
import { elderCard } from './catalogue/elder-card.ts'
import { minimumLivingAllowance } from './catalogue/minimum-living-allowance.ts'
import { itemBody } from './contract.ts'
import { amountFor, eligibilityOf, proposeRelated } from './eligibility-for-item.ts'

const items = [elderCard, minimumLivingAllowance].map(({ key, body }) => ({ key, body: itemBody.parse(body) }))
const [card, allowance] = items as [(typeof items)[0], (typeof items)[0]]

test('the senior card may be applied for from one month before the 65th birthday', () => {
  const on = (day: string) => eligibilityOf(card, { birthOn: '1961-03-15', registeredInCity: true }, day).outcome
  expect(['2026-02-14', '2026-02-15', '2026-03-15', '2040-01-01'].map(on)).toEqual(['unmet', 'met', 'met', 'met'])
})

test('what is not known is named in plain words and refuses nobody', () => {
  const { outcome, answers } = eligibilityOf(card, { birthDate: '1950-01-01' }, '2026-03-15')
  expect(outcome).toBe('unknown')
  expect(answers.map(({ outcome, reason, missing }) => ({ outcome, reason, missing }))).toEqual([
    { outcome: 'met', reason: '已满 65 周岁，或离 65 周岁生日不到一个月，可以办理。', missing: [] },
    { outcome: 'unknown', reason: '还需要知道：是否本市户籍。', missing: ['registeredInCity'] },
  ])
})

test('nobody is told that the household is entitled before the standard in force is entered', () => {
  const facts = { registeredInCity: true, perCapitaMonthlyIncome: 0 }
  expect(eligibilityOf(allowance, facts, '2026-03-15').outcome).toBe('unknown')
  expect(eligibilityOf(allowance, { ...facts, minimumLivingStandard: 1000 }, '2026-03-15').outcome).toBe('met')
})

test('the allowance follows the age on the day', () => {
  const yuan = [64, 65, 69, 70, 80, 90, 100].map((age) =>
    amountFor(card, { birthOn: `${2026 - age}-03-15`, registeredInCity: true }, '2026-03-15'),
  )
  expect(yuan).toEqual([null, 75, 75, 150, 180, 350, 600])
})

test('a standard is nobody’s payment', () => {
  expect(amountFor(allowance, { age: 40 }, '2021-08-01')).toBeNull()
})

test('a household that applies for the allowance is told of the senior card, with the reason', () => {
  const told = (birthOn: string) =>
    proposeRelated(items, { birthOn, registeredInCity: true }, '2026-03-15', allowance.key)
  expect(told('1950-01-01')).toEqual([
    {
      itemKey: 'elder-card',
      name: '敬老卡申领（老年综合津贴）',
      reason: '已满 65 周岁且为本市户籍，可以同时申领敬老卡和老年综合津贴。',
      outcome: 'met',
    },
  ])
  expect(told('1990-01-01')).toEqual([])
})
