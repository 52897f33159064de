import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { Effect, EventPayload } from './effects.ts'

export interface TimelineEntry {
  seq: number
  operation: string
  at: string
  /** What the holder of the account is called to others: the post's name, never a private name. */
  byPost: string | null
  byKind: EventPayload['by']['kind']
  effects: Effect[]
  detail: Record<string, string | number | boolean | null>
  note: string | null
}

/** The events of a case, oldest first, with the words that were written beside them. */
export async function timeline(tx: Tx, caseId: string): Promise<TimelineEntry[]> {
  const { rows } = await sql<
    Omit<TimelineEntry, 'effects' | 'detail' | 'byPost' | 'byKind'> & { payload: EventPayload }
  >`
    select e.seq, e.operation, e.at, e.payload,
      (select string_agg(n.text, E'\n' order by n.id) from cases.note n where n.event_id = e.id) as note
    from cases.event e where e.case_id = ${caseId} order by e.seq`.execute(tx)
  return rows.map(({ payload, ...row }) => ({
    ...row,
    byKind: payload.by.kind,
    byPost: payload.by.post,
    effects: payload.effects,
    detail: payload.detail ?? {},
  }))
}
