import { actOnRemedy } from './act-on-remedy.ts'
import { closeInput } from './contract.ts'

/** 了结: without the resident's answer, after his time for it, with the evidence in words. */
export const closeRemedy = actOnRemedy({
  name: 'close',
  summary: '居民逾期未答复，说明依据后了结',
  callers: ['staff'],
  input: closeInput,
  act: (ctx, _subject, { evidence }) => ({
    effects: [
      { kind: 'clocksStopped', on: ctx.today },
      { kind: 'state', to: 'closed', outcome: 'unanswered', closed: true },
    ],
    note: evidence,
  }),
})
