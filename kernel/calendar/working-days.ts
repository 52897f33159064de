import { type Calendar, isKnown, isWorkingDay } from './calendar.ts'
import { type Day, dayNumber, dayOfNumber } from './day.ts'

// Periods in working days leave out statutory holidays (行政许可法 第八十二条), the day on which a period starts is not
// counted (民法典 第二百零一条), and a period whose last day is a holiday ends on the day after it (第二百零三条).

/** Provisional: the count passed a day that no published holiday notice covers yet. */
export type WorkingDay = { day: Day; provisional: boolean }
export type WorkingDayCount = { days: number; provisional: boolean }

/** The n-th working day after `day`; 0 is the day itself or, when it is a day off, the next working day; negative counts back. */
export function addWorkingDays(calendar: Calendar, day: Day, n: number): WorkingDay {
  if (!Number.isSafeInteger(n)) throw new RangeError(`working days are whole numbers, not ${n}`)
  let number = dayNumber(day)
  let provisional = !isKnown(calendar, day)
  if (n === 0 && isWorkingDay(calendar, day)) return { day, provisional }
  const direction = n < 0 ? -1 : 1
  let left = Math.max(1, Math.abs(n))
  let current = day
  while (left > 0) {
    number += direction
    current = dayOfNumber(number)
    if (!isKnown(calendar, current)) provisional = true
    if (isWorkingDay(calendar, current)) left -= 1
  }
  return { day: current, provisional }
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): WorkingDayCount {
  const [first, last] = from <= to ? [from, to] : [to, from]
  let days = 0
  const end = dayNumber(last)
  for (let number = dayNumber(first) + 1; number <= end; number += 1) {
    if (isWorkingDay(calendar, dayOfNumber(number))) days += 1
  }
  const provisional = !isKnown(calendar, first) || !isKnown(calendar, last)
  return { days: from <= to ? days : days === 0 ? 0 : -days, provisional }
}
