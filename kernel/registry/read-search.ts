import { addressKey, parseAddress } from './address.ts'
import { checkIdNumber } from './id-number.ts'
import { foldName } from './name-pinyin.ts'
import { checkPhone } from './phone.ts'

export type Search =
  | { by: 'idNumber' | 'phone' | 'name'; value: string }
  /** The beginning of an address key; where a part after a gap was named, that part too. */
  | { by: 'address'; value: string; unit: string; room: string }
  | { by: 'nothing'; reason: 'tooShort' | 'wrongNumber' }

/** One box for everything: what was typed is told by its shape. A mistyped ID number is said to be one, not looked up as a name. */
export function readSearch(typed: string): Search {
  const id = checkIdNumber(typed, { allowFifteen: true, allowSynthetic: true })
  if (id.ok) return { by: 'idNumber', value: id.number }
  const phone = checkPhone(typed)
  if (phone.ok) return { by: 'phone', value: phone.number }
  const address = readAddress(typed)
  if (address) return address
  const key = foldName(typed)
  if (/^\d/.test(key)) return { by: 'nothing', reason: 'wrongNumber' }
  // One letter would list a tenth of the street; one character of a name is a beginning.
  if (key.length === 0 || /^[a-z]$/.test(key)) return { by: 'nothing', reason: 'tooShort' }
  return { by: 'name', value: key }
}

/** A road and something within it: a road alone would list a quarter of a committee, and no name has a number in it. */
function readAddress(typed: string): Search | null {
  const address = parseAddress(typed)
  if (!address.road || !/[路弄街道村坊苑园]$/u.test(address.road) || address.suffix) return null
  const [road, lane, sublane, no, unit = '', _floor, room = ''] = addressKey(address).split('|')
  const within = [lane, sublane, no]
  const last = within.findLastIndex((part) => part)
  if (last < 0) return null
  return { by: 'address', value: `${[road, ...within.slice(0, last + 1)].join('|')}|`, unit, room }
}
