import { checkDigit, isCalendarDate, type Sex, syntheticArea } from '#kernel/registry/door.ts'
import type { Random } from './random.ts'

/** A birth date that makes somebody `age` years old on `today`. */
export function birthOnFor(age: number, today: string, random: Random): string {
  const year = Number(today.slice(0, 4)) - age
  for (;;) {
    const monthDay = `${two(random.between(1, 12))}-${two(random.between(1, 31))}`
    const date = `${monthDay > today.slice(5) ? year - 1 : year}-${monthDay}`
    if (isCalendarDate(date)) return date
  }
}

/** Some day of the year that lies so many years back. */
export function since(today: string, years: number, random: Random): string {
  const date = `${Number(today.slice(0, 4)) - years}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
  return date < today ? date : `${Number(today.slice(0, 4)) - years - 1}${date.slice(4)}`
}

/** Numbers with the area code that no division has; each street has sequences of its own, so that none meet. */
export function idNumberMaker([first, last]: readonly [number, number]): (birthOn: string, sex: Sex) => string {
  const used = new Map<string, number>()
  return (birthOn, sex) => {
    const day = birthOn.replaceAll('-', '')
    const count = used.get(day + sex) ?? 0
    used.set(day + sex, count + 1)
    const sequence = first + 2 * count + (sex === 'male' ? 1 : 0)
    if (sequence > last) throw new Error(`more people born on ${birthOn} than an ID number can count`)
    const body = `${syntheticArea}${day}${String(sequence).padStart(3, '0')}`
    return body + checkDigit(body)
  }
}

export function laterOf(left: string, right: string): string {
  return left > right ? left : right
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
