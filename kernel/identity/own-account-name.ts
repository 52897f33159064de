import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

/** What the caller's own account is called; row security shows him no other. */
export async function ownAccountName(tx: Tx): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select display_name as name from identity.account where id = access.account_id()`.execute(tx)
  return rows[0]?.name ?? ''
}
