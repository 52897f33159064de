import type { Reply } from '#testing/world.ts'
import type { PersonName } from '#testing/world-people.ts'
import type { AccountName } from '#testing/world-posts.ts'
import type { Cast } from './cast.ts'
import { inputsOnCase } from './inputs-on-case.ts'
import { done, isAction } from './judge.ts'
import { type Expected, expectedOf, type Relation } from './matrix.ts'
import { channelOf, relationToCase, relationToPerson, roleOf } from './relation.ts'

/** True where the matrix says no to this caller about this case or person, and the system said yes. */
export function openDoor(
  cast: Cast,
  operation: string,
  who: AccountName | null,
  input: unknown,
  reply: Reply,
): boolean {
  if (!done(reply) || !isAction({ operation })) return false
  const says = (relation: Relation): Expected => expectedOf(operation, roleOf(who), relation, channelOf(who))
  const given = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>
  if (inputsOnCase[operation]) {
    const one = cast.cases.find((some) => some.id === given.caseId)
    // Done on a case that is none of ours cannot be.
    if (!one) return true
    const step = one.steps.find((some) => some.id === given.stepId)
    return barred(says(relationToCase(who, one, operation, step)))
  }
  const person = personIn(cast, given)
  if (person) return barred(says(relationToPerson(who, person)))
  return barred(says(who === null ? 'none' : 'own'))
}

const barred = (expected: Expected) => expected === 'no' || expected === 'hidden'

function personIn({ world }: Cast, given: Record<string, unknown>): PersonName | null {
  const applicant = given.applicant as { personId?: string } | undefined
  const id = given.personId ?? applicant?.personId
  const found = Object.entries(world.people).find(([, person]) => person.id === id)
  return found ? (found[0] as PersonName) : null
}
