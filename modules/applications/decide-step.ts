import type { Effect } from '#kernel/cases/door.ts'
import { actOnApplication } from './act-on-application.ts'
import { decideStepInput } from './contract.ts'
import { afterStep } from './route.ts'

/** An internal step ends with an opinion; joint steps wait for each other, a refusal ends the matter. */
export const decideStep = actOnApplication({
  name: 'decideStep',
  summary: '办理内部环节并签署意见',
  callers: ['staff'],
  input: decideStepInput,
  act(ctx, subject, input) {
    const step = subject.case.projection.steps.find((one) => one.id === input.stepId)!
    const done: Effect = { kind: 'stepDone', stepId: step.id, outcome: input.outcome, accountId: ctx.actor.accountId }
    return {
      effects: [
        done,
        ...afterStep(subject.item, subject.case.projection, step, input.outcome, subject.areas, ctx.today),
      ],
      detail: { step: step.key, outcome: input.outcome },
      note: input.opinion,
    }
  },
})
