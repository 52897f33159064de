import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob, runAsSystem } from '#kernel/jobs/door.ts'
import type { Tx } from '#platform/contract.ts'
import type { AddressBook, NotificationProvider } from './provider.ts'
import { type Channel, renderTemplate } from './render.ts'

export interface Sending {
  provider: NotificationProvider
  addressBook: AddressBook
  /** Signs a message whose notice names no office. */
  office: string
  /** How long a provider may take; after that nobody knows what happened. */
  timeoutMs?: number
}

interface Claimed {
  id: string
  attempts: number
  channel: Exclude<Channel, 'inApp'>
  holder_key: string
  template: string
  params: Record<string, string | number>
}

const BATCH = 20
const MAX_ATTEMPTS = 8
const SEND = 'notifications.send'

/**
 * Two transactions a message: the first writes down that it may have been sent from now on, the second sends it while
 * holding its row. Killed between them, or before the answer is written, the row stays `sending` and is reconciled by its id.
 */
export const sendJob = (sending: Sending) =>
  defineJob({
    name: SEND,
    cron: '* * * * *',
    input: z.object({}),
    async run(_input, { db, signal }) {
      while (!signal.aborted) {
        const ids = await runAsSystem(db, SEND, claim)
        for (const { id, attempts } of ids) await runAsSystem(db, SEND, (tx) => sendOne(tx, id, attempts, sending))
        if (ids.length < BATCH) return
      }
    },
  })

async function claim(tx: Tx): Promise<{ id: string; attempts: number }[]> {
  const { rows } = await sql<{ id: string; attempts: number }>`
    update notifications.outbox set state = 'sending', attempts = attempts + 1, claimed_at = now()
    where id in (select id from notifications.outbox where state = 'queued' and next_at <= now()
      order by next_at limit ${BATCH} for update skip locked)
    returning id, attempts
  `.execute(tx)
  return rows
}

/** The row is held until the answer is written, so that no reconciliation meets a message on its way. */
async function sendOne(
  tx: Tx,
  id: string,
  attempts: number,
  { provider, addressBook, office, timeoutMs = 8_000 }: Sending,
): Promise<void> {
  const { rows } = await sql<Claimed>`
    select o.id, o.attempts, o.channel, n.holder_key, n.template, n.params
    from notifications.outbox o join notifications.notice n on n.id = o.notice_id
    where o.id = ${id} and o.state = 'sending' and o.attempts = ${attempts} for update of o
  `.execute(tx)
  const row = rows[0]
  if (!row) return
  const reached = await addressBook.addressOf(tx, row.holder_key, row.channel)
  if (!reached) return settle(tx, id, { state: 'failed', reason: 'no-address', provider: provider.name })
  const text = await renderTemplate(tx, row.template, row.channel, reached.language, { office, ...row.params })
  const message = { id, channel: row.channel, address: reached.address, title: text.title, body: text.body }
  try {
    const answer = await provider.send(message, AbortSignal.timeout(timeoutMs))
    if (answer.accepted)
      return settle(tx, id, { state: 'sent', providerId: answer.providerId, provider: provider.name })
    await settle(tx, id, {
      state: attempts < MAX_ATTEMPTS ? 'queued' : 'failed',
      reason: answer.reason,
      provider: provider.name,
    })
  } catch {
    await settle(tx, id, { state: 'ambiguous', reason: 'no-answer', provider: provider.name })
  }
}

export interface Settled {
  state: 'sent' | 'queued' | 'failed' | 'ambiguous'
  provider: string
  providerId?: string
  reason?: string
}

/** A repetition waits 4, 16, 64 … seconds, an unclear message a minute. */
export async function settle(tx: Tx, id: string, { state, provider, providerId, reason }: Settled): Promise<void> {
  await sql`
    update notifications.outbox set state = ${state}, provider = ${provider}, provider_id = ${providerId ?? null}, reason = ${reason ?? null},
      sent_at = case when ${state} = 'sent' then now() end,
      next_at = case ${state} when 'queued' then now() + interval '1 second' * power(4, least(attempts, 7))
        when 'ambiguous' then now() + interval '1 minute' else next_at end
    where id = ${id}
  `.execute(tx)
}
