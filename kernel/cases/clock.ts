import type { Day } from '#kernel/calendar/door.ts'

export type ClockKind = 'promisedLimit' | 'statutoryLimit' | 'stepLimit'

/** From the day on which the clock was paused up to, not including, the day on which it went on; null while it is paused. */
export type Pause = { from: Day; to: Day | null; reason: string }
export type Extension = { days: number; reason: string; on: Day }

/** A limit in working days. It knows no handler: whoever holds the case, the resident's day stays the same. */
export type Clock = {
  readonly kind: ClockKind
  /** Day of acceptance, itself not counted (民法典 第二百零一条). */
  readonly startedOn: Day
  readonly limitDays: number
  readonly pauses: readonly Pause[]
  readonly extensions: readonly Extension[]
  readonly stoppedOn: Day | null
}

export function startClock(kind: ClockKind, startedOn: Day, limitDays: number): Clock {
  if (!Number.isSafeInteger(limitDays) || limitDays < 0) throw new RangeError(`a limit is whole days, not ${limitDays}`)
  return { kind, startedOn, limitDays, pauses: [], extensions: [], stoppedOn: null }
}

export function openPause(clock: Clock): Pause | undefined {
  return clock.pauses.find((pause) => pause.to === null)
}

export function isPausedOn(clock: Clock, day: Day): boolean {
  return clock.pauses.some((pause) => pause.from <= day && (pause.to === null || day < pause.to))
}

/** A clock that is paused or stopped already stays as it is: a second pause gains nothing. */
export function pause(clock: Clock, on: Day, reason: string): Clock {
  if (clock.stoppedOn || openPause(clock)) return clock
  if (on < clock.startedOn) throw new RangeError(`a clock started on ${clock.startedOn} cannot pause on ${on}`)
  return { ...clock, pauses: [...clock.pauses, { from: on, to: null, reason }] }
}

export function resume(clock: Clock, on: Day): Clock {
  const open = openPause(clock)
  if (!open) return clock
  const to = on < open.from ? open.from : on
  return { ...clock, pauses: clock.pauses.map((pause) => (pause === open ? { ...pause, to } : pause)) }
}

export function extend(clock: Clock, extension: Extension): Clock {
  const { days, reason } = extension
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`an extension is whole days, not ${days}`)
  if (!reason.trim()) throw new RangeError('an extension needs its reason')
  if (clock.stoppedOn) throw new RangeError(`the clock stopped on ${clock.stoppedOn}: there is nothing to extend`)
  return { ...clock, extensions: [...clock.extensions, extension] }
}

/** The first stop stands. */
export function stop(clock: Clock, on: Day): Clock {
  if (clock.stoppedOn) return clock
  if (on < clock.startedOn) throw new RangeError(`a clock started on ${clock.startedOn} cannot stop on ${on}`)
  return { ...resume(clock, on), stoppedOn: on }
}

/** The limit with its extensions. */
export function totalDays(clock: Clock): number {
  return clock.extensions.reduce((days, extension) => days + extension.days, clock.limitDays)
}
