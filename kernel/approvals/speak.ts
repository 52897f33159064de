import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { type VoiceDecision, voiceOf } from './approval.ts'
import { type LoadedApproval, loadApproval } from './load-approval.ts'

export interface Said {
  approvalId: string
  accountId: string
  decision: VoiceDecision
  reason?: string | undefined
  at: string
}

/** What the database says of the rules that approval.ts knows too: only a race gets as far as that. */
const raced: Record<string, string> = {
  LI010: 'approvals.closed',
  LI011: 'approvals.spoken-already',
  LI012: 'approvals.own-request',
  LI013: 'approvals.not-your-turn',
}

/** Speaks with the first voice that is the caller's to use now and returns the approval as it then stands. */
export async function speak(tx: Tx, { approvalId, accountId, decision, reason, at }: Said): Promise<LoadedApproval> {
  await sql`select approvals.hold(${approvalId}::uuid)`.execute(tx)
  const approval = await loadApproval(tx, approvalId)
  if (!approval) throw problem('not-found')
  const keys = await speakingKeys(tx, approval)
  const mine = voiceOf(approval, accountId, keys)
  if ('why' in mine) throw problem('refused', { reason: mine.why })
  if (decision === 'refused' && !reason)
    throw problem('invalid-input', { fields: [{ path: 'reason', reason: 'approvals.reason-needed' }] })
  try {
    const { numAffectedRows } = await sql`
      update approvals.voice set account_id = ${accountId}::uuid, decision = ${decision}, reason = ${reason ?? null}, at = ${at}::timestamptz
      where approval_id = ${approvalId}::uuid and position = ${mine.voice.position}
    `.execute(tx)
    if (numAffectedRows !== 1n) throw problem('conflict', { reason: 'approvals.spoken-already' })
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    const why = constraint === 'nobody_speaks_twice' ? 'approvals.spoken-already' : raced[code ?? '']
    throw why ? problem('conflict', { reason: why, cause: error }) : error
  }
  return (await loadApproval(tx, approvalId))!
}

/** The caller's keys that permit what the voices ask for; one operation is the rule, several are possible. */
async function speakingKeys(tx: Tx, approval: LoadedApproval): Promise<string[]> {
  const operations = [...new Set(approval.voices.map((voice) => voice.operation))]
  const { rows } = await sql<{ key: string }>`
    select distinct k.key from unnest(${operations}::text[]) as o(operation), unnest(access.operation_keys(o.operation)) as k(key)
  `.execute(tx)
  return rows.map((row) => row.key)
}
