import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob, runAsSystem } from '#kernel/jobs/door.ts'
import type { Tx } from '#platform/contract.ts'
import { settle } from './messages-sweep.ts'
import type { NotificationProvider } from './provider.ts'

const RECONCILE = 'notifications.reconcile'

/** Asks the provider what became of the messages whose answer nobody has: taken → sent, not taken → queued again. */
export const reconcileJob = (provider: NotificationProvider, restSeconds = 20) =>
  defineJob({
    name: RECONCILE,
    cron: '* * * * *',
    input: z.object({}),
    async run(_input, { db, signal, log }) {
      while (!signal.aborted && (await runAsSystem(db, RECONCILE, (tx) => reconcileOne(tx, provider, restSeconds)))) {
        log.info('message reconciled')
      }
    },
  })

/** SKIP LOCKED leaves out a message that is being sent at this moment: its row is held. */
export async function reconcileOne(tx: Tx, provider: NotificationProvider, restSeconds: number): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select id from notifications.outbox
    where (state = 'sending' and claimed_at < now() - make_interval(secs => ${restSeconds}))
       or (state = 'ambiguous' and next_at <= now())
    order by next_at limit 1 for update skip locked
  `.execute(tx)
  const id = rows[0]?.id
  if (!id) return false
  try {
    const found = await provider.find(id)
    await settle(
      tx,
      id,
      found
        ? { state: 'sent', provider: provider.name, providerId: found.providerId }
        : { state: 'queued', provider: provider.name, reason: 'not-taken' },
    )
  } catch {
    await settle(tx, id, { state: 'ambiguous', provider: provider.name, reason: 'provider-silent' })
  }
  return true
}
