import { actOnApplication } from './act-on-application.ts'
import { extendInput } from './contract.ts'

/** A leader extends the running limits, and the applicant is told the reason (行政许可法 第四十二条). */
export const extendLimit = actOnApplication({
  name: 'extend',
  summary: '经领导批准延长时限',
  callers: ['staff'],
  input: extendInput,
  act(ctx, subject, input) {
    ctx.emit({ name: 'applications.extended@1', caseId: subject.case.id })
    return {
      effects: [{ kind: 'clocksExtended', on: ctx.today, days: input.days, reason: 'leader' }],
      detail: { days: input.days },
      note: input.reason,
    }
  },
})
