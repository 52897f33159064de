import { sql } from 'kysely'
import type { Acting } from '#kernel/access/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { newId } from '#platform/ids.ts'
import type { LoadedCase } from './case-row.ts'
import { changedRows } from './changed-rows.ts'
import { currentCalendar } from './current-calendar.ts'
import type { Effect, EventPayload } from './effects.ts'
import { applyEvent } from './projection.ts'

export interface NewCaseEvent {
  /** `module.action`: also the permission that the database asks for. */
  operation: string
  effects: Effect[]
  /** Ids and codes for the timeline; words go to `note`. */
  detail?: Record<string, string | number | boolean | null>
  note?: string | undefined
}

/** Appends one event to a locked case and brings its rows up to date. Throws `changed-meanwhile` when the caller saw an older version. */
export async function recordEvent(ctx: Acting, subject: LoadedCase, event: NewCaseEvent): Promise<LoadedCase> {
  const before = subject.projection
  if (ctx.expectedVersion !== undefined && ctx.expectedVersion !== before.version) throw problem('changed-meanwhile')
  const eventId = newId()
  const seq = before.version + 1
  const payload: EventPayload = {
    effects: event.effects,
    by: { kind: ctx.actor.kind, post: ctx.actor.posts[0]?.name ?? null },
    ...(event.detail ? { detail: event.detail } : {}),
  }
  const calendar = await currentCalendar(ctx.tx)
  const after = applyEvent(
    before,
    { seq, operation: event.operation, at: ctx.now, accountId: ctx.actor.accountId, effects: event.effects },
    calendar,
  )
  const { steps, clocks, row } = changedRows(before, after)
  await sql`select cases.record(${subject.id}, ${eventId}, ${seq}, ${event.operation}, ${ctx.now}, ${JSON.stringify(payload)}::jsonb,
    ${event.note?.trim() || null}, ${steps && JSON.stringify(steps)}::jsonb, ${clocks && JSON.stringify(clocks)}::jsonb,
    ${JSON.stringify(row)}::jsonb)`.execute(ctx.tx)
  return { ...subject, projection: after }
}
