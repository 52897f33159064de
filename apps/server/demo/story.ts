import type pg from 'pg'
import { addDays, type Calendar, isWorkingDay } from '#kernel/calendar/door.ts'
import type { KeyRing } from '#kernel/crypto/door.ts'
import type { Identity } from '#kernel/identity/door.ts'
import type { TestClock } from '#platform/clock.ts'
import type { Composition } from '../compose.ts'
import type { DemoApplicant } from './demo-people.ts'
import type { DemoPost } from './demo-post.ts'
import type { Plan } from './moves.ts'

/** What a run of stories has at hand. */
export interface CaseRun {
  owner: pg.Client
  keys: KeyRing
  identity: Identity
  composition: Composition
  post: DemoPost
  clock: TestClock
  calendar: Calendar
  /** `YYYY-MM-DD`: the last day of the stories. */
  today: string
  /** Nothing happens after this instant, however early in the day the demo is made. */
  until: string
  count: number
  onProgress(done: number, all: number): void
}

/** One plan as it happens to somebody. */
export interface Story {
  plan: Plan
  person: DemoApplicant
  resident: string | null
  clerk: string
  caseId: string | null
  /** Index of the next move; -1 is the filing. */
  next: number
  at: string
  /** Its last events have reached their subscribers. */
  told: Promise<void>
  /** Spreads the stories over the office hours. */
  order: number
}

/** Office hours in Shanghai on the first working day that many days after an instant. */
export function workingInstant(calendar: Calendar, from: string, days: number, order: number): string {
  let day = addDays(from.slice(0, 10), days)
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return instantOn(day, days, order)
}

/** From nine to four in Shanghai, spread by the story. */
export function instantOn(day: string, days: number, order: number): string {
  const minute = (order * 37 + days * 11) % 420
  return `${day}T${String(1 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`
}
