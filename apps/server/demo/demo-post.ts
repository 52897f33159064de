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
  /** Sets out with what was taken, behind what is still on its way; the stories go on meanwhile. */
  deliver(now: string): Promise<void>
}

export function demoPost(worker: Kysely<unknown>): DemoPost {
  const subscriptions = modules.flatMap((module) => module.subscriptions ?? [])
  let waiting: Emitted[] = []
  let last = Promise.resolve()
  const bring = async (events: readonly Emitted[], now: string) => {
    for (const { name, caseId = null, ids = {} } of events) {
      for (const one of subscriptions.filter(({ event }) => event === name)) {
        await runAsSystem(worker, one.consumer, (tx) => one.run(tx, { name, eventId: newId(), caseId, ids }, now))
      }
    }
  }
  return {
    take: (events) => void waiting.push(...events),
    deliver(now) {
      const events = waiting
      waiting = []
      last = last.then(() => bring(events, now))
      // Whoever waits for it is told of the failure.
      last.catch(() => undefined)
      return last
    },
  }
}
