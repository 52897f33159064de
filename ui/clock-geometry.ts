import { dayNumber } from './day-number.ts'

export type ClockPause = { from: string; to: string | null; reason?: string }
export type ClockSpan = {
  startedOn: string
  dueOn: string
  today: string
  endedOn?: string | null
  pauses: ClockPause[]
}

/** Shares of the bar's width, 0 to 1. */
export type ClockShares = {
  due: number
  now: number
  pauses: { from: number; to: number; pause: ClockPause }[]
}

/** The bar runs from the start to the later of due day and now, so that lateness is seen as length. */
export function clockShares(span: ClockSpan): ClockShares {
  const start = dayNumber(span.startedOn)
  const due = Math.max(dayNumber(span.dueOn), start)
  const now = Math.max(dayNumber(span.endedOn ?? span.today), start)
  const length = Math.max(due, now) - start || 1
  const share = (day: number) => Math.min(Math.max((day - start) / length, 0), 1)
  return {
    due: due === now && due === start ? 1 : share(due),
    now: share(now),
    pauses: span.pauses.map((pause) => ({
      from: share(dayNumber(pause.from)),
      to: share(pause.to ? dayNumber(pause.to) : now),
      pause,
    })),
  }
}
