import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import { anonymous } from './actor.ts'
import type { Acting } from './define.ts'

/** Inside a transaction that the queue opened as `system:<job>`. What it may do is the database's knowledge alone. */
export function asJob(tx: Tx, job: string, now: string): Acting {
  return { tx, actor: { ...anonymous, kind: 'system', job }, now, today: dayOf(now), expectedVersion: undefined }
}
