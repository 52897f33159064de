import { randomInt } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { KeyRing } from '#kernel/crypto/door.ts'
import { keyedHash } from './keyed-hash.ts'

const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 12

/** For the letter alone: 59 random bits in three groups, kept as a keyed digest, good once within 30 days. */
export async function issuePostedCode(
  keys: KeyRing,
  tx: Kysely<unknown>,
  { accountId, personId, issuedBy }: { accountId: string; personId: string; issuedBy: string },
): Promise<string> {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  await sql`insert into identity.posted_code (account_id, person_id, code_hash, issued_by)
    values (${accountId}, ${personId}, ${digest(keys, accountId, code)}, ${issuedBy})`.execute(tx)
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** The person the account now speaks for; null alike for a wrong, a used, an expired and a stranger's code. */
export async function redeemPostedCode(
  keys: KeyRing,
  tx: Kysely<unknown>,
  { accountId, code }: { accountId: string; code: string },
): Promise<string | null> {
  const typed = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const { rows } = await sql<{ person: string | null }>`
    select identity.redeem_posted_code(${digest(keys, accountId, typed)}) as person`.execute(tx)
  return rows[0]?.person ?? null
}

function digest(keys: KeyRing, accountId: string, code: string): Buffer {
  return keyedHash(keys.indexKey.toString('base64'))('letter', `${accountId} ${code}`)
}
