import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export interface OpenCount {
  case_type: string
  state: string
  cases: number
}

/** For metrics: open cases by type and state; case types that are sensitive even as a number are left out. */
export async function openCounts(db: Tx): Promise<OpenCount[]> {
  return (await sql<OpenCount>`select * from cases.open_counts()`.execute(db)).rows
}
