import type { z } from 'zod'
import { type Ctx, defineAction, type Linli } from '#kernel/access/door.ts'
import { type NewCaseEvent, recordEvent, type StepRow } from '#kernel/cases/door.ts'
import type { Action, AuditFacts, Caller } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import { type ApplicationVerb, applicationType } from './application.ts'
import { type Application, answerOf, loadApplication, updateApplication } from './application-queries.ts'
import { caseAnswer } from './contract.ts'
import { policies } from './policies.ts'

type OnCase = z.ZodType<{ caseId: string; stepId?: string }>
type Change = Parameters<typeof updateApplication>[2]

interface ActOnApplication<I extends OnCase> {
  name: ApplicationVerb & keyof typeof policies
  summary: string
  callers: readonly Caller[]
  input: I
  /** What happens, as one event, and what of the application itself changes with it. */
  act(
    ctx: Ctx,
    subject: Application,
    input: z.output<I>,
  ):
    | (Omit<NewCaseEvent, 'operation'> & { change?: Change })
    | Promise<Omit<NewCaseEvent, 'operation'> & { change?: Change }>
  audit?(subject: Application, input: z.output<I>): AuditFacts
}

/** An action on one application: load and lock, ask its policy, record one event, tell the other modules. */
export function actOnApplication<I extends OnCase>(
  wanted: ActOnApplication<I>,
): Action<Linli, I, typeof caseAnswer, Application> {
  return defineAction({
    name: wanted.name,
    summary: wanted.summary,
    callers: wanted.callers,
    input: wanted.input,
    output: caseAnswer,
    load: (ctx, input) => loadApplication(ctx, input.caseId),
    allow: (actor, subject, input) => policies[wanted.name](actor, subject, input.stepId),
    async run(ctx, subject, input) {
      const { change, ...event } = await wanted.act(ctx, subject, input)
      const after = await recordEvent(ctx, subject.case, { operation: `applications.${wanted.name}`, ...event })
      if (change) await updateApplication(ctx, subject.case.id, change)
      const before = subject.case.projection.state
      if (after.projection.state !== before) {
        keepToTheTable(wanted.name, after.projection.state)
        ctx.emit({
          name: 'applications.stateChanged@1',
          caseId: subject.case.id,
          ids: { from: before, to: after.projection.state },
        })
      } else {
        for (const step of newlyDone(subject.case.projection.steps, after.projection.steps))
          ctx.emit({ name: 'applications.stepDone@1', caseId: subject.case.id, ids: { step: step.key } })
      }
      return answerOf(after)
    },
    audit: (subject, input) => ({
      caseId: subject.case.id,
      subjects: subject.case.projection.applicantPersonId ? [subject.case.projection.applicantPersonId] : [],
      purpose: `case:${subject.case.number}`,
      ...wanted.audit?.(subject, input),
    }),
  })
}

function newlyDone(before: StepRow[], after: StepRow[]): StepRow[] {
  const done = new Set(before.filter((step) => step.state === 'done').map((step) => step.id))
  return after.filter((step) => step.state === 'done' && !done.has(step.id))
}

function keepToTheTable(verb: ApplicationVerb, state: string): void {
  if (!(applicationType.actions[verb].to as readonly string[]).includes(state)) {
    throw problem('internal', { reason: 'applications.state-not-in-table', params: { verb, state } })
  }
}
