import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export interface NamedPerson {
  id: string
  name: string
}

/** Names of persons in the caller's sight. */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<NamedPerson[]> {
  const { rows } = await sql<NamedPerson>`
    select id, name from registry.person where id = any (${ids}::uuid[]) order by name`.execute(tx)
  return rows
}

/** Whom these persons are guardians of on a day. */
export async function wardsOf(tx: Tx, guardians: readonly string[], on: string): Promise<NamedPerson[]> {
  const { rows } = await sql<NamedPerson>`
    select distinct p.id, p.name from registry.guardianship g join registry.person p on p.id = g.ward_id
    where g.guardian_id = any (${guardians}::uuid[]) and g.during @> ${on}::date order by p.name`.execute(tx)
  return rows
}
