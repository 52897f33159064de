import type { Effect } from '#kernel/cases/door.ts'
import { loadFormInForce } from '#kernel/forms/door.ts'
import { problem } from '#platform/errors/problem.ts'
import { actOnRemedy } from './act-on-remedy.ts'
import { replyInput } from './contract.ts'
import { replyForm, replyStep } from './remedy.ts'

/** 回复: what went wrong, what was done and how the resident was reached; the clock rests while he is asked. */
export const replyRemedy = actOnRemedy({
  name: 'reply',
  summary: '回复差评并说明整改',
  callers: ['staff'],
  input: replyInput,
  async act(ctx, subject, { answers }) {
    const stored = await loadFormInForce(ctx.tx, replyForm, ctx.today)
    if (!stored) throw problem('unavailable', { reason: 'remedies.no-form' })
    const checked = stored.form.validate(answers, ctx.today)
    if (!checked.ok) throw problem('invalid-input', { fields: checked.errors })
    const step = subject.case.projection.steps.find((one) => one.key === replyStep && one.state === 'open')
    const effects: Effect[] = [
      ...(step
        ? [{ kind: 'stepDone', stepId: step.id, outcome: 'replied', accountId: ctx.actor.accountId } as const]
        : []),
      { kind: 'state', to: 'replied' },
      { kind: 'clocksPaused', on: ctx.today, reason: 'resident' },
    ]
    return { effects, change: { formId: stored.id, answers: checked.answers } }
  },
})
