import type { Acting } from '#kernel/access/door.ts'
import { append } from '#kernel/audit/door.ts'
import type { LoadedCase } from './case-row.ts'
import { type NewCaseEvent, recordEvent } from './record-event.ts'

/** What a sweep or a subscription does to a locked case, with the audit entry that an action gets from its pipeline. */
export async function recordAsJob(ctx: Acting, subject: LoadedCase, event: NewCaseEvent): Promise<LoadedCase> {
  const after = await recordEvent(ctx, subject, event)
  await auditJob(ctx, after, event.operation)
  return after
}

export async function auditJob(ctx: Acting, subject: LoadedCase, verb: string): Promise<void> {
  const person = subject.projection.applicantPersonId
  await append(ctx.tx, {
    verb,
    outcome: 'done',
    channel: 'system',
    at: ctx.now,
    caseId: subject.id,
    subjects: person ? [person] : [],
    purpose: `case:${subject.number}`,
  })
}
