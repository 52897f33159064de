import { expect, test } from 'vitest'
import { normalisePhone } from './phone.ts'

test('one phone has one form, however it was typed', () => {
  for (const typed of [
    '13800000000',
    '138 0000 0000',
    '+86 138-0000-0000',
    '008613800000000',
    '8613800000000',
    '１３８００００００００',
  ]) {
    expect(normalisePhone(typed)).toBe('13800000000')
  }
})

test('phones of Hong Kong, Macao and Taiwan keep their region', () => {
  expect(normalisePhone('+852 9123 4567')).toBe('+85291234567')
  expect(normalisePhone('+853 6612 3456')).toBe('+85366123456')
  expect(normalisePhone('+886 0912 345 678')).toBe('+886912345678')
})

test('landlines, short numbers and words are refused', () => {
  for (const typed of ['021-62701234', '12345', '110', 'abc', '', '23800000000', '+1 202 555 0100']) {
    expect(normalisePhone(typed)).toBeNull()
  }
})
