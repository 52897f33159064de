import { actOnApplication } from './act-on-application.ts'
import { declineInput } from './contract.ts'
import { endAll } from './route.ts'

/** 不予受理: with the reason in writing (行政许可法 第三十二条). */
export const declineApplication = actOnApplication({
  name: 'decline',
  summary: '不予受理并说明理由',
  callers: ['staff'],
  input: declineInput,
  act: (ctx, subject, input) => ({
    effects: [...endAll(subject.case, ctx.today), { kind: 'state', to: 'declined', outcome: 'declined', closed: true }],
    note: input.legalBasis ? `${input.reason}（依据：${input.legalBasis}）` : input.reason,
  }),
})
