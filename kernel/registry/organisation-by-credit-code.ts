import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import { checkCreditCode } from './credit-code.ts'
import type { NamedPerson } from './wards.ts'

export async function organisationByCreditCode(tx: Tx, typed: string): Promise<NamedPerson | null> {
  const checked = checkCreditCode(typed)
  if (!checked.ok) return null
  const { rows } = await sql<NamedPerson>`
    select id, name from registry.organisation where credit_code = ${checked.code} and closed_on is null`.execute(tx)
  return rows[0] ?? null
}
