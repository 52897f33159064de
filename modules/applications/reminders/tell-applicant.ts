import type { Subscription } from '#kernel/jobs/door.ts'
import { notify, type TemplateKey } from '#kernel/notifications/door.ts'
import type { Tx } from '#platform/contract.ts'
import { applicantsOf, type ToldCase, toldCase } from './told-case.ts'

export const feedbackJob = 'applications.feedback'

/** What the applicant reads when the matter comes into a state; acceptance after a correction is told as its receipt. */
export function templatesFor(from: string, to: string): TemplateKey[] {
  switch (to) {
    case 'submitted':
      return from === 'awaitingCorrection' ? ['applications.correctionReceived'] : ['applications.submitted']
    case 'accepted':
      return from === 'awaitingCorrection' ? ['applications.correctionReceived'] : ['applications.accepted']
    case 'awaitingCorrection':
      return ['applications.correctionRequested']
    case 'decided':
      return ['applications.decided']
    case 'concluded':
      return ['applications.concluded', 'applications.ratingAsked']
    case 'declined':
      return ['applications.declined']
    case 'withdrawn':
      return ['applications.withdrawn']
    default:
      return []
  }
}

/** 反馈提醒: the applicant, and whoever acts for him, is told at each state. */
export const tellState: Subscription = {
  consumer: feedbackJob,
  event: 'applications.stateChanged@1',
  async run(tx, { caseId, ids }, now) {
    const subject = caseId && (await toldCase(tx, caseId))
    if (!subject) return
    for (const template of templatesFor(String(ids.from), String(ids.to))) await tell(tx, subject, template, {}, now)
  },
}

export const tellStepDone: Subscription = {
  consumer: feedbackJob,
  event: 'applications.stepDone@1',
  async run(tx, { caseId, ids }, now) {
    const subject = caseId && (await toldCase(tx, caseId))
    if (!subject) return
    const step = subject.item.steps.find((one) => one.key === ids.step)
    if (step) await tell(tx, subject, 'applications.stepDone', { step: step.name['zh-CN'] }, now)
  },
}

export const tellExtended: Subscription = {
  consumer: feedbackJob,
  event: 'applications.extended@1',
  async run(tx, { caseId }, now) {
    const subject = caseId && (await toldCase(tx, caseId))
    if (subject) await tell(tx, subject, 'applications.extended', {}, now)
  },
}

async function tell(tx: Tx, subject: ToldCase, template: TemplateKey, more: Record<string, string>, at: string) {
  for (const to of applicantsOf(subject)) {
    await notify(tx, { to, template, params: { ...subject.params, ...more }, caseId: subject.case.id, at })
  }
}
