import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export interface OrganisationCard {
  id: string
  name: string
  creditCode: string
  committeeId: string | null
  subdistrictId: string
}

/** Organisations are public facts (国家企业信用信息公示系统); null when there is none. */
export async function organisationCard(tx: Tx, organisationId: string): Promise<OrganisationCard | null> {
  const { rows } = await sql<OrganisationCard>`
    select id, name, credit_code as "creditCode", committee_id as "committeeId", subdistrict_id as "subdistrictId"
    from registry.organisation where id = ${organisationId} and closed_on is null`.execute(tx)
  return rows[0] ?? null
}
