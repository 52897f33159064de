import { sql } from 'kysely'
import { blindIndex, type KeyRing } from '#kernel/crypto/door.ts'
import type { Tx } from '#platform/contract.ts'
import { maskIdNumber } from './mask.ts'
import { type PersonCard, personCard } from './person-card.ts'

/** 全市通办: by exact ID number, only the fields that the item binds; absent, outside and refused answer alike. */
export async function findForApplication(
  tx: Tx,
  keys: KeyRing,
  wanted: { idNumber: string; itemKey: string; fields: readonly string[] },
): Promise<(Record<string, unknown> & { personId: string }) | null> {
  const index = blindIndex(keys, 'idNumber', wanted.idNumber)
  const { rows } = await sql<{ found: (Record<string, unknown> & { personId: string }) | null }>`
    select registry.find_for_application(${index}, ${wanted.itemKey}, ${[...wanted.fields]}::text[]) as found`.execute(
    tx,
  )
  return rows[0]?.found ?? null
}

/** The person for whom an item is filed: in the caller's sight, or found today for this very item. */
export async function personForItem(
  tx: Tx,
  keys: KeyRing,
  personId: string,
  itemKey: string,
): Promise<PersonCard | null> {
  const inSight = await personCard(tx, keys, personId)
  if (inSight) return inSight
  const { rows } = await sql<{ home: Omit<PersonCard, 'idNumberMasked' | 'version'> | null }>`
    select registry.home_of_found(${personId}, ${itemKey}) as home`.execute(tx)
  const home = rows[0]?.home
  return home ? { ...home, idNumberMasked: maskIdNumber('0'.repeat(18)).replaceAll('0', '*'), version: 0 } : null
}
