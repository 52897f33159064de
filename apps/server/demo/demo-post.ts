import type { Kysely } from 'kysely'
import { runAsSystem } from '#kernel/jobs/door.ts'
import type { Emitted } from '#platform/contract.ts'
import { newId } from '#platform/ids.ts'
import { modules } from '../modules.ts'

/**
 * Takes the events of the demo's actions to their subscribers on the day of the story. Left to the queue, all would be told
 * once the server has started: notices of August and remedies of October would all be of today.
 */
export interface DemoPost {
  take(events: readonly Emitted[]): void
  deliver(now: string): Promise<void>
}

export function demoPost(worker: Kysely<unknown>): DemoPost {
  const subscriptions = modules.flatMap((module) => module.subscriptions ?? [])
  let waiting: Emitted[] = []
  return {
    take: (events) => void waiting.push(...events),
    async deliver(now) {
      const events = waiting
      waiting = []
      for (const { name, caseId = null, ids = {} } of events) {
        for (const one of subscriptions.filter(({ event }) => event === name)) {
          await runAsSystem(worker, one.consumer, (tx) => one.run(tx, { name, eventId: newId(), caseId, ids }, now))
        }
      }
    },
  }
}
