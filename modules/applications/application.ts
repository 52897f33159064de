import { defineCaseType } from '#kernel/cases/door.ts'
import type { ApplicationState } from './contract.ts'

/**
 * 办件. Acceptance within five days and the one-time list of what is missing (一次告知): 行政许可法 第三十二条.
 * Clocks stop at the decision; handing over the result follows it (行政许可法 第四十四条).
 */
export const applicationType = defineCaseType<
  ApplicationState | 'new',
  | 'submit'
  | 'acceptAtWindow'
  | 'accept'
  | 'decline'
  | 'requestCorrection'
  | 'receiveCorrection'
  | 'claimStep'
  | 'releaseStep'
  | 'decideStep'
  | 'recordExternal'
  | 'conclude'
  | 'withdraw'
  | 'extend'
  | 'urge'
  | 'supervise'
  | 'rate'
>({
  key: 'applications',
  initial: ['submitted', 'accepted'],
  states: {
    new: { final: false, waitsFor: 'office' },
    submitted: { final: false, waitsFor: 'office' },
    awaitingCorrection: { final: false, waitsFor: 'applicant' },
    accepted: { final: false, waitsFor: 'office' },
    decided: { final: false, waitsFor: 'office' },
    concluded: { final: true, waitsFor: 'nobody' },
    declined: { final: true, waitsFor: 'nobody' },
    withdrawn: { final: true, waitsFor: 'nobody' },
  },
  actions: {
    submit: { from: ['new'], to: ['submitted'] },
    acceptAtWindow: { from: ['new'], to: ['accepted'] },
    accept: { from: ['submitted'], to: ['accepted'] },
    decline: { from: ['submitted'], to: ['declined'] },
    requestCorrection: { from: ['submitted', 'accepted'], to: ['awaitingCorrection'] },
    receiveCorrection: { from: ['awaitingCorrection'], to: ['submitted', 'accepted'] },
    claimStep: { from: ['submitted', 'accepted', 'decided'], to: [] },
    releaseStep: { from: ['submitted', 'accepted', 'decided'], to: [] },
    decideStep: { from: ['accepted'], to: ['accepted', 'decided'] },
    recordExternal: { from: ['accepted'], to: ['accepted', 'decided'] },
    conclude: { from: ['decided'], to: ['concluded'] },
    withdraw: { from: ['submitted', 'awaitingCorrection', 'accepted'], to: ['withdrawn'] },
    extend: { from: ['accepted'], to: [] },
    urge: { from: ['submitted', 'accepted', 'decided'], to: [] },
    supervise: { from: ['submitted', 'awaitingCorrection', 'accepted', 'decided'], to: [] },
    rate: { from: ['concluded', 'declined'], to: [] },
  },
})

export type ApplicationVerb = keyof typeof applicationType.actions

/** Steps that every application has around the item's own. */
export const acceptanceStep = 'acceptance'
export const conclusionStep = 'conclusion'
/** Working days to accept or to say once what is missing (行政许可法 第三十二条). */
export const acceptanceLimitDays = 5
/** Working days to hand over the decision (行政许可法 第四十四条: ten days). */
export const conclusionLimitDays = 10
