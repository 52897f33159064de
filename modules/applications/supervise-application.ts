import { actOnApplication } from './act-on-application.ts'
import { superviseInput } from './contract.ts'

/** 督办: the supervisor instructs whoever has the open step. */
export const superviseApplication = actOnApplication({
  name: 'supervise',
  summary: '督办',
  callers: ['staff'],
  input: superviseInput,
  act(ctx, subject, input) {
    ctx.emit({ name: 'applications.supervised@1', caseId: subject.case.id })
    return { effects: [], note: input.instruction }
  },
})
