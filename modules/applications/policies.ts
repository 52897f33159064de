import { type Actor, firstRefusal, type PostKind, permitPost } from '#kernel/access/door.ts'
import { permitInState, type StepRow } from '#kernel/cases/door.ts'
import { allowed, type Decision, refused } from '#platform/contract.ts'
import { type ApplicationVerb, acceptanceStep, applicationType, conclusionStep } from './application.ts'
import type { Application } from './application-queries.ts'

/** One policy per verb, asked by the action itself and by the page that says what the reader may do next and why not. */
export type Policy = (actor: Actor, subject: Application, stepId?: string) => Decision

const inState =
  (verb: ApplicationVerb): Policy =>
  (_actor, subject) =>
    permitInState(applicationType, verb, subject.case.projection.state)

const byPost =
  (...kinds: PostKind[]): Policy =>
  (actor, subject) =>
    permitPost(actor, kinds, subject.case.subdistrictId)

/** Where the holder of the step may sit in another street, as of a linked household: the step's own holder says which. */
const byPostAnywhere =
  (...kinds: PostKind[]): Policy =>
  (actor) =>
    permitPost(actor, kinds)

/** The applicant, whoever acts for him, or the account that filed it. */
const byApplicant: Policy = (actor, { case: c }) =>
  actor.kind === 'resident' &&
  (c.createdBy === actor.accountId ||
    actor.persons.some((person) => person === c.projection.applicantPersonId || person === c.agentPersonId))
    ? allowed
    : refused('applications.not-yours')

const all =
  (...policies: Policy[]): Policy =>
  (actor, subject, stepId) =>
    firstRefusal(...policies.map((policy) => policy(actor, subject, stepId)))

const either =
  (...policies: Policy[]): Policy =>
  (actor, subject, stepId) => {
    const decisions = policies.map((policy) => policy(actor, subject, stepId))
    return decisions.find((decision) => decision.allowed) ?? decisions[0]!
  }

/** Whether a post of the actor is meant by the step's holder key: the key names the kind and the area exactly. */
export function holdsStep(actor: Actor, step: StepRow): boolean {
  if (step.holderKey === `account:${actor.accountId}`) return true
  const [kind, areaId] = step.holderKey.replace(/^post:/, '').split('@')
  // The area's tree is the database's knowledge: it has already decided that this case is in the actor's sight.
  return actor.posts.some(
    (post) =>
      post.kind === kind &&
      (post.areaId === areaId ||
        post.subdistrictId === areaId ||
        post.subdistrictId === null ||
        kind !== 'windowClerk'),
  )
}

const onOpenStep: Policy = (actor, subject, stepId) => {
  const step = subject.case.projection.steps.find((one) => one.id === stepId)
  if (step?.state !== 'open') return refused('cases.step-not-open')
  if (!holdsStep(actor, step)) return refused('cases.not-your-step')
  if (step.claimedBy !== null && step.claimedBy !== actor.accountId) return refused('cases.step-claimed')
  return allowed
}

const stepOfKind =
  (kind: 'internal' | 'external'): Policy =>
  (_actor, subject, stepId) => {
    const step = subject.case.projection.steps.find((one) => one.id === stepId)
    const itemStep = subject.item.steps.find((one) => one.key === step?.key)
    return !step || itemStep?.kind === kind ? allowed : refused(`applications.step-is-not-${kind}`)
  }

/** The open step of the acceptance or the conclusion, which the action finishes by itself. */
const onStepNamed =
  (key: string): Policy =>
  (actor, subject) => {
    const step = subject.case.projection.steps.find((one) => one.key === key && one.state === 'open')
    return step ? onOpenStep(actor, subject, step.id) : refused('cases.step-not-open')
  }

const acceptedHere: Policy = (actor, subject) => {
  const { firstContact } = subject.case.projection
  // 首问负责: whoever accepted it keeps it; before that, whoever has the acceptance step.
  if (firstContact === null) return onStepNamed(acceptanceStep)(actor, subject)
  return firstContact === actor.accountId ? allowed : refused('applications.first-contact-only')
}

/** A bureau's system reports on steps that are open, of whichever post they are. */
const machineMay: Policy = (actor, subject, stepId) => {
  if (actor.kind !== 'machine') return refused('access.post-needed')
  const step = subject.case.projection.steps.find((one) => one.id === stepId)
  return step?.state === 'open' ? allowed : refused('cases.step-not-open')
}

export const policies = {
  accept: all(byPost('windowClerk'), inState('accept'), onStepNamed(acceptanceStep)),
  decline: all(byPost('windowClerk'), inState('decline'), onStepNamed(acceptanceStep)),
  requestCorrection: all(byPost('windowClerk'), inState('requestCorrection'), acceptedHere),
  receiveCorrection: all(either(byApplicant, all(byPost('windowClerk'), acceptedHere)), inState('receiveCorrection')),
  claimStep: all(inState('claimStep'), onOpenStep),
  releaseStep: all(inState('releaseStep'), onOpenStep),
  decideStep: all(
    byPostAnywhere('committeeWorker', 'departmentApprover', 'districtOfficer', 'supervisor'),
    inState('decideStep'),
    onOpenStep,
    stepOfKind('internal'),
  ),
  recordExternal: all(
    either(byPostAnywhere('windowClerk', 'departmentApprover', 'districtOfficer'), machineMay),
    inState('recordExternal'),
    either(machineMay, onOpenStep),
    stepOfKind('external'),
  ),
  conclude: all(byPost('windowClerk'), inState('conclude'), onStepNamed(conclusionStep)),
  withdraw: all(either(byApplicant, all(byPost('windowClerk'), acceptedHere)), inState('withdraw')),
  extend: all(byPost('streetLeader'), inState('extend')),
  urge: all(byApplicant, inState('urge')),
  supervise: all(byPost('supervisor', 'streetLeader'), inState('supervise')),
  rate: all(byApplicant, inState('rate'), (_actor, subject) =>
    subject.case.projection.stars === null ? allowed : refused('cases.already-rated'),
  ),
} satisfies Partial<Record<ApplicationVerb, Policy>>
