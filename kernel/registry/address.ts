export interface Address {
  road?: string
  /** 弄 */
  lane?: string
  /** 支弄 */
  sublane?: string
  /** 号, or 号楼, 幢, 栋: whichever names the house */
  no?: string
  unit?: string
  floor?: string
  room?: string
  /** what the grammar does not know, kept as written: 后门, 甲 */
  suffix?: string
}

// Address libraries read 天山支路 as a place in Xinjiang; this grammar knows no place, only the order of an address.
const DIVISION =
  /^(?:[^路弄号\d]{2,8}?省)?(?:[^路弄号\d]{2,6}?市(?![路街场口]))?(?:[^路弄号\d]{1,6}?[区县](?![路街]))?(?:[^路弄号\d]{2,10}?(?:街道|镇|乡)(?![路街]))?/u
const BODY = new RegExp(
  [
    '^(?<road>\\D+)?',
    '(?<lane>\\d+[甲乙丙丁]?弄)?',
    '(?<sublane>\\d+支弄)?',
    '(?<no>\\d+(?:[-–]\\d+)?(?:号楼|号[甲乙丙丁]|号|幢|栋))?',
    '(?<unit>[\\dA-Z]+单元)?',
    '(?<floor>\\d+(?:楼|层))?',
    '(?<room>[A-Z]?\\d{1,5}[A-Z]?室?|[A-Z]座?)?',
    '(?<suffix>.*)$',
  ].join(''),
  'u',
)

export function parseAddress(input: string): Address {
  const text = input
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,，、]/g, '')
  const body = text.replace(DIVISION, '')
  const groups = BODY.exec(body)?.groups ?? {}
  return Object.fromEntries(Object.entries(groups).filter(([, value]) => value)) as Address
}

/** Two spellings of one place have one key: 501 and 501室, 3号楼 and 3幢. */
export function addressKey(address: Address): string {
  const digits = (part: string | undefined) => (part ?? '').replace(/(?:支弄|弄|号楼|号|幢|栋|单元|楼|层|室|座)/g, '')
  const { road, lane, sublane, no, unit, floor, room } = address
  return [road ?? '', ...[lane, sublane, no, unit, floor, room].map(digits)].join('|')
}

export function formatAddress(address: Address): string {
  const { road, lane, sublane, no, unit, floor, room, suffix } = address
  return [road, lane, sublane, no, unit, floor, room, suffix].filter(Boolean).join('')
}
