import { allowanceMaterials } from '#testing/applications.ts'
import type { AccountName } from '#testing/world-posts.ts'
import type { CastCase, OpenStep } from './cast.ts'

export type Made = { input: object; fits: boolean }
export type OnCase = { step?: true; make(one: CastCase, step: OpenStep | undefined, who: AccountName | null): Made }
type State = CastCase['state']

const inStates =
  (states: State[], more: object = {}): OnCase['make'] =>
  (one) => ({ input: { caseId: one.id, ...more }, fits: states.includes(one.state) })

const onStep = (states: State[], more: object, fitsStep: (step: OpenStep) => boolean = () => true): OnCase => ({
  step: true,
  make: (one, step) => ({
    input: { caseId: one.id, stepId: step!.id, ...more },
    fits: states.includes(one.state) && fitsStep(step!),
  }),
})

/** For each operation on one case: a right input, and in which states the right caller gets through with it. */
export const inputsOnCase: Record<string, OnCase> = {
  'applications.open': { make: (one) => ({ input: { caseId: one.id }, fits: true }) },
  'applications.accept': {
    // Who filed from an unbound phone has to be identified first.
    make: (one) => ({
      input: { caseId: one.id, materials: allowanceMaterials },
      fits: one.state === 'submitted' && one.applicant !== null,
    }),
  },
  'applications.decline': { make: inStates(['submitted'], { reason: '不属于受理范围' }) },
  'applications.requestCorrection': {
    make: inStates(['submitted', 'accepted'], { missing: [{ key: 'idCards', why: '请带原件' }] }),
  },
  'applications.receiveCorrection': { make: inStates(['awaitingCorrection']) },
  'applications.claimStep': onStep(['submitted', 'accepted', 'decided'], {}),
  'applications.releaseStep': onStep(['submitted', 'accepted', 'decided'], {}),
  'applications.decideStep': onStep(
    ['accepted'],
    { outcome: 'approved', opinion: '属实' },
    (step) => step.kind === 'internal',
  ),
  'applications.recordExternal': onStep(['accepted'], { foreignStatus: '审核中' }, (step) => step.kind === 'external'),
  'applications.conclude': { make: inStates(['decided']) },
  'applications.withdraw': { make: inStates(['submitted', 'awaitingCorrection', 'accepted']) },
  'applications.extend': { make: inStates(['accepted'], { days: 3, reason: '情况复杂' }) },
  'applications.urge': { make: inStates(['submitted', 'accepted', 'decided']) },
  'applications.supervise': {
    make: inStates(['submitted', 'awaitingCorrection', 'accepted', 'decided'], { instruction: '请抓紧' }),
  },
  'applications.rate': { make: inStates(['concluded'], { stars: 4 }) },
  'receipts.issue': { make: inStates(['accepted', 'decided', 'concluded']) },
}
