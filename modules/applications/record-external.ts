import type { Effect } from '#kernel/cases/door.ts'
import { actOnApplication } from './act-on-application.ts'
import { recordExternalInput } from './contract.ts'
import { afterStep } from './route.ts'

/** What a bureau's own system says of its step. A state that the item does not map is kept and shown, never guessed. */
export const recordExternal = actOnApplication({
  name: 'recordExternal',
  summary: '登记外部系统的办理状态',
  callers: ['staff', 'machine'],
  input: recordExternalInput,
  act(ctx, subject, input) {
    const step = subject.case.projection.steps.find((one) => one.id === input.stepId)!
    const itemStep = subject.item.steps.find((one) => one.key === step.key)
    const meaning = itemStep?.statusMap?.[input.foreignStatus] ?? 'running'
    const effects: Effect[] = [
      {
        kind: 'stepLearnt',
        stepId: step.id,
        how: input.how,
        foreignNumber: input.foreignNumber ?? null,
        foreignStatus: input.foreignStatus,
      },
    ]
    if (meaning !== 'running') {
      effects.push({ kind: 'stepDone', stepId: step.id, outcome: meaning, accountId: ctx.actor.accountId })
      effects.push(...afterStep(subject.item, subject.case.projection, step, meaning, subject.areas, ctx.today))
    }
    return {
      effects,
      detail: {
        step: step.key,
        status: input.foreignStatus,
        meaning: itemStep?.statusMap?.[input.foreignStatus] ?? 'unknown',
      },
    }
  },
})
