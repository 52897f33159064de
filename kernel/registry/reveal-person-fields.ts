import { sql } from 'kysely'
import { decryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import type { Tx } from '#platform/contract.ts'

export type RevealedField = 'idNumber' | 'phones'

export interface Revealed {
  idNumber?: string | null
  phones?: { id: string; number: string }[]
}

/** The full values of the fields that were asked for, of phones those in use on the day; null when the person is absent or out of sight. The caller audits it. */
export async function revealPersonFields(
  tx: Tx,
  keys: KeyRing,
  personId: string,
  fields: readonly RevealedField[],
  on: string,
): Promise<Revealed | null> {
  const { rows } = await sql<{ cipher: Buffer | null }>`
    select id_number_cipher as cipher from registry.person where id = ${personId}`.execute(tx)
  const row = rows[0]
  if (!row) return null
  const revealed: Revealed = {}
  if (fields.includes('idNumber')) revealed.idNumber = row.cipher && decryptValue(keys, 'idNumber', row.cipher)
  if (fields.includes('phones')) {
    const phones = await sql<{ id: string; cipher: Buffer }>`
      select id, number_cipher as cipher from registry.person_phone where person_id = ${personId} and during @> ${on}::date
      order by preferred desc, lower(during) desc`.execute(tx)
    revealed.phones = phones.rows.map(({ id, cipher }) => ({ id, number: decryptValue(keys, 'phone', cipher) }))
  }
  return revealed
}
