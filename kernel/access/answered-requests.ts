import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'

/** Reserves an Idempotency-Key, or finds the answer of the call that used it; a rival still under way is waited for. */
export async function reserve(
  tx: Tx,
  operation: string,
  key: string,
  digest: Buffer,
): Promise<{ answer: unknown } | null> {
  const made = await sql`
    insert into access.answered_request (account_id, operation, key, request_digest)
    values (access.account_id(), ${operation}, ${key}, ${digest}) on conflict do nothing returning 1`.execute(tx)
  if (made.rows.length > 0) return null
  const { rows } = await sql<{ request_digest: Buffer; answer: unknown }>`
    select request_digest, answer from access.answered_request
    where account_id = access.account_id() and operation = ${operation} and key = ${key}`.execute(tx)
  const earlier = rows[0]
  if (!earlier) throw problem('conflict', { reason: 'platform.try-again' })
  if (!earlier.request_digest.equals(digest)) throw problem('key-reused')
  return { answer: earlier.answer }
}

export async function keep(tx: Tx, operation: string, key: string, answer: unknown): Promise<void> {
  await sql`update access.answered_request set answer = ${JSON.stringify(answer ?? null)}::jsonb
    where account_id = access.account_id() and operation = ${operation} and key = ${key}`.execute(tx)
}
