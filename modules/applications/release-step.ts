import { actOnApplication } from './act-on-application.ts'
import { claimStepInput } from './contract.ts'

/** Gives a claimed step back to its post; its due day stays what it was. */
export const releaseStep = actOnApplication({
  name: 'releaseStep',
  summary: '退回已领取的环节',
  callers: ['staff'],
  input: claimStepInput,
  act: (_ctx, _subject, input) => ({ effects: [{ kind: 'stepReleased', stepId: input.stepId }] }),
})
