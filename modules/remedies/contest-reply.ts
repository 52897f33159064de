import { actOnRemedy } from './act-on-remedy.ts'
import { contestInput } from './contract.ts'
import { openReplyStep } from './open-from-rating.ts'

/** 不认可: the reply is asked for anew, and the clock goes on. */
export const contestReply = actOnRemedy({
  name: 'contest',
  summary: '不认可整改回复',
  callers: ['resident'],
  input: contestInput,
  act: (ctx, subject, { reason }) => ({
    effects: [
      { kind: 'state', to: 'contested' },
      { kind: 'clocksResumed', on: ctx.today },
      openReplyStep(subject.case.subdistrictId),
    ],
    note: reason,
  }),
})
