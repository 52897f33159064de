import { isPlausibleArea, permitAreas, provinces, syntheticArea } from './area-codes.ts'
import { isCalendarDate } from './calendar-date.ts'

export type IdKind = 'residentId' | 'residencePermit' | 'foreignPermanentResident'
export type Sex = 'male' | 'female'

export type IdNumberRefusal =
  | 'length'
  | 'characters'
  | 'fifteenDigits'
  | 'birthDate'
  | 'birthInFuture'
  | 'area'
  | 'syntheticArea'
  | 'checkDigit'

export type IdNumberResult =
  | { ok: true; number: string; kind: IdKind; birthOn: string; sex: Sex; areaCode: string; converted: boolean }
  | { ok: false; reason: IdNumberRefusal }

export interface IdNumberOptions {
  /** old numbers of 15 digits are converted instead of refused */
  allowFifteen?: boolean
  /** demonstration and tests only */
  allowSynthetic?: boolean
  /** `YYYY-MM-DD`; a later birth is refused */
  today?: string
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'
const EARLIEST_BIRTH = '1850-01-01'

/** GB 11643-1999 with the documents that share its form: 81/82/83 permits and the 9-numbers of 2023. */
export function checkIdNumber(input: string, options: IdNumberOptions = {}): IdNumberResult {
  let number = normaliseIdNumber(input)
  let converted = false
  if (/^\d{15}$/.test(number)) {
    if (!options.allowFifteen) return { ok: false, reason: 'fifteenDigits' }
    number = fromFifteen(number)
    converted = true
  }
  if (number.length !== 18) return { ok: false, reason: 'length' }
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, reason: 'characters' }
  const areaCode = number.slice(0, 6)
  const kind = kindOfArea(areaCode)
  if (areaCode === syntheticArea ? !options.allowSynthetic : kind === undefined) {
    return { ok: false, reason: areaCode === syntheticArea ? 'syntheticArea' : 'area' }
  }
  const birthOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCalendarDate(birthOn) || birthOn < EARLIEST_BIRTH) return { ok: false, reason: 'birthDate' }
  if (options.today !== undefined && birthOn > options.today) return { ok: false, reason: 'birthInFuture' }
  if (checkDigit(number) !== number[17]) return { ok: false, reason: 'checkDigit' }
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return { ok: true, number, kind: kind ?? 'residentId', birthOn, sex, areaCode, converted }
}

/** Full-width digits, blanks and a small x come from keyboards and old tables; they mean the same number. */
export function normaliseIdNumber(input: string): string {
  return input.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

export function checkDigit(number: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += Number(number[index]) * WEIGHTS[index]!
  return CHECK[sum % 11]!
}

function kindOfArea(code: string): IdKind | undefined {
  if (permitAreas.has(code)) return 'residencePermit'
  // 9, the province that issued it, then the nationality's three digits of GB/T 2659
  if (code[0] === '9') return provinces.has(code.slice(1, 3)) ? 'foreignPermanentResident' : undefined
  return isPlausibleArea(code) ? 'residentId' : undefined
}

// Sequence numbers 996 to 999 were kept for people born before 1900.
function fromFifteen(number: string): string {
  const century = number.slice(12) >= '996' ? '18' : '19'
  const body = `${number.slice(0, 6)}${century}${number.slice(6)}`
  return `${body}${checkDigit(body)}`
}
