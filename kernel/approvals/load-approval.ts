import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { Approval, Voice } from './approval.ts'

export interface HeardVoice extends Voice {
  operation: string
  reason: string | null
  at: string | null
}

export interface LoadedApproval extends Approval {
  id: string
  subjectKind: string
  subjectId: string
  caseId: string | null
  openedAt: string
  closedAt: string | null
  voices: readonly HeardVoice[]
}

/** Null: there is none, or the caller does not see it. */
export async function loadApproval(tx: Tx, id: string): Promise<LoadedApproval | null> {
  return (await select(tx, { id }))[0] ?? null
}

/** All approvals of a subject, newest first. */
export function approvalsOf(tx: Tx, subjectKind: string, subjectId: string): Promise<LoadedApproval[]> {
  return select(tx, { subjectKind, subjectId })
}

async function select(
  tx: Tx,
  by: { id?: string; subjectKind?: string; subjectId?: string },
): Promise<LoadedApproval[]> {
  const { rows } = await sql<LoadedApproval>`
    select a.id, a.mode, a.state, a.requested_by as "requestedBy", a.subject_kind as "subjectKind", a.subject_id as "subjectId",
      a.case_id as "caseId", a.opened_at as "openedAt", a.closed_at as "closedAt",
      (select jsonb_agg(jsonb_build_object('position', v.position, 'holderKey', v.holder_key, 'operation', v.operation,
         'accountId', v.account_id, 'decision', v.decision, 'reason', v.reason, 'at', v.at) order by v.position)
       from approvals.voice v where v.approval_id = a.id) as voices
    from approvals.approval a
    where (a.id = ${by.id ?? null}::uuid or (a.subject_kind = ${by.subjectKind ?? null} and a.subject_id = ${by.subjectId ?? null}::uuid))
    order by a.id desc
  `.execute(tx)
  return rows
}
