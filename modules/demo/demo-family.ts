import type { MemberPlan } from './demo-households.ts'
import type { DemoPerson, World } from './demo-world.ts'

export interface Settled {
  person: DemoPerson
  plan: MemberPlan
}

/** Small children have none, the very old often their family's. */
export function addPhones({ random, population, nextPhone }: World, members: readonly Settled[]): void {
  let family = ''
  for (const { person, plan } of members) {
    if (plan.age < 12) continue
    if (random.chance(plan.age > 78 ? 0.5 : 0.93)) {
      const number = nextPhone()
      family ||= number
      population.phones.push({ personId: person.id, number, relation: 'own' })
    } else if (family) {
      // One phone serves several people: a phone is not an identity.
      population.phones.push({ personId: person.id, number: family, relation: 'family' })
    }
  }
}

export function addGuardians({ population, random }: World, members: readonly Settled[]): void {
  const parents = members.filter(({ plan }) => plan.kinship === 'head' || plan.kinship === 'spouse')
  for (const { person: ward, plan } of members) {
    if (plan.kinship === 'child' && plan.age < 18) {
      const comingOfAge = `${Number(ward.birthOn.slice(0, 4)) + 18}-${ward.birthOn.slice(5).replace('02-29', '03-01')}`
      for (const { person: guardian } of parents) {
        population.guardianships.push({
          wardId: ward.id,
          guardianId: guardian.id,
          during: `[${ward.birthOn},${comingOfAge})`,
          basis: 'parent',
        })
      }
    } else if (plan.kinship === 'spouse' && plan.age > 75 && random.chance(0.02)) {
      const guardian = parents[0]!.person
      population.guardianships.push({
        wardId: ward.id,
        guardianId: guardian.id,
        during: '[2024-01-01,)',
        basis: 'courtDecision',
      })
    }
  }
}
