/** The one source of "now"; tests and the demo put a clock of their own here. */
export interface Clock {
  /** An instant, ISO 8601 in UTC. */
  now(): string
}

export const systemClock: Clock = { now: () => new Date().toISOString() }

export interface TestClock extends Clock {
  set(instant: string): void
}

export function testClock(start: string): TestClock {
  let instant = new Date(start).toISOString()
  return {
    now: () => instant,
    set: (next) => {
      instant = new Date(next).toISOString()
    },
  }
}

const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** The calendar day in Asia/Shanghai on which an instant falls, whatever the process's TZ is. */
export function dayOf(instant: string): string {
  return shanghai.format(new Date(instant))
}
