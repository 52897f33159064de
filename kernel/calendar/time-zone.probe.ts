// Run by working-days.test.ts under two values of TZ; prints the offset in force and a digest of many answers.
import { createHash } from 'node:crypto'
import { shippedCalendar } from '#testing/calendar.ts'
import { addDays } from './day.ts'
import { workingDayOf } from './working-day-of.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

const calendar = shippedCalendar()
const digest = createHash('sha256')
for (let day = '2018-01-01'; day <= '2026-12-31'; day = addDays(day, 3)) {
  const due = addWorkingDays(calendar, day, 30)
  digest.update(`${day} ${due.day} ${workingDaysBetween(calendar, day, addDays(day, 17)).days}`)
  digest.update(`${workingDayOf(`${day}T16:30:00Z`)}\n`)
}
console.log(new Date('2026-07-01T00:00:00Z').getTimezoneOffset(), digest.digest('hex'))
