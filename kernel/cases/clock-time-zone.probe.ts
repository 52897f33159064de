// Run by clock.test.ts under two values of TZ; prints the offset in force and a digest of many due days and colours.
import { createHash } from 'node:crypto'
import { addDays } from '#kernel/calendar/door.ts'
import { shippedCalendar } from '#testing/calendar.ts'
import { pause, resume, startClock } from './clock.ts'
import { colour } from './clock-colour.ts'
import { dueOn } from './clock-due.ts'

const calendar = shippedCalendar()
const digest = createHash('sha256')
for (let day = '2018-01-01'; day <= '2026-10-31'; day = addDays(day, 7)) {
  const paused = resume(pause(startClock('promisedLimit', day, 20), addDays(day, 5), '补正'), addDays(day, 12))
  digest.update(`${dueOn(paused, calendar, day).day} ${colour(paused, calendar, addDays(day, 30))}\n`)
}
console.log(new Date('2026-07-01T00:00:00Z').getTimezoneOffset(), digest.digest('hex'))
