import { findWorkday, isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isWorkingDay } from '#kernel/calendar/door.ts'
import { shippedCalendar } from '#testing/calendar.ts'
import { inTimeZone } from '#testing/in-time-zone.ts'
import { type Clock, extend, openPause, pause, resume, startClock, stop, totalDays } from './clock.ts'
import { colour } from './clock-colour.ts'
import { dueOn, elapsedWorkingDays, isOverdue, remainingWorkingDays } from './clock-due.ts'

const calendar = shippedCalendar()
const today = '2024-12-31'
const days = fc.integer({ min: 0, max: 2400 }).map((n) => addDays('2018-03-01', n))
const limits = fc.integer({ min: 1, max: 60 })
const running = fc.tuple(days, limits).map(([on, limit]) => startClock('promisedLimit', on, limit))

type Step = { do: 'pause' | 'resume' | 'extend' | 'reassign'; after: number }
const steps = fc.array(
  fc.record<Step>({
    do: fc.constantFrom('pause', 'resume', 'extend', 'reassign'),
    after: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 12 },
)

/** Plays steps in order of time, as a case does, and tells each clock on the way. */
function play(clock: Clock, moves: Step[], seen: (before: Clock, after: Clock, on: string, step: Step) => void): Clock {
  let on = clock.startedOn
  for (const step of moves) {
    on = addDays(on, step.after)
    const before = clock
    if (step.do === 'pause') clock = pause(clock, on, '补正')
    if (step.do === 'resume') clock = resume(clock, on)
    if (step.do === 'extend') clock = extend(clock, { days: 3, reason: '案情复杂', on })
    // Reassigning is an event of the case that the clock has no word for.
    seen(before, clock, on, step)
  }
  return clock
}

/** Second oracle, by plain sets of days and no code of ours but addDays. */
function plainDue(clock: Clock): string {
  const spared = new Set<string>()
  for (const { from, to } of clock.pauses) for (let d = from; d < (to ?? today); d = addDays(d, 1)) spared.add(d)
  let left = clock.limitDays + clock.extensions.reduce((sum, extension) => sum + extension.days, 0)
  let day = clock.startedOn
  while (left > 0) {
    day = addDays(day, 1)
    if (isWorkday(day) && !spared.has(day)) left -= 1
  }
  return day
}

test('without pauses the due day is the one chinese-days finds, 2018 to 2026', () => {
  fc.assert(
    fc.property(running, (clock) => {
      const expected = findWorkday(clock.limitDays, clock.startedOn)
      expect(dueOn(clock, calendar, today)).toEqual({ day: expected, provisional: false })
    }),
    { numRuns: 2000 },
  )
})

test('with pauses and extensions the due day is the one a plain count finds, and it is a working day', () => {
  fc.assert(
    fc.property(running, steps, (start, moves) => {
      const clock = play(start, moves, () => {})
      const due = dueOn(clock, calendar, today).day
      expect(due).toBe(plainDue(clock))
      expect(isWorkingDay(calendar, due)).toBe(true)
      if (!openPause(clock)) expect(elapsedWorkingDays(clock, calendar, due)).toBe(totalDays(clock))
    }),
  )
})

test('no step of a case moves the due day earlier, and reassigning does not move it at all', () => {
  fc.assert(
    fc.property(running, steps, (start, moves) => {
      play(start, moves, (before, after, on, step) => {
        const [was, is] = [dueOn(before, calendar, on).day, dueOn(after, calendar, on).day]
        expect(is >= was).toBe(true)
        if (step.do === 'reassign') expect(after).toBe(before)
      })
    }),
  )
})

test('pausing twice gains nothing, resuming twice neither', () => {
  fc.assert(
    fc.property(running, fc.nat(30), fc.nat(30), fc.nat(30), (clock, a, b, c) => {
      const [first, second] = [addDays(clock.startedOn, a), addDays(clock.startedOn, a + b)]
      const once = pause(clock, first, '补正')
      expect(pause(once, second, '再次补正')).toBe(once)
      const resumed = resume(once, addDays(second, c))
      expect(resume(resumed, addDays(second, c + 50))).toBe(resumed)
    }),
  )
})

test('overlapping pauses spare each day once', () => {
  fc.assert(
    fc.property(running, fc.nat(20), fc.nat(20), fc.nat(20), (clock, a, b, c) => {
      const [p, q, r] = [
        addDays(clock.startedOn, a),
        addDays(clock.startedOn, a + b),
        addDays(clock.startedOn, a + b + c),
      ]
      const overlapping = {
        ...clock,
        pauses: [
          { from: p, to: q, reason: '' },
          { from: p, to: r, reason: '' },
        ],
      }
      const merged = { ...clock, pauses: [{ from: p, to: r, reason: '' }] }
      expect(dueOn(overlapping, calendar, today)).toEqual(dueOn(merged, calendar, today))
    }),
  )
})

test('the due day grows with the limit and never shrinks with a longer pause', () => {
  fc.assert(
    fc.property(running, fc.nat(30), fc.nat(30), (clock, a, b) => {
      const longer = { ...clock, limitDays: clock.limitDays + 1 }
      expect(dueOn(longer, calendar, today).day > dueOn(clock, calendar, today).day).toBe(true)
      const from = addDays(clock.startedOn, a)
      const paused = (to: string) => ({ ...clock, pauses: [{ from, to, reason: '' }] })
      const [short, long] = [paused(addDays(from, b)), paused(addDays(from, b + 5))]
      expect(dueOn(long, calendar, today).day >= dueOn(short, calendar, today).day).toBe(true)
    }),
  )
})

test('remaining days and lateness tell the same story', () => {
  fc.assert(
    fc.property(running, fc.nat(120), (clock, after) => {
      const on = addDays(clock.startedOn, after)
      const late = isOverdue(clock, calendar, on)
      if (remainingWorkingDays(clock, calendar, on) < 0) expect(late).toBe(true)
      if (remainingWorkingDays(clock, calendar, on) > 0) expect(late).toBe(false)
      expect(colour(clock, calendar, on) === 'red').toBe(late)
    }),
  )
})

test('a clock turns yellow two working days or a fifth before its end, red after it, grey when it rests', () => {
  const clock = startClock('promisedLimit', '2026-03-02', 20)
  expect(dueOn(clock, calendar, '2026-03-02').day).toBe('2026-03-30')
  expect(colour(clock, calendar, '2026-03-23')).toBe('green')
  expect(colour(clock, calendar, '2026-03-24')).toBe('yellow')
  expect(colour(clock, calendar, '2026-03-24', { share: 0.1, days: 2 })).toBe('green')
  expect(colour(clock, calendar, '2026-03-30')).toBe('yellow')
  expect(colour(clock, calendar, '2026-03-31')).toBe('red')
  expect(colour(pause(clock, '2026-03-10', '补正'), calendar, '2026-04-30')).toBe('grey')
  expect(colour(pause(clock, '2026-04-10', '补正'), calendar, '2026-04-30'), 'a pause hides no lateness').toBe('red')
  expect(colour(stop(clock, '2026-03-10'), calendar, '2026-04-30')).toBe('grey')
})

test('a stopped clock keeps its day and remembers whether it was late', () => {
  const clock = startClock('statutoryLimit', '2026-03-02', 5)
  const late = stop(clock, '2026-03-10')
  expect(stop(late, '2026-03-20')).toBe(late)
  expect(isOverdue(late, calendar, '2026-05-01')).toBe(true)
  expect(isOverdue(stop(clock, '2026-03-09'), calendar, '2026-05-01')).toBe(false)
  expect(() => extend(late, { days: 1, reason: 'x', on: '2026-03-11' })).toThrow('nothing to extend')
})

test('a matter done on the spot is due on the day of acceptance, or the next working day', () => {
  expect(dueOn(startClock('promisedLimit', '2026-03-02', 0), calendar, today).day).toBe('2026-03-02')
  expect(dueOn(startClock('promisedLimit', '2026-10-01', 0), calendar, today).day).toBe('2026-10-08')
})

test('a limit that passes the calendar says that its day is provisional', () => {
  expect(dueOn(startClock('promisedLimit', '2026-12-20', 30), calendar, '2026-12-20').provisional).toBe(true)
})

test('two process time zones give the same due days', () => {
  const probe = new URL('./clock-time-zone.probe.ts', import.meta.url)
  const [west, east] = [inTimeZone('America/Los_Angeles', probe), inTimeZone('Pacific/Auckland', probe)]
  expect(west).toMatch(/^-?\d+ [0-9a-f]{64}$/)
  expect(east.split(' ')[1]).toBe(west.split(' ')[1])
  expect(east.split(' ')[0]).not.toBe(west.split(' ')[0])
})
