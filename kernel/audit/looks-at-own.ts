import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export interface LookAtOwn {
  at: string
  /** By the caller's own account. */
  own: boolean
  kind: 'staff' | 'resident' | 'machine' | 'system'
  /** The name of a system; a person is never named. */
  machine: string | null
  post: string | null
  verb: string
  purpose: string | null
  reason: string | null
}

/** Who dealt with the persons to whom the caller's account is bound, newest first; of one's own looks the last twenty. */
export async function looksAtOwn(tx: Tx): Promise<LookAtOwn[]> {
  const { rows } =
    await sql<LookAtOwn>`select at, own, kind, machine, post, verb, purpose, reason from audit.looks_at_own()`.execute(
      tx,
    )
  return rows
}
