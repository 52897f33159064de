import type { Sex } from '#kernel/registry/door.ts'
import type { Random } from './random.ts'

export type Kinship = 'head' | 'spouse' | 'child' | 'parent' | 'grandchild'

export interface MemberPlan {
  kinship: Kinship
  sex: Sex
  age: number
  /** takes the head's surname, or the spouse's, or one of their own */
  surnameOf: 'head' | 'spouse' | 'own'
}

type Shape =
  | 'oldCouple'
  | 'oldAlone'
  | 'family'
  | 'youngCouple'
  | 'threeGenerations'
  | 'alone'
  | 'oneParent'
  | 'oldWithGrandchild'

// Tuned to Shanghai's registered people at the end of 2023: about 37 % are 60 or older, about 10 % below 15.
const SHAPES: readonly (readonly [Shape, number])[] = [
  ['oldCouple', 28],
  ['oldAlone', 15],
  ['family', 27],
  ['youngCouple', 8],
  ['threeGenerations', 11],
  ['alone', 11],
  ['oneParent', 4],
  ['oldWithGrandchild', 1],
]

export function planHousehold(random: Random): MemberPlan[] {
  switch (random.weighted(SHAPES)) {
    case 'oldCouple':
      return couple(oldAge(random), random)
    case 'oldAlone':
      return [head(oldAge(random) + random.below(6), random.chance(0.3) ? 'male' : 'female')]
    case 'family':
      return family(random.between(27, 56), random)
    case 'youngCouple':
      return couple(random.between(24, 40), random)
    case 'threeGenerations':
      return [...family(random.between(30, 48), random), ...grandparents(random)]
    case 'alone':
      return [head(random.between(22, 59), random.chance(0.55) ? 'male' : 'female')]
    case 'oneParent': {
      const parent = head(random.between(30, 55), random.chance(0.25) ? 'male' : 'female')
      return [parent, child(parent.age, random)]
    }
    case 'oldWithGrandchild': {
      const members = couple(random.between(60, 75), random)
      return [...members, { ...child(32, random), kinship: 'grandchild' }]
    }
  }
}

function couple(age: number, random: Random): MemberPlan[] {
  const first = head(age, random.chance(0.7) ? 'male' : 'female')
  const spouseAge = Math.max(22, age + random.between(-4, 3))
  return [first, { kinship: 'spouse', sex: first.sex === 'male' ? 'female' : 'male', age: spouseAge, surnameOf: 'own' }]
}

function family(age: number, random: Random): MemberPlan[] {
  const members = [...couple(age, random), child(age, random)]
  if (random.chance(0.17)) members.push(child(age, random))
  return members
}

function child(parentAge: number, random: Random): MemberPlan {
  const age = Math.max(0, Math.min(parentAge - 22 - random.below(12), 29))
  return { kinship: 'child', sex: random.chance(0.52) ? 'male' : 'female', age, surnameOf: 'head' }
}

function grandparents(random: Random): MemberPlan[] {
  const age = random.between(60, 82)
  const first: MemberPlan = { kinship: 'parent', sex: 'female', age, surnameOf: 'own' }
  return random.chance(0.5)
    ? [first]
    : [first, { kinship: 'parent', sex: 'male', age: age + random.between(0, 4), surnameOf: 'head' }]
}

function head(age: number, sex: Sex): MemberPlan {
  return { kinship: 'head', sex, age, surnameOf: 'head' }
}

// Most between 60 and 80; a few past 100, because the card's amount grows until then.
function oldAge(random: Random): number {
  const age = 60 + Math.floor(34 * (random.next() * 0.62 + random.next() * 0.38) ** 1.35)
  return random.chance(0.004) ? random.between(95, 104) : age
}
