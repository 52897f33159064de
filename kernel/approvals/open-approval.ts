import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { ApprovalMode } from './approval.ts'

export interface NewApproval {
  subjectKind: string
  subjectId: string
  /** Whoever sees the case sees its approvals. */
  caseId?: string
  mode: ApprovalMode
  /** In order. `operation` is what the speaker must be permitted to do. For two persons: the one beside the requester. */
  asked: readonly { holderKey: string; operation: string }[]
  at: string
}

/** Opens an approval in the caller's transaction; the caller is the requester. One open approval per subject. */
export async function openApproval(
  tx: Tx,
  { subjectKind, subjectId, caseId, mode, asked, at }: NewApproval,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select approvals.open(${subjectKind}, ${subjectId}::uuid, ${mode}, ${caseId ?? null}::uuid, ${JSON.stringify(asked)}::jsonb, ${at}::timestamptz) as id
  `.execute(tx)
  return rows[0]!.id
}

/** Only the requester withdraws; false if it was closed already. */
export async function withdrawApproval(tx: Tx, id: string, at: string): Promise<boolean> {
  const { rows } = await sql<{
    withdrawn: boolean
  }>`select approvals.withdraw(${id}::uuid, ${at}::timestamptz) as withdrawn`.execute(tx)
  return rows[0]!.withdrawn
}
