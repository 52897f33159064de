/** A calendar day as 'YYYY-MM-DD'. Never a JS Date: a day has no time and no zone. */
export type Day = string

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01 by integer arithmetic, so that no process time zone can move a day. */
export function dayNumber(day: Day): number {
  const parts = partsOf(day)
  if (!parts) throw new RangeError(`not a calendar day: ${day}`)
  return numberOf(parts.year, parts.month, parts.day)
}

/** The day of a number made by dayNumber. */
export function dayOfNumber(number: number): Day {
  // The year starts in March here, so that the leap day is its last day.
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return format(year, month, day)
}

export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && partsOf(value) !== null
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days)
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(dayNumber(day))
}

export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** The same day `years` later; 29 February becomes 28 February in a common year (民法典 第二百零二条: 没有对应日的，月末日). */
export function addYears(day: Day, years: number): Day {
  const parts = partsOf(day)
  if (!parts) throw new RangeError(`not a calendar day: ${day}`)
  const year = parts.year + years
  return format(year, parts.month, Math.min(parts.day, lengthOfMonth(year, parts.month)))
}

/** Completed years of age on a day (周岁), or null before birth. */
export function ageOn(birth: Day, on: Day): number | null {
  if (dayNumber(on) < dayNumber(birth)) return null
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return addYears(birth, years) <= on ? years : years - 1
}

function partsOf(day: string): { year: number; month: number; day: number } | null {
  const match = shape.exec(day)
  if (!match) return null
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) return null
  return { year, month, day: dayOfMonth }
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function numberOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

function format(year: number, month: number, day: number): Day {
  if (year < 0 || year > 9999) throw new RangeError(`year ${year} lies outside 0000 to 9999`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
