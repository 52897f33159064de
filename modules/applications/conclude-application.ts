import { actOnApplication } from './act-on-application.ts'
import { conclusionStep } from './application.ts'
import { concludeInput } from './contract.ts'

/** 办结: the result is handed over and the applicant is asked for a rating. */
export const concludeApplication = actOnApplication({
  name: 'conclude',
  summary: '送达结果并办结',
  callers: ['staff'],
  input: concludeInput,
  act(ctx, subject, input) {
    const step = subject.case.projection.steps.find((one) => one.key === conclusionStep && one.state === 'open')
    return {
      effects: [
        ...(step
          ? [{ kind: 'stepDone', stepId: step.id, outcome: 'approved', accountId: ctx.actor.accountId } as const]
          : []),
        { kind: 'state', to: 'concluded', closed: true },
      ],
      note: input.note,
    }
  },
})
