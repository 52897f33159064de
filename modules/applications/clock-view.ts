import type { Calendar } from '#kernel/calendar/door.ts'
import { type ClockRow, colour, remainingWorkingDays } from '#kernel/cases/door.ts'
import type { ClockView } from './contract.ts'

/** A clock as a bar can be drawn from it: from acceptance to due, with its pauses and its colour. */
export function clockView(row: ClockRow, calendar: Calendar, today: string): ClockView {
  const { clock } = row
  return {
    kind: clock.kind,
    startedOn: clock.startedOn,
    limitDays: clock.limitDays,
    extendedDays: clock.extensions.reduce((days, extension) => days + extension.days, 0),
    pauses: clock.pauses.map(({ from, to }) => ({ from, to })),
    stoppedOn: clock.stoppedOn,
    dueOn: row.dueOn,
    provisional: row.provisional,
    colour: colour(clock, calendar, today),
    remainingDays: remainingWorkingDays(clock, calendar, today),
  }
}
