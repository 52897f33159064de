import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export interface LookAtOwn {
  at: string
  kind: string
  /** Null for a private person or a background job. */
  who: string | null
  post: string | null
  verb: string
  purpose: string | null
  reason: string | null
}

/** Who dealt with the persons to whom the caller's account is bound, newest first; his own looks are left out. */
export async function looksAtOwn(tx: Tx): Promise<LookAtOwn[]> {
  const { rows } =
    await sql<LookAtOwn>`select at, kind, who, post, verb, purpose, reason from audit.looks_at_own()`.execute(tx)
  return rows
}
