import { expect, test } from 'vitest'
import { compileCondition } from './compile-condition.ts'
import { RuleError, type RuleErrorCode, ruleErrorText } from './rule-error.ts'

function refusal(condition: string): RuleError {
  try {
    compileCondition(condition)
  } catch (error) {
    if (error instanceof RuleError) return error
    throw error
  }
  throw new Error(`compiled: ${condition}`)
}

const refused: [string, RuleErrorCode, string][] = [
  ['', 'syntax', ''],
  ['a >', 'syntax', ''],
  ['a and and b', 'syntax', 'and'],
  ['a > 1)', 'syntax', ')'],
  ['now() > on', 'function', 'now()'],
  ['today() > on', 'function', 'today()'],
  ['matches(a, "x*")', 'function', 'matches(a, "x*")'],
  ['contains(a)', 'function', 'contains(a)'],
  ['date and time("2026-01-01T00:00:00") > a', 'notAllowed', 'time'],
  ['a = null', 'notAllowed', 'null'],
  ['(function(x) external {}) = a', 'notAllowed', 'function(x) external {}'],
  ['for x in a return x', 'notAllowed', 'for x in a return x'],
  ['a[1] > 2', 'notAllowed', 'a[1]'],
  ['{b: 1}.b = a', 'notAllowed', '{b: 1}'],
  ['a instance of number', 'notAllowed', 'a instance of number'],
  ['@"2026-01-01" < a', 'notAllowed', '@"2026-01-01"'],
  ['a ** 2 > 1', 'notAllowed', '**'],
  ['a + 1', 'notACondition', 'a + 1'],
  ['5', 'notACondition', '5'],
  ['count(a)', 'notACondition', 'count(a)'],
  ['(a > 1) = b', 'logicInside', 'a > 1'],
  ['a > (if b then 1 else 2)', 'logicInside', 'if b then 1 else 2'],
  ['household income > 1', 'factName', 'household income'],
  ['birthDate < "2026-01-01"', 'literal', '"2026-01-01"'],
  ['birthDate < date("2026-02-30")', 'literal', 'date("2026-02-30")'],
  ['birthDate < date(a)', 'literal', 'date(a)'],
  ['5 > "x"', 'constant', '5 > "x"'],
  [`a = ${'1'.repeat(2100)}`, 'tooLong', '1'],
  [`${'('.repeat(60)}a${')'.repeat(60)}`, 'tooDeep', ''],
]

test.each(refused)('%s is refused as %s at “%s”', (condition, code, excerpt) => {
  const error = refusal(condition)
  expect(error.code).toBe(code)
  if (excerpt) expect(error.excerpt).toContain(excerpt)
  expect(error.from).toBeLessThanOrEqual(condition.length)
})

test('a refusal names place and remedy in each language', () => {
  const error = refusal('age >= 65 and today() > on')
  expect(error.message).toBe(
    '第 15–21 字“today()”：没有这个函数。可用：not、contains、list contains、count、sum、min、max、date("…")、duration("…")。',
  )
  expect(ruleErrorText(error, 'en')).toContain('Characters 15–21 “today()”: No such function. Use')
  expect(ruleErrorText(error, 'zh-Hant')).toContain('第 15–21 字「today()」')
})
