import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export interface Birthday {
  personId: string
  age: number
  on: string
}

/** Who reaches one of these ages after `from` and not later than `until`, by id. 29 February counts as in docs/decisions. */
export async function birthdaysBetween(
  tx: Tx,
  wanted: { ages: readonly number[]; from: string; until: string; after: string; limit: number },
): Promise<Birthday[]> {
  const { rows } = await sql<Birthday>`
    select p.id as "personId", a.age, (p.birth_on + make_interval(years => a.age))::date as on
    from unnest(${wanted.ages}::integer[]) as a (age)
    join registry.person p on p.birth_on >= (${wanted.from}::date - make_interval(years => a.age))::date - 1
      and p.birth_on <= (${wanted.until}::date - make_interval(years => a.age))::date + 1
    where p.died_on is null and p.id > ${wanted.after}::uuid
      and (p.birth_on + make_interval(years => a.age))::date > ${wanted.from}::date
      and (p.birth_on + make_interval(years => a.age))::date <= ${wanted.until}::date
    order by p.id limit ${wanted.limit}`.execute(tx)
  return rows
}
