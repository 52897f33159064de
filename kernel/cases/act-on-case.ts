import type { z } from 'zod'
import { type Actor, type Ctx, defineAction, type Linli } from '#kernel/access/door.ts'
import type { Action, AuditFacts, Caller, Decision } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'
import type { LoadedCase } from './case-row.ts'
import type { CaseType } from './case-type.ts'
import type { StepRow } from './projection.ts'
import { type NewCaseEvent, recordEvent } from './record-event.ts'

/** A case with what its own module keeps beside it. */
export interface CaseSubject {
  case: LoadedCase
}

type OnCase = z.ZodType<{ caseId: string; stepId?: string }>
type Happening<Change> = Omit<NewCaseEvent, 'operation'> & { change?: Change }

/** What all actions on cases of one type have in common; said once by the module that owns the type. */
export interface CaseActions<Verb extends string, Subject extends CaseSubject, Change, Output extends z.ZodType> {
  type: CaseType<string, Verb>
  output: Output
  load(ctx: Ctx, caseId: string): Promise<Subject | null>
  /** One per verb, asked by the action and by the page that says what the reader may do next. */
  policies: { [V in Verb]?: (actor: Actor, subject: Subject, stepId?: string) => Decision }
  /** Writes what the module keeps beside the case; follows the event in the same transaction. */
  update(ctx: Ctx, caseId: string, change: Change): Promise<void>
  answerOf(subject: LoadedCase): z.input<Output>
}

export interface ActOnCase<Verb extends string, Subject, Change, Input extends OnCase> {
  name: Verb
  summary: string
  callers: readonly Caller[]
  input: Input
  /** What happens, as one event, and what the module's own row changes with it. */
  act(ctx: Ctx, subject: Subject, input: z.output<Input>): Happening<Change> | Promise<Happening<Change>>
  audit?(subject: Subject, input: z.output<Input>): AuditFacts
}

/** Gives the function by which a module makes its actions: load and lock, ask the policy, record one event, tell the other modules. */
export function actionsOn<Verb extends string, Subject extends CaseSubject, Change, Output extends z.ZodType>(
  on: CaseActions<Verb, Subject, Change, Output>,
) {
  const module = on.type.key
  return <Input extends OnCase>(
    wanted: ActOnCase<Verb, Subject, Change, Input>,
  ): Action<Linli, Input, Output, Subject> => {
    const policy = on.policies[wanted.name]
    if (!policy) throw new Error(`${module}.${wanted.name} has no policy`)
    return defineAction({
      name: wanted.name,
      summary: wanted.summary,
      callers: wanted.callers,
      input: wanted.input,
      output: on.output,
      load: (ctx, input) => on.load(ctx, input.caseId),
      allow: (actor, subject, input) => policy(actor, subject, input.stepId),
      async run(ctx, subject, input) {
        const { change, ...event } = await wanted.act(ctx, subject, input)
        const after = await recordEvent(ctx, subject.case, { operation: `${module}.${wanted.name}`, ...event })
        if (change) await on.update(ctx, subject.case.id, change)
        tellOthers(ctx, on.type, wanted.name, subject.case, after)
        return on.answerOf(after)
      },
      audit: (subject, input) => ({
        caseId: subject.case.id,
        subjects: subject.case.projection.applicantPersonId ? [subject.case.projection.applicantPersonId] : [],
        purpose: `case:${subject.case.number}`,
        ...wanted.audit?.(subject, input),
      }),
    })
  }
}

function tellOthers<Verb extends string>(
  ctx: Ctx,
  type: CaseType<string, Verb>,
  verb: Verb,
  before: LoadedCase,
  after: LoadedCase,
): void {
  const [from, to] = [before.projection.state, after.projection.state]
  if (from !== to) {
    // Whatever an action computes, it leads where the table says.
    if (!type.actions[verb].to.includes(to)) {
      throw problem('internal', { reason: 'cases.state-not-in-table', params: { verb, state: to } })
    }
    ctx.emit({ name: `${type.key}.stateChanged@1`, caseId: after.id, ids: { from, to } })
    return
  }
  for (const step of newlyDone(before.projection.steps, after.projection.steps))
    ctx.emit({ name: `${type.key}.stepDone@1`, caseId: after.id, ids: { step: step.key } })
}

function newlyDone(before: StepRow[], after: StepRow[]): StepRow[] {
  const done = new Set(before.filter((step) => step.state === 'done').map((step) => step.id))
  return after.filter((step) => step.state === 'done' && !done.has(step.id))
}
