import { modules } from '#apps/server/modules.ts'
import { identityInputs } from '#kernel/identity/contract.ts'
import type { PersonName } from '#testing/world-people.ts'
import { type AccountName, staff } from '#testing/world-posts.ts'
import type { Cast, OpenStep } from './cast.ts'
import { inputsElsewhere } from './inputs-elsewhere.ts'
import { inputsOnCase } from './inputs-on-case.ts'
import { type Channel, type Expected, expectedOf, type Relation } from './matrix.ts'
import { channelOf, relationToCase, relationToPerson, roleOf } from './relation.ts'

export interface Probe {
  operation: string
  who: AccountName | null
  relation: Relation
  expected: Expected
  /** False where the case's state, or the input, does not let even the right caller through. */
  fits: boolean
  about: string
  input: object
  policyOff: boolean
}

/** Every operation that the system offers: those of the OpenAPI document and the routes around a session. */
export const operations: string[] = [
  ...modules.flatMap((module) => module.operations.map((one) => `${module.name}.${one.name}`)),
  ...Object.keys(identityInputs).map((name) => `identity.${name}`),
  'identity.me',
]

export const everybody: (AccountName | null)[] = [
  ...staff.map((one) => one[0]),
  'elder',
  'guardian',
  'southElder',
  'unbound',
  'machine',
  'foreignMachine',
  null,
]

const personNames: PersonName[] = ['elder', 'worker', 'child', 'southElder', 'outsider']

/** Everybody × every operation × every case or person, with the policies on and, where nobody may, off. */
export async function allProbes(cast: Cast): Promise<Probe[]> {
  const probes: Probe[] = []
  const elsewhere = await inputsElsewhere(cast)
  for (const operation of operations) {
    for (const who of everybody) {
      const add = (relation: Relation, about: string, input: object, fits: boolean) => {
        const expected = expectedOf(operation, roleOf(who), relation, channelOf(who) as Channel)
        const probe = { operation, who, relation, expected, fits, about, input }
        probes.push({ ...probe, policyOff: false })
        // The database knows who, not when: for somebody who sees the case, an act out of season is the policy's alone to refuse.
        const barred =
          (expected === 'no' || expected === 'hidden') && (fits || (relation !== 'own' && relation !== 'part'))
        if ((barred || expected === 'partial') && !operation.startsWith('identity.'))
          probes.push({ ...probe, policyOff: true })
      }
      const onCase = inputsOnCase[operation]
      if (onCase) {
        for (const one of cast.cases) {
          const steps: (OpenStep | undefined)[] = onCase.step ? one.steps : [undefined]
          for (const step of steps) {
            const relation = relationToCase(who, one, operation, step)
            const { input, fits } = onCase.make(one, step, who)
            add(relation, `${one.name}${step ? `, ${step.key}` : ''}`, input, fits)
          }
        }
        continue
      }
      const other = elsewhere[operation]
      if (!other) throw new Error(`no probe is made for ${operation}: add it to tests/walls/inputs-elsewhere.ts`)
      if (other.aboutPerson) {
        for (const person of personNames) {
          const made = other.make(who, person)
          if (made) add(relationToPerson(who, person), person, made.input, made.fits)
        }
      } else {
        const made = other.make(who, null)
        // Whoever asks about oneself stands as `own`; where the subject is another's, `fits` says whose it is.
        const others = operation === 'people.approveMinorFile' && !made?.fits
        if (made) add(who === null || others ? 'none' : 'own', '', made.input, made.fits)
      }
    }
  }
  return probes
}
