import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { syntheticArea } from './area-codes.ts'
import { ageOn, isCalendarDate } from './calendar-date.ts'
import { checkDigit, checkIdNumber } from './id-number.ts'

function numbered(area: string, day: string, sequence: string): string {
  const body = area + day + sequence
  return body + checkDigit(body)
}
const reasonOf = (input: string, options = {}) => {
  const result = checkIdNumber(input, options)
  return result.ok ? 'ok' : result.reason
}

describe('an ID number', () => {
  test.each([
    ['31010519900101123X', 'residentId'],
    ['810000199001011230', 'residencePermit'],
    ['830000199001011234', 'residencePermit'],
    ['931156199001011236', 'foreignPermanentResident'],
  ])('%s is taken as %s', (number, kind) => {
    expect(checkIdNumber(number)).toMatchObject({ ok: true, kind, number, birthOn: '1990-01-01', sex: 'male' })
  })

  test.each([
    ['310105199002301239', 'birthDate'],
    ['310105199001011230', 'checkDigit'],
    ['310105900101123', 'fifteenDigits'],
    [numbered('310155', '19900101', '123'), 'area'],
    [numbered('710000', '19900101', '123'), 'area'],
    [numbered('990156', '19900101', '123'), 'area'],
    [numbered(syntheticArea, '19900101', '123'), 'syntheticArea'],
    [numbered('310105', '17990101', '123'), 'birthDate'],
    ['31010519900101123', 'length'],
    ['3101051990010A123X', 'characters'],
    ['', 'length'],
  ])('%s is refused for its %s', (number, reason) => {
    expect(reasonOf(number)).toBe(reason)
  })

  test('born after today is refused', () => {
    expect(reasonOf(numbered('310105', '20270101', '123'), { today: '2026-11-24' })).toBe('birthInFuture')
  })

  test('of 15 digits is converted only where the form allows it', () => {
    const result = checkIdNumber('310105900101123', { allowFifteen: true })
    expect(result).toMatchObject({ ok: true, number: '31010519900101123X', converted: true })
    expect(checkIdNumber('310105990101997', { allowFifteen: true })).toMatchObject({ birthOn: '1899-01-01' })
  })

  test('typed with blanks, full-width digits or a small x is the same number', () => {
    expect(checkIdNumber('310105 19900101 123x')).toMatchObject({ number: '31010519900101123X' })
    expect(checkIdNumber('31010519900101123x')).toMatchObject({ number: '31010519900101123X' })
  })

  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const sequence = fc.integer({ min: 0, max: 999 }).map((value) => String(value).padStart(3, '0'))

  test('tells the birth date and sex that it was made of', () => {
    fc.assert(
      fc.property(day, sequence, (birthOn, seq) => {
        const result = checkIdNumber(numbered(syntheticArea, birthOn.replaceAll('-', ''), seq), {
          allowSynthetic: true,
        })
        expect(result).toMatchObject({ ok: true, birthOn, sex: Number(seq) % 2 === 1 ? 'male' : 'female' })
      }),
    )
  })

  test('with one digit mistyped or two neighbours swapped is never taken for another valid one', () => {
    fc.assert(
      fc.property(day, sequence, fc.nat(16), fc.integer({ min: 1, max: 9 }), (birthOn, seq, at, add) => {
        const number = numbered(syntheticArea, birthOn.replaceAll('-', ''), seq)
        const wrong = number.slice(0, at) + ((Number(number[at]) + add) % 10) + number.slice(at + 1)
        expect(checkIdNumber(wrong, { allowSynthetic: true }).ok).toBe(false)
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
        if (swapped !== number) expect(checkIdNumber(swapped, { allowSynthetic: true }).ok).toBe(false)
      }),
    )
  })

  test('any text gets an answer, never an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof checkIdNumber(text).ok === 'boolean'))
  })
})

test('the calendar knows leap years and no 30 February', () => {
  expect(['2000-02-29', '2024-02-29', '2026-12-31'].every(isCalendarDate)).toBe(true)
  expect(
    ['1900-02-29', '2023-02-29', '1990-02-30', '2026-13-01', '2026-00-10', '2026-01-00'].some(isCalendarDate),
  ).toBe(false)
})

test('an age grows on the birthday', () => {
  expect(ageOn('1961-11-24', '2026-11-23')).toBe(64)
  expect(ageOn('1961-11-24', '2026-11-24')).toBe(65)
  expect(ageOn('1960-02-29', '2025-02-28')).toBe(64)
})
