import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Tx } from '#platform/contract.ts'
import type { DeliveredEvent, Subscriptions } from './events.ts'
import { runAsSystem } from './run-as-system.ts'

export interface Delivery {
  jobId: number
  consumer: string
  payload: Record<string, unknown>
  queue: Pool
  db: Tx
  subscriptions: Subscriptions
  now: string
}

export class EarlierEventPending extends Error {
  override name = 'EarlierEventPending'
}

/** At least once from the queue, once in effect: the consumer's mark and its change commit together. */
export async function deliverEvent({
  jobId,
  consumer,
  payload,
  queue,
  db,
  subscriptions,
  now,
}: Delivery): Promise<void> {
  const { rows } = await queue.query<{ back: boolean }>('select jobs.step_back($1) as back', [jobId])
  if (rows[0]?.back) throw new EarlierEventPending()
  const {
    event: name,
    eventId,
    caseId,
    ...ids
  } = payload as Record<string, unknown> & Record<'event' | 'eventId' | 'caseId', string>
  const event: DeliveredEvent = { name, eventId, caseId, ids }
  const subscription = subscriptions.find(consumer, name)
  // A subscription that was removed after the event: nobody is left to tell.
  if (!subscription) return
  await runAsSystem(db, consumer, async (tx) => {
    const { numAffectedRows } =
      await sql`insert into jobs.consumed (consumer, event_id) values (${consumer}, ${eventId}::uuid) on conflict do nothing`.execute(
        tx,
      )
    if (numAffectedRows === 1n) await subscription.run(tx, event, now)
  })
}
