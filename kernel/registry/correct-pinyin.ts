import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import { nameSearchKeys } from './name-pinyin.ts'

/** Staff put the reading that the person uses in place of the proposed one; false when out of sight, not permitted or changed meanwhile. */
export async function correctPinyin(
  tx: Tx,
  change: { personId: string; pinyin: string; version: number; now: string },
): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    update registry.person set name_pinyin = ${change.pinyin}, updated_at = ${change.now}, version = version + 1
    where id = ${change.personId} and version = ${change.version} returning name`.execute(tx)
  const row = rows[0]
  if (!row) return false
  await sql`delete from registry.person_search_key where person_id = ${change.personId}`.execute(tx)
  await sql`insert into registry.person_search_key (person_id, key)
    select ${change.personId}, unnest(${nameSearchKeys(row.name, change.pinyin)}::text[])`.execute(tx)
  return true
}
