import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleForm } from '#testing/sample-form.ts'
import { syntheticId } from '#testing/synthetic-id.ts'
import { compileForm } from './compile-form.ts'
import { formErrorCodes, formErrorText } from './form-error.ts'
import { differencesFromBase, heldFields, type KnownFact } from './prefill.ts'
import { readSubmission } from './read-submission.ts'
import { texts } from './texts.ts'

const today = '2026-03-01'
const form = compileForm(sampleForm, { allowSyntheticIds: true })
const good = {
  name: '王秀英',
  idNumber: syntheticId('1960-02-29', 1),
  birthDate: '1960-02-29',
  address: '玉屏南路 1 号 101 室',
  bank: 'icbc',
  hasAgent: false,
}
const codes = (answers: Record<string, unknown>) =>
  form.validate(answers, today).errors.map((error) => `${error.field} ${error.code}`)

test('a right answer sheet passes and comes back tidied', () => {
  const sent = {
    ...good,
    name: ' 王秀英 ',
    idNumber: ` ${good.idNumber.slice(0, 6)} ${good.idNumber.slice(6)}`,
    phone: '',
  }
  expect(form.validate(sent, today)).toEqual({ ok: true, errors: [], answers: good })
})

test.each<[Record<string, unknown>, string]>([
  [{ name: undefined }, 'name required'],
  [{ name: '   ' }, 'name required'],
  [{ name: '王'.repeat(21) }, 'name tooLong'],
  [{ name: 'a\u0000b' }, 'name characters'],
  [{ name: 5 }, 'name wrongType'],
  [{ idNumber: good.idNumber.slice(0, 17) + (good.idNumber.endsWith('0') ? '1' : '0') }, 'idNumber idNumber'],
  [{ birthDate: '2023-02-29' }, 'birthDate notADay'],
  [{ birthDate: '2026-03-02' }, 'birthDate tooLate'],
  [{ phone: '12345' }, 'phone phone'],
  [{ bank: 'other' }, 'bank notAChoice'],
  [{ hasAgent: 'yes' }, 'hasAgent wrongType'],
  [{ hasAgent: true }, 'agentName required'],
  [{ persons: 1.5 }, 'persons decimals'],
  [{ persons: 0 }, 'persons tooSmall'],
  [{ persons: 21 }, 'persons tooBig'],
  [{ persons: Number.POSITIVE_INFINITY }, 'persons wrongType'],
  [{ persons: Number.NaN }, 'persons wrongType'],
  [{ persons: 2, income: 0.125 }, 'income decimals'],
  [{ persons: 2, income: -1 }, 'income tooSmall'],
  [{ proof: ['not-a-file'] }, 'proof file'],
  [{ proof: Array.from({ length: 3 }, (_, i) => `0193e0a0-0000-7000-8000-00000000000${i}`) }, 'proof tooMany'],
  [{ party: 'x' }, 'party unknownField'],
  [JSON.parse('{"__proto__": "x"}'), '__proto__ unknownField'],
  [{ toString: 'x' }, 'toString unknownField'],
])('%j is refused as %s', (change, expected) => {
  expect(codes(Object.fromEntries([...Object.entries(good), ...Object.entries(change)]))).toEqual([expected])
})

test('what is not asked is neither demanded nor kept, and what may be asked is kept and not demanded', () => {
  expect(form.validate({ ...good, agentName: '李四' }, today).answers).not.toHaveProperty('agentName')
  expect(form.validate({ ...good, persons: 1, income: 5 }, today).answers).not.toHaveProperty('income')
  expect(form.validate({ ...good, income: 5 }, today)).toMatchObject({ ok: true, answers: { income: 5 } })
  expect(form.visibility({ hasAgent: true }, today).get('agentName')).toBe('shown')
  expect(form.visibility({}, today).get('agentName')).toBe('ifApplicable')
})

test('whatever is sent, the check answers and names only fields it was sent or that it demands', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(good), 'persons', 'proof'), fc.string()), fc.anything()),
      (sent) => {
        const { ok, errors, answers } = form.validate(sent, today)
        expect(ok).toBe(errors.length === 0)
        expect(new Set(errors.map((error) => error.field)).size).toBe(errors.length)
        if (ok) expect(form.validate(answers, today)).toEqual({ ok: true, errors: [], answers })
      },
    ),
  )
})

test('every error has a text in three languages, with its numbers filled in', () => {
  for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
    for (const code of formErrorCodes)
      expect(texts[language]?.[`forms.error.${code}`], `${language} ${code}`).toBeTruthy()
  }
  const [error] = form.validate({ ...good, persons: 21 }, today).errors
  expect(formErrorText(error!, 'zh-CN')).toBe('不能大于 20。')
  expect(formErrorText(error!, 'en')).toBe('It cannot be more than 20.')
  const [late] = form.validate({ ...good, birthDate: '2027-01-01' }, today).errors
  expect(formErrorText(late!, 'zh-CN')).toBe('日期不能晚于 2026-03-01。')
  const [decimals] = form.validate({ ...good, persons: 2, income: 0.125 }, today).errors
  expect(decimals?.field).toBe('income')
  expect(formErrorText(decimals!, 'zh-CN')).toBe('小数点后最多 2 位。')
})

const fact = (value: KnownFact['value'], masked?: string): KnownFact => ({
  value,
  masked,
  source: { 'zh-CN': '户籍数据' },
  asOf: '2026-01-02',
})

test('bound fields are filled from the base with their origin, sensitive ones only masked, unacceptable ones not', () => {
  const known = new Map([
    ['person.name', fact('王秀英')],
    ['person.idNumber', fact('must not leak', '990***********0011')],
    ['person.birthOn', fact('1960-02-30')],
    ['person.unasked', fact('x')],
  ])
  const filled = form.prefill(known, today)
  expect(filled.answers).toEqual({ name: '王秀英' })
  expect(filled.provenance).toEqual({
    name: { element: 'person.name', source: { 'zh-CN': '户籍数据' }, asOf: '2026-01-02' },
    idNumber: {
      element: 'person.idNumber',
      source: { 'zh-CN': '户籍数据' },
      asOf: '2026-01-02',
      masked: '990***********0011',
    },
  })
  const { idNumber: _, ...rest } = good
  expect(form.validate(rest, today).errors).toMatchObject([{ field: 'idNumber', code: 'required' }])
  expect(form.validate(rest, today, heldFields(filled.provenance)).ok).toBe(true)
  expect(differencesFromBase(form.definition, filled.answers, { ...good, name: '王秀瑛' })).toEqual([
    { field: 'name', element: 'person.name', was: '王秀英', is: '王秀瑛' },
  ])
})

test('a page without script sends texts, and they are read as what the fields ask for', () => {
  const sent: Record<string, string[]> = {
    name: ['王秀英'],
    hasAgent: ['false'],
    persons: ['３'],
    income: ['1,240.50'],
    bank: [''],
    proof: ['a', 'b'],
  }
  expect(readSubmission(form.definition, (name) => sent[name] ?? [])).toEqual({
    name: '王秀英',
    hasAgent: false,
    persons: 3,
    income: 1240.5,
    proof: ['a', 'b'],
  })
  expect(readSubmission(form.definition, (name) => (name === 'persons' ? ['三'] : []))).toEqual({ persons: '三' })
})

const broken = (change: (fields: Record<string, unknown>[]) => void) => {
  const definition = structuredClone(sampleForm) as unknown as { fields: Record<string, unknown>[] }
  change(definition.fields)
  return () => compileForm(definition)
}

test('a wrong definition is refused with its place and the remedy', () => {
  expect(broken((fields) => fields.push({ ...fields[0]! }))).toThrow('/fields/11 name：字段名重复')
  expect(broken((fields) => Object.assign(fields[0]!, { colour: 'red' }))).toThrow('colour')
  expect(broken((fields) => Object.assign(fields[0]!, { key: 'constructor name' }))).toThrow('/fields/0/key')
  expect(broken((fields) => Object.assign(fields[0]!, { visibleWhen: 'hasAgent' }))).toThrow('只能引用排在前面的字段')
  expect(broken((fields) => Object.assign(fields[7]!, { visibleWhen: 'hasAgent and' }))).toThrow('visibleWhen：第')
  expect(broken((fields) => Object.assign(fields[1]!, { sensitive: false }))).toThrow('敏感')
  expect(broken((fields) => Object.assign(fields[5]!, { choices: undefined }))).toThrow()
  expect(broken((fields) => Object.assign(fields[0]!, { maxLength: 10_000 }))).toThrow('/fields/0/maxLength')
})
