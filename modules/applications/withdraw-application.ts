import { actOnApplication } from './act-on-application.ts'
import { withdrawInput } from './contract.ts'
import { endAll } from './route.ts'

/** The applicant takes it back, at any time before the decision. */
export const withdrawApplication = actOnApplication({
  name: 'withdraw',
  summary: '撤回申请',
  callers: ['staff', 'resident'],
  input: withdrawInput,
  act: (ctx, subject, input) => ({
    effects: [
      ...endAll(subject.case, ctx.today),
      { kind: 'state', to: 'withdrawn', outcome: 'withdrawn', closed: true },
    ],
    note: input.reason,
  }),
})
