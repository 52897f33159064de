import { sql } from 'kysely'
import type { AuditFacts, Tx } from '#platform/contract.ts'

/** Appends one entry in the caller's transaction. Who acts is not said here: the database knows it from the session. */
export async function append(
  tx: Tx,
  entry: AuditFacts & { verb: string; outcome: 'done' | 'refused' | 'failed'; channel: string; at: string },
): Promise<void> {
  await sql`select audit.append(${entry.verb}, ${entry.outcome}, ${entry.channel}, ${entry.at}::timestamptz, ${entry.caseId ?? null}::uuid,
    ${entry.subjects ?? []}::uuid[], ${entry.purpose ?? null}, ${JSON.stringify(entry.detail ?? {})}::jsonb, ${entry.reason ?? null})`.execute(
    tx,
  )
}
