import { sql } from 'kysely'
import type { Calendar } from '#kernel/calendar/door.ts'
import type { Tx } from '#platform/contract.ts'
import type { CaseEvent, Effect } from './effects.ts'
import { loadCase } from './load-case.ts'
import { applyEvent, emptyProjection, type Projection } from './projection.ts'

/** The rows of a case as its events alone give them. */
export async function rebuildProjection(tx: Tx, caseId: string, calendar: Calendar): Promise<Projection> {
  const { rows } = await sql<Omit<CaseEvent, 'effects'> & { payload: { effects: Effect[] } }>`
    select seq, operation, at, account_id as "accountId", payload from cases.event where case_id = ${caseId} order by seq`.execute(
    tx,
  )
  return rows.reduce(
    (p, { payload, ...event }) => applyEvent(p, { ...event, effects: payload.effects }, calendar),
    emptyProjection,
  )
}

/** Names of the fields in which the stored rows differ from the rebuilt ones; empty when all agree. */
export async function differencesFromEvents(tx: Tx, caseId: string, calendar: Calendar): Promise<string[]> {
  const stored = (await loadCase(tx, caseId, 'read'))?.projection
  if (!stored) return ['case']
  const rebuilt = await rebuildProjection(tx, caseId, calendar)
  return (Object.keys(rebuilt) as (keyof Projection)[]).filter(
    (field) => canonical(stored[field]) !== canonical(rebuilt[field]),
  )
}

function canonical(value: unknown): string {
  if (Array.isArray(value) && value.every((row) => row && typeof row === 'object' && 'id' in row)) {
    return JSON.stringify([...value].sort((a, b) => (a.id < b.id ? -1 : 1)).map((row) => canonical(row)))
  }
  if (value && typeof value === 'object') {
    return JSON.stringify(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => [key, canonical(part)]),
    )
  }
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString()
  return JSON.stringify(value)
}
