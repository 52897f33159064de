import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export type RuleFacts = Record<string, string | number | boolean>

/** 本市户籍: the registered division is one of Shanghai's (GB/T 2260: 31). */
export const registeredInCity = (division: string) => division.startsWith('31')

interface Row {
  id: string
  sex: string
  birthOn: string | null
  registeredDivision: string | null
}

/** What rules ask about many people at once: no name, no number, nothing that has to be decrypted. */
export async function ruleFacts(tx: Tx, personIds: readonly string[]): Promise<Map<string, RuleFacts>> {
  const { rows } = await sql<Row>`
    select id, sex, birth_on as "birthOn", registered_division as "registeredDivision"
    from registry.person where id = any (${personIds}::uuid[]) and died_on is null`.execute(tx)
  return new Map(rows.map((row) => [row.id, factsOf(row)]))
}

function factsOf({ sex, birthOn, registeredDivision }: Row): RuleFacts {
  return {
    ...(sex === 'unknown' ? {} : { sex }),
    ...(birthOn ? { birthOn } : {}),
    ...(registeredDivision ? { registeredDivision, registeredInCity: registeredInCity(registeredDivision) } : {}),
  }
}
