import { randomInt } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { KeyRing } from '#kernel/crypto/door.ts'
import { keyedHash } from './keyed-hash.ts'

export const BINDING_CODE_MINUTES = 15

/** Eight digits on the resident's own screen, for the clerk who has the person and the document before her. */
export async function showBindingCode(
  keys: KeyRing,
  tx: Kysely<unknown>,
  { accountId }: { accountId: string },
): Promise<string> {
  const code = String(randomInt(100_000_000)).padStart(8, '0')
  await sql`insert into identity.binding_code (account_id, code_hash) values (${accountId}, ${digest(keys, code)})`.execute(
    tx,
  )
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** The account that shows the code, once; null for any other code. */
export async function spendBindingCode(
  keys: KeyRing,
  tx: Kysely<unknown>,
  { code }: { code: string },
): Promise<string | null> {
  const typed = code.normalize('NFKC').replace(/\D/g, '')
  const { rows } = await sql<{ account: string | null }>`
    select identity.spend_binding_code(${digest(keys, typed)}) as account`.execute(tx)
  return rows[0]?.account ?? null
}

function digest(keys: KeyRing, code: string): Buffer {
  return keyedHash(keys.indexKey.toString('base64'))('binding', code)
}
