import { defineCaseType } from '#kernel/cases/door.ts'
import type { RemedyState } from './contract.ts'

/** 差评整改. The street's own dated setting (本街道设定, 2026-11): five working days to reply, ten for the resident to answer. */
export const remedyType = defineCaseType<
  RemedyState | 'new',
  'openFromRating' | 'reply' | 'accept' | 'contest' | 'close'
>({
  key: 'remedies',
  initial: ['open'],
  states: {
    new: { final: false, waitsFor: 'office' },
    open: { final: false, waitsFor: 'office' },
    replied: { final: false, waitsFor: 'applicant' },
    contested: { final: false, waitsFor: 'office' },
    closed: { final: true, waitsFor: 'nobody' },
  },
  actions: {
    openFromRating: { from: ['new'], to: ['open'] },
    reply: { from: ['open', 'contested'], to: ['replied'] },
    accept: { from: ['replied'], to: ['closed'] },
    contest: { from: ['replied'], to: ['contested'] },
    close: { from: ['replied'], to: ['closed'] },
  },
})

export type RemedyVerb = keyof typeof remedyType.actions

export const replyStep = 'reply'
export const replyLimitDays = 5
export const answerLimitDays = 10
/** One or two stars of five are a bad rating (国办发〔2019〕51号: 不满意、非常不满意). */
export const worstGoodStars = 3
export const replyForm = 'remedy-reply'
