import { actOnApplication } from './act-on-application.ts'
import { claimStepInput } from './contract.ts'

/** One of several holders of a post takes the step; the others no longer see the case through it. */
export const claimStep = actOnApplication({
  name: 'claimStep',
  summary: '领取一个环节',
  callers: ['staff'],
  input: claimStepInput,
  act: (ctx, _subject, input) => ({
    effects: [{ kind: 'stepClaimed', stepId: input.stepId, accountId: ctx.actor.accountId! }],
  }),
})
