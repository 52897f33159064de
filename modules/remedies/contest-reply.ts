import { currentCalendar, remainingWorkingDays } from '#kernel/cases/door.ts'
import { actOnRemedy } from './act-on-remedy.ts'
import { contestInput } from './contract.ts'
import { openReplyStep } from './open-from-rating.ts'
import { replyLimitDays } from './remedy.ts'

/** 不认可: the reply is asked for anew, and the office has its whole limit again from today. */
export const contestReply = actOnRemedy({
  name: 'contest',
  summary: '不认可整改回复',
  callers: ['resident'],
  input: contestInput,
  async act(ctx, subject, { reason }) {
    const calendar = await currentCalendar(ctx.tx)
    const used = subject.case.projection.clocks.map(
      (row) => replyLimitDays - remainingWorkingDays(row.clock, calendar, ctx.today),
    )
    const days = Math.max(0, ...used)
    return {
      effects: [
        { kind: 'state', to: 'contested' },
        { kind: 'clocksResumed', on: ctx.today },
        ...(days > 0 ? [{ kind: 'clocksExtended', on: ctx.today, days, reason: 'contested' } as const] : []),
        openReplyStep(subject.case.subdistrictId),
      ],
      note: reason,
    }
  },
})
