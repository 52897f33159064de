import { sql } from 'kysely'
import { decryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import type { Tx } from '#platform/contract.ts'
import { maskIdNumber } from './mask.ts'

export interface PersonCard {
  id: string
  name: string
  sex: 'male' | 'female' | 'unknown'
  /** `YYYY-MM-DD` */
  birthOn: string | null
  idNumberMasked: string | null
  committeeId: string | null
  subdistrictId: string
  version: number
}

/** As much of a person as a case needs to be filed; null when absent or out of the caller's sight. */
export async function personCard(tx: Tx, keys: KeyRing, personId: string): Promise<PersonCard | null> {
  const { rows } = await sql<Omit<PersonCard, 'idNumberMasked'> & { idNumberCipher: Buffer | null }>`
    select p.id, p.name, p.sex, p.birth_on as "birthOn", p.id_number_cipher as "idNumberCipher", p.subdistrict_id as "subdistrictId", p.version,
      (select d.committee_id from registry.residency r join registry.dwelling d on d.id = r.dwelling_id
       where r.person_id = p.id and r.during @> current_date order by (r.kind = 'registeredOnly'), lower(r.during) desc limit 1) as "committeeId"
    from registry.person p where p.id = ${personId}`.execute(tx)
  const row = rows[0]
  if (!row) return null
  const { idNumberCipher, ...card } = row
  return {
    ...card,
    idNumberMasked: idNumberCipher ? maskIdNumber(decryptValue(keys, 'idNumber', idNumberCipher)) : null,
  }
}
