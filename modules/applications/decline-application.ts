import type { Effect } from '#kernel/cases/door.ts'
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
    effects: [
      // Whoever declines has done the step, and keeps sight of what was declined.
      ...endAll(subject.case, ctx.today).map(
        (effect): Effect =>
          effect.kind === 'stepCancelled'
            ? { kind: 'stepDone', stepId: effect.stepId, outcome: 'declined', accountId: ctx.actor.accountId }
            : effect,
      ),
      { kind: 'state', to: 'declined', outcome: 'declined', closed: true },
    ],
    note: input.legalBasis ? `${input.reason}（依据：${input.legalBasis}）` : input.reason,
  }),
})
