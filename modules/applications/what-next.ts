import type { Actor } from '#kernel/access/door.ts'
import type { Application } from './application-queries.ts'
import { policies } from './policies.ts'

export interface AllowedAction {
  action: string
  allowed: boolean
  reason: string | null
  stepId: string | null
}

const onSteps = ['claimStep', 'releaseStep', 'decideStep', 'recordExternal'] as const
const staffVerbs = [
  'accept',
  'decline',
  'requestCorrection',
  'receiveCorrection',
  'conclude',
  'withdraw',
  'extend',
  'supervise',
] as const
const residentVerbs = ['receiveCorrection', 'withdraw', 'urge', 'rate'] as const

/** What the reader may do next, and why not: the very policies that the actions ask. */
export function whatNext(actor: Actor, subject: Application): AllowedAction[] {
  const verbs = actor.kind === 'resident' ? residentVerbs : staffVerbs
  const onCase = verbs.map((verb) => said(verb, null, actor, subject))
  if (actor.kind === 'resident') return onCase
  const openSteps = subject.case.projection.steps.filter((step) => step.state === 'open')
  const perStep = openSteps.flatMap((step) => {
    const external = step.kind === 'external'
    const own = subject.item.steps.some((one) => one.key === step.key)
    return onSteps
      .filter(
        (verb) => verb !== (external || !own ? 'decideStep' : 'recordExternal') && (own || verb !== 'recordExternal'),
      )
      .filter((verb) =>
        verb === 'claimStep'
          ? step.claimedBy === null
          : verb === 'releaseStep'
            ? step.claimedBy === actor.accountId
            : true,
      )
      .map((verb) => said(verb, step.id, actor, subject))
  })
  return [...perStep, ...onCase]
}

function said(verb: keyof typeof policies, stepId: string | null, actor: Actor, subject: Application): AllowedAction {
  const decision = policies[verb](actor, subject, stepId ?? undefined)
  return { action: verb, allowed: decision.allowed, reason: decision.allowed ? null : decision.reason, stepId }
}
