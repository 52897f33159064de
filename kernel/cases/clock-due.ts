import { addDays, type Calendar, type Day, isKnown, isWorkingDay, type WorkingDay } from '#kernel/calendar/door.ts'
import { type Clock, totalDays } from './clock.ts'

/**
 * The last day of the limit. Days inside a pause are not counted; overlapping pauses spare each day once, because the
 * question is asked day by day. While a pause is open the answer is the day that would follow if work went on `today`.
 */
export function dueOn(clock: Clock, calendar: Calendar, today: Day): WorkingDay {
  const counts = countedDays(clock, calendar, today)
  let left = totalDays(clock)
  let day = clock.startedOn
  let provisional = !isKnown(calendar, day)
  // A limit of 0 days (当场办结) ends on the day of acceptance itself when that is a working day.
  if (left === 0 && counts(day)) return { day, provisional }
  left = Math.max(1, left)
  while (left > 0) {
    day = addDays(day, 1)
    if (!isKnown(calendar, day)) provisional = true
    if (counts(day)) left -= 1
  }
  return { day, provisional }
}

/** Working days used up to and including `today`, without the day of acceptance and without pauses. */
export function elapsedWorkingDays(clock: Clock, calendar: Calendar, today: Day): number {
  const counts = countedDays(clock, calendar, today)
  const last = clock.stoppedOn && clock.stoppedOn < today ? clock.stoppedOn : today
  let elapsed = 0
  for (let day = addDays(clock.startedOn, 1); day <= last; day = addDays(day, 1)) if (counts(day)) elapsed += 1
  return elapsed
}

/** Working days left; negative by the number of working days past due. */
export function remainingWorkingDays(clock: Clock, calendar: Calendar, today: Day): number {
  return totalDays(clock) - elapsedWorkingDays(clock, calendar, today)
}

/** Past due as of `today`, or, for a stopped clock, stopped past due. */
export function isOverdue(clock: Clock, calendar: Calendar, today: Day): boolean {
  return (clock.stoppedOn ?? today) > dueOn(clock, calendar, today).day
}

function countedDays(clock: Clock, calendar: Calendar, today: Day): (day: Day) => boolean {
  const spared = clock.pauses
    .map(({ from, to }) => ({ from, to: to ?? clock.stoppedOn ?? today }))
    .filter(({ from, to }) => from < to)
  return (day) => isWorkingDay(calendar, day) && !spared.some(({ from, to }) => from <= day && day < to)
}
