import type { Day } from '#kernel/calendar/door.ts'
import type { ClockKind } from './clock.ts'

/**
 * What an event changed, in ids, codes and days. The rows of a case are nothing but its events' effects applied in
 * order, so whatever is not said here cannot be in a row.
 */
export type Effect =
  | { kind: 'state'; to: string; outcome?: string; closed?: boolean }
  | { kind: 'firstContact'; accountId: string }
  /** Who it is for, known from the start or identified at the window. */
  | { kind: 'applicantLinked'; personId: string }
  | {
      kind: 'stepOpened'
      stepId: string
      key: string
      stepKind: 'internal' | 'external'
      group: string | null
      holderKey: string
      limitDays: number | null
      foreignSystem: string | null
      staleAfterDays: number | null
    }
  | { kind: 'stepClaimed'; stepId: string; accountId: string }
  | { kind: 'stepReleased'; stepId: string }
  | {
      kind: 'stepLearnt'
      stepId: string
      how: 'file' | 'api' | 'typed'
      foreignNumber: string | null
      foreignStatus: string
    }
  | { kind: 'stepDone'; stepId: string; outcome: string; accountId: string | null }
  | { kind: 'stepCancelled'; stepId: string }
  | { kind: 'staleTold'; stepId: string }
  | {
      kind: 'clockStarted'
      clockId: string
      stepId: string | null
      clockKind: ClockKind
      startedOn: Day
      limitDays: number
    }
  | { kind: 'clocksPaused'; on: Day; reason: string }
  | { kind: 'clocksResumed'; on: Day }
  | { kind: 'clocksExtended'; on: Day; days: number; reason: string }
  | { kind: 'clocksStopped'; on: Day }
  | { kind: 'clockTold'; clockId: string; colour: 'yellow' | 'red' }
  | { kind: 'rated'; stars: number }

export interface CaseEvent {
  seq: number
  operation: string
  at: string
  accountId: string | null
  effects: Effect[]
}

/** What a row of cases.event keeps beside its columns. */
export interface EventPayload {
  effects: Effect[]
  /** The post in whose name it was done; others see the post, never a private name. */
  by: { kind: 'staff' | 'resident' | 'machine' | 'system' | 'anonymous'; post: string | null }
  detail?: Record<string, string | number | boolean | null>
}
