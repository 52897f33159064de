import fc from 'fast-check'
import { evaluate } from 'feelin'
import { expect, test } from 'vitest'
import { addDays, ageOn } from '#kernel/calendar/door.ts'
import type { Outcome } from './ask-atom.ts'
import { compileCondition } from './compile-condition.ts'
import { factsOf } from './condition.ts'
import { decide } from './decide.ts'
import { type Facts, factsAsOf } from './facts.ts'

const on = '2026-03-01'
const ask = (condition: string, facts: Facts, day = on) => decide(compileCondition(condition), factsAsOf(facts, day))

// Cases in the manner of DMN's compatibility kit: expression, facts, expected.
const table: [string, Facts, Outcome][] = [
  ['a > 10', { a: 11 }, 'met'],
  ['a > 10', { a: 10 }, 'unmet'],
  ['a > 10', {}, 'unknown'],
  ['a > 10', { a: null }, 'unknown'],
  ['a > 10', { a: '11' }, 'unknown'],
  ['a > 10', { a: Number.NaN }, 'unknown'],
  ['a = "x"', {}, 'unknown'],
  ['a != "x"', {}, 'unknown'],
  ['a = "5"', { a: 5 }, 'unknown'],
  ['not(a)', { a: false }, 'met'],
  ['not(a)', {}, 'unknown'],
  ['a and b', { a: false }, 'unmet'],
  ['a and b', { a: true }, 'unknown'],
  ['a or b', { a: true }, 'met'],
  ['a or b', { a: false }, 'unknown'],
  ['a', { a: 1 }, 'unknown'],
  ['a in [1..3]', { a: 3 }, 'met'],
  ['a in (1..3)', { a: 3 }, 'unmet'],
  ['a in [1..3]', { a: 'x' }, 'unknown'],
  ['a in ("低保", "低收入")', { a: '低保' }, 'met'],
  ['a in ("低保", "低收入")', { a: '其他' }, 'unmet'],
  ['a in ("低保", "低收入")', {}, 'unknown'],
  ['a in (< 5, > 10)', { a: 7 }, 'unmet'],
  ['a in kinds', { a: 'x', kinds: ['y', 'x'] }, 'met'],
  ['a in kinds', { a: 'x', kinds: [1] }, 'unknown'],
  ['a in kinds', { a: 'x', kinds: ['y', null] }, 'unknown'],
  ['a between 1 and 3', { a: 2 }, 'met'],
  ['a between 1 and b', { a: 2 }, 'unknown'],
  ['if a then b > 1 else b > 2', { b: 3 }, 'met'],
  ['if a then b > 1 else b > 2', { b: 2 }, 'unknown'],
  ['if a then b > 1 else b > 2', { a: false, b: 2 }, 'unmet'],
  ['(a + b) * 2 - 1 >= c / 2', { a: 1, b: 2, c: 10 }, 'met'],
  ['a / b > 1', { a: 1, b: 0 }, 'unknown'],
  ['household.income / household.persons < 1510', { household: { income: 3000, persons: 2 } }, 'met'],
  ['household.income / household.persons < 1510', { household: { income: 3000 } }, 'unknown'],
  ['household.income < 1', { household: 'x' }, 'unknown'],
  ['some m in members satisfies m.disabled', { members: [{ disabled: false }, { disabled: true }] }, 'met'],
  ['some m in members satisfies m.disabled', { members: [{ disabled: false }, {}] }, 'unknown'],
  ['some m in members satisfies m.disabled', { members: [] }, 'unmet'],
  ['some m in members satisfies m.disabled', {}, 'unknown'],
  ['every m in members satisfies m.age >= 60', { members: [{ birthDate: '1960-01-01' }] }, 'met'],
  ['every m in members satisfies m.age >= 60', { members: [{ birthDate: '1990-01-01' }, {}] }, 'unmet'],
  ['some m in members, n in members satisfies m.x > n.x', { members: [{ x: 1 }, { x: 2 }] }, 'met'],
  ['contains(address, "周家桥")', { address: '长宁区周家桥街道' }, 'met'],
  ['contains(address, "周家桥")', {}, 'unknown'],
  ['list contains(tags, "x")', { tags: ['x'] }, 'met'],
  ['list contains(tags, "1")', { tags: [1] }, 'unknown'],
  ['count(members) > 1', { members: [1, 2] }, 'met'],
  ['sum(members.income) <= 100', { members: [{ income: 60 }, { income: 41 }] }, 'unmet'],
  ['sum(members.income) <= 100', { members: [{ income: 60 }, {}] }, 'unknown'],
  ['birthDate + duration("P65Y") <= on', { birthDate: '1961-03-01' }, 'met'],
  ['birthDate + duration("P65Y") <= on', { birthDate: '1961-03-02' }, 'unmet'],
  ['registeredOn >= date("2026-01-01")', { registeredOn: '2025-12-31' }, 'unmet'],
  ['on - registeredOn > duration("P180D")', { registeredOn: '2025-08-01' }, 'met'],
  ['age >= 65', { birthDate: '1960-02-29' }, 'met'],
  ['age >= 65', {}, 'unknown'],
  ['户籍 = "本市"', { 户籍: '本市' }, 'met'],
]

test.each(table)('%s with %j is %s', (condition, facts, outcome) => {
  const finding = ask(condition, facts)
  expect(finding.outcome).toBe(outcome)
  if (outcome !== 'unknown') expect(finding.missing).toEqual([])
})

test('an unknown answer names the facts that would decide it and no others', () => {
  expect(ask('a and (b or household.income < 5)', { a: true, b: false }).missing).toEqual(['household.income'])
  expect(ask('age >= 65 and hukou = "本市"', {}).missing).toEqual(['birthDate', 'hukou'])
  expect(ask('some m in household.members satisfies m.age >= 60', { household: { members: [{}] } }).missing).toEqual([
    'household.members.birthDate',
  ])
  expect(factsOf(compileCondition('age >= 65 and (some m in members satisfies m.disabled) and on > since'))).toEqual([
    'birthDate',
    'members',
    'members.disabled',
    'since',
  ])
})

type Generated = { text: string; plain: (facts: Record<string, number>) => boolean }
const names = ['a', 'b', 'c', 'd']
const comparison: fc.Arbitrary<Generated> = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom(...names),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom('<', '<=', '=', '!=', '>'),
  )
  .map(([left, right, n, operator]) => ({
    text: `${left} ${operator} ${right} + ${n}`.replace('+ -', '- '),
    plain: (facts) => {
      const [x, y] = [facts[left]!, facts[right]! + n]
      return operator === '<'
        ? x < y
        : operator === '<='
          ? x <= y
          : operator === '='
            ? x === y
            : operator === '>'
              ? x > y
              : x !== y
    },
  }))
const { condition } = fc.letrec<{ condition: Generated }>((tie) => {
  const two = fc.tuple(tie('condition'), tie('condition'))
  return {
    condition: fc.oneof(
      { maxDepth: 4 },
      comparison,
      fc.tuple(fc.constantFrom(...names), fc.integer({ min: -5, max: 5 })).map(([name, n]) => ({
        text: `${name} in [${n}..${n + 3}]`,
        plain: (facts: Record<string, number>) => facts[name]! >= n && facts[name]! <= n + 3,
      })),
      two.map(([x, y]) => ({
        text: `(${x.text}) and (${y.text})`,
        plain: (f: Record<string, number>) => x.plain(f) && y.plain(f),
      })),
      two.map(([x, y]) => ({
        text: `(${x.text}) or (${y.text})`,
        plain: (f: Record<string, number>) => x.plain(f) || y.plain(f),
      })),
      tie('condition').map((x) => ({ text: `not(${x.text})`, plain: (f: Record<string, number>) => !x.plain(f) })),
      fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([x, y, z]) => ({
        text: `if ${x.text} then (${y.text}) else (${z.text})`,
        plain: (f: Record<string, number>) => (x.plain(f) ? y.plain(f) : z.plain(f)),
      })),
    ),
  }
})
const full = fc.record(Object.fromEntries(names.map((name) => [name, fc.integer({ min: -6, max: 6 })])))

test('with every fact known the answer is that of plain code and of feelin asked whole', () => {
  fc.assert(
    fc.property(condition, full, ({ text, plain }, facts) => {
      const expected = plain(facts)
      expect(ask(text, facts)).toEqual({ outcome: expected ? 'met' : 'unmet', missing: [] })
      expect(evaluate(text, facts).value).toBe(expected)
    }),
    { numRuns: 300 },
  )
})

test('taking facts away never turns an answer round, it can only make it unknown', () => {
  fc.assert(
    fc.property(condition, full, fc.subarray(names), ({ text }, facts, taken) => {
      const partial = Object.fromEntries(Object.entries(facts).filter(([name]) => !taken.includes(name)))
      const [known, guess] = [ask(text, facts), ask(text, partial)]
      if (guess.outcome !== 'unknown') expect(guess.outcome).toBe(known.outcome)
      else expect(taken).toEqual(expect.arrayContaining(guess.missing))
    }),
    { numRuns: 300 },
  )
})

test('age and the sum of birth and years agree on every day, 29 February included', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 0, max: 45_000 }),
      fc.integer({ min: 1, max: 100 }),
      (b, d, years) => {
        const [birthDate, day] = [addDays('1920-01-01', b), addDays('1920-01-01', b + d)]
        const byAge = ask(`age >= ${years}`, { birthDate }, day).outcome
        expect(byAge).toBe(ask(`birthDate + duration("P${years}Y") <= on`, { birthDate }, day).outcome)
        expect(byAge === 'met').toBe(ageOn(birthDate, day)! >= years)
      },
    ),
  )
  for (const [day, outcome] of [
    ['2025-02-27', 'unmet'],
    ['2025-02-28', 'met'],
    ['2025-03-01', 'met'],
  ] as const) {
    expect(ask('birthDate + duration("P65Y") <= on', { birthDate: '1960-02-29' }, day).outcome).toBe(outcome)
    expect(ask('age >= 65', { birthDate: '1960-02-29' }, day).outcome).toBe(outcome)
  }
})

test('keys of facts that look like operators cannot change how a condition is read', () => {
  expect(ask('x.a-b > 0', { x: { a: 5, 'a-b': -1 }, b: 1 }).outcome).toBe('met')
  expect(ask('a > 0', { a: 1, 'a > 0': false }).outcome).toBe('met')
})
