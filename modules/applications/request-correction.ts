import { actOnApplication } from './act-on-application.ts'
import { requestCorrectionInput } from './contract.ts'

/** 一次告知、补正: all that is missing is said once, and the clocks rest until it is here. */
export const requestCorrection = actOnApplication({
  name: 'requestCorrection',
  summary: '一次告知需补正的内容，时限暂停',
  callers: ['staff'],
  input: requestCorrectionInput,
  act: (ctx, _subject, input) => ({
    effects: [
      { kind: 'state', to: 'awaitingCorrection' },
      { kind: 'clocksPaused', on: ctx.today, reason: 'correction' },
    ],
    detail: { missing: input.missing.map((one) => one.key).join(',') },
    note: input.missing.map((one) => one.why).join('\n') + (input.note ? `\n${input.note}` : ''),
    change: { correction: { missing: input.missing, note: input.note ?? null } },
  }),
})
