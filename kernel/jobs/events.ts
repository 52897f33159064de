import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { IdsOnly } from './add-job.ts'

/** `applications.accepted@1`: module, what happened, version. */
export interface NewEvent {
  name: string
  /** Events of one case arrive in order; without a case there is none. */
  caseId?: string
  ids?: IdsOnly
}

export interface DeliveredEvent {
  name: string
  eventId: string
  caseId: string | null
  ids: Record<string, unknown>
}

/** A line in the consumer's `module.ts`. The effect of `run` and the mark that it happened are one transaction. */
export interface Subscription {
  consumer: string
  event: string
  run(tx: Tx, event: DeliveredEvent, now: string): Promise<void>
}

const EVENT = /^[a-z][a-z-]*\.[a-zA-Z]+@\d+$/

/** Who listens to what, told once at start by the list of modules; the same in web and worker. */
export function createSubscriptions(subscriptions: readonly Subscription[]) {
  const byEvent = new Map<string, Subscription[]>()
  for (const one of subscriptions) {
    if (!EVENT.test(one.event)) throw new Error(`event ${one.event}: an event is named module.happened@version`)
    const known = byEvent.get(one.event) ?? []
    if (known.some((other) => other.consumer === one.consumer))
      throw new Error(`${one.consumer} subscribes to ${one.event} twice`)
    byEvent.set(one.event, [...known, one])
  }
  return {
    consumersOf: (event: string) => (byEvent.get(event) ?? []).map((one) => one.consumer),
    find: (consumer: string, event: string) => byEvent.get(event)?.find((one) => one.consumer === consumer),
    consumers: () => [...new Set(subscriptions.map((one) => one.consumer))],
  }
}

export type Subscriptions = ReturnType<typeof createSubscriptions>

let current: Subscriptions = createSubscriptions([])

export function setSubscriptions(subscriptions: readonly Subscription[]): Subscriptions {
  current = createSubscriptions(subscriptions)
  return current
}

/** Adds one delivery per subscription in the caller's transaction. Call it while holding the case, so that order is true. */
export async function emitEvent(tx: Tx, { name, caseId, ids = {} }: NewEvent): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select jobs.emit(${name}, ${caseId ?? null}::uuid, ${JSON.stringify(ids)}::jsonb, ${current.consumersOf(name)}::text[]) as id
  `.execute(tx)
  return rows[0]!.id
}
