import { checkIdNumber } from './id-number.ts'
import { foldName } from './name-pinyin.ts'
import { checkPhone } from './phone.ts'

export type Search =
  | { by: 'idNumber' | 'phone' | 'name'; value: string }
  | { by: 'nothing'; reason: 'tooShort' | 'wrongNumber' }

/** One box for everything: what was typed is told by its shape. A mistyped ID number is said to be one, not looked up as a name. */
export function readSearch(typed: string): Search {
  const id = checkIdNumber(typed, { allowFifteen: true, allowSynthetic: true })
  if (id.ok) return { by: 'idNumber', value: id.number }
  const phone = checkPhone(typed)
  if (phone.ok) return { by: 'phone', value: phone.number }
  const key = foldName(typed)
  if (/^\d/.test(key)) return { by: 'nothing', reason: 'wrongNumber' }
  // One letter would list a tenth of the street; one character of a name is a beginning.
  if (key.length === 0 || /^[a-z]$/.test(key)) return { by: 'nothing', reason: 'tooShort' }
  return { by: 'name', value: key }
}
