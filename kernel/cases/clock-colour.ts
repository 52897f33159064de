import type { Calendar, Day } from '#kernel/calendar/door.ts'
import { type Clock, isPausedOn, totalDays } from './clock.ts'
import { isOverdue, remainingWorkingDays } from './clock-due.ts'

export type ClockColour = 'grey' | 'green' | 'yellow' | 'red'

/** When yellow begins. No source sets it: it is the street's own dated setting (本街道设定). */
export type YellowFrom = { share: number; days: number }
export const yellowFromByDefault: YellowFrom = { share: 0.2, days: 2 }

/** Colour means time: grey rests, green runs, yellow is close, red is past due. */
export function colour(clock: Clock, calendar: Calendar, today: Day, yellowFrom = yellowFromByDefault): ClockColour {
  if (clock.stoppedOn && clock.stoppedOn <= today) return 'grey'
  // Asked before the pause: pausing a case that is late already must not hide it.
  if (isOverdue(clock, calendar, today)) return 'red'
  if (isPausedOn(clock, today)) return 'grey'
  const left = remainingWorkingDays(clock, calendar, today)
  return left <= Math.max(yellowFrom.days, totalDays(clock) * yellowFrom.share) ? 'yellow' : 'green'
}
