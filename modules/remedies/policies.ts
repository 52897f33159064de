import { type Actor, firstRefusal, permitPost } from '#kernel/access/door.ts'
import { permitInState } from '#kernel/cases/door.ts'
import { allowed, type Decision, refused } from '#platform/contract.ts'
import { type RemedyVerb, remedyType } from './remedy.ts'
import type { Remedy } from './remedy-queries.ts'

type Policy = (actor: Actor, subject: Remedy) => Decision

const inState =
  (verb: RemedyVerb): Policy =>
  (_actor, subject) =>
    permitInState(remedyType, verb, subject.case.projection.state)

const bySupervisor: Policy = (actor, subject) => permitPost(actor, ['supervisor'], subject.case.subdistrictId)

/** Row security lets a resident see a remedy only as applicant, as agent, or as the account that rated. */
const byRater: Policy = (actor) => (actor.kind === 'resident' ? allowed : refused('remedies.rater-only'))

const all =
  (...policies: Policy[]): Policy =>
  (actor, subject) =>
    firstRefusal(...policies.map((policy) => policy(actor, subject)))

/** A reply is closed without an answer only after the resident has had the time to give one. */
const waitedLongEnough: Policy = (_actor, subject) =>
  subject.closableFrom !== null && subject.closableFrom <= subject.today
    ? allowed
    : refused('remedies.still-time-to-answer', { day: subject.closableFrom ?? '—' })

export const policies = {
  reply: all(bySupervisor, inState('reply')),
  accept: all(byRater, inState('accept')),
  contest: all(byRater, inState('contest')),
  close: all(bySupervisor, inState('close'), waitedLongEnough),
} satisfies Partial<Record<RemedyVerb, Policy>>

/** What the reader may do next and why not: the very policies that the actions ask. */
export function whatNext(actor: Actor, subject: Remedy): { action: string; allowed: boolean; reason: string | null }[] {
  const verbs = actor.kind === 'resident' ? (['accept', 'contest'] as const) : (['reply', 'close'] as const)
  return verbs.map((action) => {
    const decision = policies[action](actor, subject)
    return { action, allowed: decision.allowed, reason: decision.allowed ? null : decision.reason }
  })
}
