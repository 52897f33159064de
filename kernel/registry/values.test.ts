import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCreditCode, creditCheckCharacter } from './credit-code.ts'
import { maskIdNumber, maskName, maskPhone } from './mask.ts'
import { checkPhone } from './phone.ts'

describe('a credit code', () => {
  test('seen in the wild is taken', () => {
    expect(checkCreditCode('91310112ma1gbkre47')).toEqual({ ok: true, code: '91310112MA1GBKRE47' })
  })

  test.each([
    ['91310112MA1GBKRE48', 'checkCharacter'],
    ['91310112MA1GBKRE4', 'length'],
    ['91310112MAIGBKRE47', 'characters'],
  ])('%s is refused for its %s', (code, reason) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, reason })
  })

  test('with one character mistyped is refused', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const body = fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }).map((list) => list.join(''))
    fc.assert(
      fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 30 }), (tail, at, add) => {
        const start = `91310198${tail}`
        const code = start + creditCheckCharacter(start)
        expect(checkCreditCode(code).ok).toBe(true)
        const wrong = alphabet[(alphabet.indexOf(code[at]!) + add) % 31]!
        expect(checkCreditCode(code.slice(0, at) + wrong + code.slice(at + 1)).ok).toBe(false)
      }),
    )
  })
})

describe('a phone number', () => {
  test.each([
    ['199 0000 1234', '19900001234', 'mobile'],
    ['+86 13800138000', '13800138000', 'mobile'],
    ['021-62512345', '02162512345', 'landline'],
    ['62512345', '02162512345', 'landline'],
    ['1９900001234', '19900001234', 'mobile'],
  ])('%s is %s', (input, number, kind) => {
    expect(checkPhone(input)).toEqual({ ok: true, number, kind })
  })

  test.each(['12345678901', '1380013800', '', '一三八', '110'])('%s is refused', (input) => {
    expect(checkPhone(input).ok).toBe(false)
  })
})

describe('a mask', () => {
  test('hides the date of birth and the middle of a phone', () => {
    expect(maskIdNumber('31010519900101123X')).toBe('310***********123X')
    expect(maskPhone('13800001234')).toBe('138****1234')
    expect(maskPhone('110')).toBe('***')
  })

  test('counts characters and not code units of a name', () => {
    expect([maskName('张三'), maskName('欧阳修'), maskName('𠅤𨱔'), maskName('张')]).toEqual([
      '张*',
      '欧**',
      '𠅤*',
      '张*',
    ])
  })

  test('never shows more than seven characters of a number', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const masked = maskIdNumber(text)
        expect(masked.length).toBe(text.length)
        expect(masked.slice(3, -4)).toMatch(/^\**$/)
      }),
    )
  })
})
