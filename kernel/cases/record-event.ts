import { sql } from 'kysely'
import type { Ctx } from '#kernel/access/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { newId } from '#platform/ids.ts'
import type { LoadedCase } from './case-row.ts'
import { currentCalendar } from './current-calendar.ts'
import type { Effect, EventPayload } from './effects.ts'
import { applyEvent } from './projection.ts'
import { saveProjection } from './save-projection.ts'

export interface NewCaseEvent {
  /** `module.action`: also the permission that the database asks for. */
  operation: string
  effects: Effect[]
  /** Ids and codes for the timeline; words go to `note`. */
  detail?: Record<string, string | number | boolean | null>
  note?: string | undefined
}

/** Appends one event to a locked case and brings its rows up to date. Throws `changed-meanwhile` when the caller saw an older version. */
export async function recordEvent(ctx: Ctx, subject: LoadedCase, event: NewCaseEvent): Promise<LoadedCase> {
  const before = subject.projection
  if (ctx.expectedVersion !== undefined && ctx.expectedVersion !== before.version) throw problem('changed-meanwhile')
  const eventId = newId()
  const seq = before.version + 1
  const payload: EventPayload = {
    effects: event.effects,
    by: { kind: ctx.actor.kind, post: ctx.actor.posts[0]?.name ?? null },
    ...(event.detail ? { detail: event.detail } : {}),
  }
  await sql`insert into cases.event (id, case_id, seq, operation, at, account_id, job, payload)
    values (${eventId}, ${subject.id}, ${seq}, ${event.operation}, ${ctx.now}, access.account_id(), access.job_name(),
      ${JSON.stringify(payload)}::jsonb)`.execute(ctx.tx)
  if (event.note?.trim()) {
    await sql`insert into cases.note (event_id, case_id, text) values (${eventId}, ${subject.id}, ${event.note.trim()})`.execute(
      ctx.tx,
    )
  }
  const calendar = await currentCalendar(ctx.tx)
  const after = applyEvent(
    before,
    { seq, operation: event.operation, at: ctx.now, accountId: ctx.actor.accountId, effects: event.effects },
    calendar,
  )
  await saveProjection(ctx.tx, subject.id, eventId, before, after)
  return { ...subject, projection: after }
}
