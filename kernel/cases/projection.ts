import { type Calendar, type Day, workingDayOf } from '#kernel/calendar/door.ts'
import { type Clock, extend, pause, resume, startClock, stop } from './clock.ts'
import { dueOn } from './clock-due.ts'
import type { CaseEvent, Effect } from './effects.ts'

export interface StepRow {
  id: string
  key: string
  kind: 'internal' | 'external'
  groupKey: string | null
  state: 'open' | 'done' | 'cancelled'
  holderKey: string
  claimedBy: string | null
  openedAt: string
  doneAt: string | null
  outcome: string | null
  dueOn: Day | null
  dueProvisional: boolean
  foreignSystem: string | null
  foreignNumber: string | null
  foreignStatus: string | null
  learntAt: string | null
  learntBy: 'file' | 'api' | 'typed' | null
  staleAfterDays: number | null
  staleToldAt: string | null
}

export interface ClockRow {
  id: string
  stepId: string | null
  clock: Clock
  dueOn: Day
  provisional: boolean
  colourTold: 'green' | 'yellow' | 'red'
}

/** The derived rows of one case. */
export interface Projection {
  state: string
  outcome: string | null
  closedAt: string | null
  dueOn: Day | null
  dueProvisional: boolean
  firstContact: string | null
  applicantPersonId: string | null
  version: number
  steps: StepRow[]
  clocks: ClockRow[]
  stars: number | null
}

export const emptyProjection: Projection = {
  state: 'new',
  outcome: null,
  closedAt: null,
  dueOn: null,
  dueProvisional: false,
  firstContact: null,
  applicantPersonId: null,
  version: 0,
  steps: [],
  clocks: [],
  stars: null,
}

/** One event later. Pure: the same events and calendar give the same rows on every run. */
export function applyEvent(before: Projection, event: CaseEvent, calendar: Calendar): Projection {
  const today = workingDayOf(event.at)
  const after = event.effects.reduce(
    (projection, effect) => applyEffect(projection, effect, event, calendar, today),
    before,
  )
  return withDueDates({ ...after, version: event.seq }, calendar, today)
}

function applyEffect(p: Projection, effect: Effect, event: CaseEvent, calendar: Calendar, today: Day): Projection {
  switch (effect.kind) {
    case 'state':
      return {
        ...p,
        state: effect.to,
        outcome: effect.outcome ?? p.outcome,
        closedAt: effect.closed ? event.at : p.closedAt,
      }
    case 'firstContact':
      return { ...p, firstContact: effect.accountId }
    case 'applicantLinked':
      return { ...p, applicantPersonId: effect.personId }
    case 'stepOpened':
      return { ...p, steps: [...p.steps, openedStep(effect, event, calendar, today)] }
    case 'stepClaimed':
      return withStep(p, effect.stepId, (step) => ({ ...step, claimedBy: effect.accountId }))
    case 'stepReleased':
      return withStep(p, effect.stepId, (step) => ({ ...step, claimedBy: null }))
    case 'stepLearnt':
      return withStep(p, effect.stepId, (step) => ({
        ...step,
        foreignNumber: effect.foreignNumber ?? step.foreignNumber,
        foreignStatus: effect.foreignStatus,
        learntAt: event.at,
        learntBy: effect.how,
        staleToldAt: null,
      }))
    case 'stepDone':
      return withStep(p, effect.stepId, (step) => ({
        ...step,
        state: 'done',
        outcome: effect.outcome,
        doneAt: event.at,
        claimedBy: effect.accountId ?? step.claimedBy,
      }))
    case 'stepCancelled':
      return withStep(p, effect.stepId, (step) => ({ ...step, state: 'cancelled', doneAt: event.at }))
    case 'staleTold':
      return withStep(p, effect.stepId, (step) => ({ ...step, staleToldAt: event.at }))
    case 'clockStarted':
      return {
        ...p,
        clocks: [
          ...p.clocks,
          {
            id: effect.clockId,
            stepId: effect.stepId,
            clock: startClock(effect.clockKind, effect.startedOn, effect.limitDays),
            dueOn: effect.startedOn,
            provisional: false,
            colourTold: 'green',
          },
        ],
      }
    case 'clocksPaused':
      return withClocks(p, (clock) => pause(clock, effect.on, effect.reason))
    case 'clocksResumed':
      return withClocks(p, (clock) => resume(clock, effect.on))
    case 'clocksExtended':
      return withClocks(p, (clock) =>
        clock.stoppedOn ? clock : extend(clock, { days: effect.days, reason: effect.reason, on: effect.on }),
      )
    case 'clocksStopped':
      return withClocks(p, (clock) => stop(clock, effect.on))
    case 'clockTold':
      return {
        ...p,
        clocks: p.clocks.map((row) => (row.id === effect.clockId ? { ...row, colourTold: effect.colour } : row)),
      }
    case 'rated':
      return { ...p, stars: effect.stars }
  }
}

function openedStep(
  effect: Extract<Effect, { kind: 'stepOpened' }>,
  event: CaseEvent,
  calendar: Calendar,
  today: Day,
): StepRow {
  const due =
    effect.limitDays === null ? null : dueOn(startClock('stepLimit', today, effect.limitDays), calendar, today)
  return {
    id: effect.stepId,
    key: effect.key,
    kind: effect.stepKind,
    groupKey: effect.group,
    state: 'open',
    holderKey: effect.holderKey,
    claimedBy: null,
    openedAt: event.at,
    doneAt: null,
    outcome: null,
    dueOn: due?.day ?? null,
    dueProvisional: due?.provisional ?? false,
    foreignSystem: effect.foreignSystem,
    foreignNumber: null,
    foreignStatus: null,
    learntAt: null,
    learntBy: null,
    staleAfterDays: effect.staleAfterDays,
    staleToldAt: null,
  }
}

function withStep(p: Projection, stepId: string, change: (step: StepRow) => StepRow): Projection {
  return { ...p, steps: p.steps.map((step) => (step.id === stepId ? change(step) : step)) }
}

function withClocks(p: Projection, change: (clock: Clock) => Clock): Projection {
  return { ...p, clocks: p.clocks.map((row) => ({ ...row, clock: change(row.clock) })) }
}

/** The case is due when its promised limit ends; without one, its statutory limit. */
function withDueDates(p: Projection, calendar: Calendar, today: Day): Projection {
  const clocks = p.clocks.map((row) => {
    const due = dueOn(row.clock, calendar, today)
    return { ...row, dueOn: due.day, provisional: due.provisional }
  })
  const leading =
    clocks.find((row) => row.clock.kind === 'promisedLimit') ??
    clocks.find((row) => row.clock.kind === 'statutoryLimit')
  return { ...p, clocks, dueOn: leading?.dueOn ?? p.dueOn, dueProvisional: leading?.provisional ?? p.dueProvisional }
}
