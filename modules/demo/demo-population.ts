import { syntheticArea } from '#kernel/registry/door.ts'
import { areaId, referenceStreet } from './demo-areas.ts'
import { addGuardians, addPhones } from './demo-family.ts'
import { type MemberPlan, planHousehold } from './demo-households.ts'
import { type Dwelling, demoHouses } from './demo-houses.ts'
import { demoId } from './demo-id.ts'
import { birthOnFor, idNumberMaker, laterOf, since } from './demo-identity.ts'
import { demoName, demoSurname } from './demo-names.ts'
import { demoOrganisations } from './demo-organisations.ts'
import type { DemoPerson, DemoResidency, Population, World } from './demo-world.ts'
import { type Random, seededRandom } from './random.ts'

export interface PopulationOptions {
  streetCode?: string
  seed: number
  /** people with a residency that still runs */
  size: number
  today: string
}

const PER_HOME = 2.3
// 154 is a range that no carrier has been given: a message that leaves by mistake reaches nobody.
const PHONE_RANGE = '154'
const KINDS = [
  ['owner', 64],
  ['tenant', 20],
  ['livesHereRegisteredElsewhere', 16],
] as const
const OTHER_DISTRICTS = ['310104', '310107', '310112', '310115', '310106', '310113'] as const
const OTHER_PROVINCES = ['341221', '320684', '360730', '411525', '340123', '330106', '421182', '321084'] as const

export function demoPopulation({ streetCode = referenceStreet, seed, size, today }: PopulationOptions): Population {
  const random = seededRandom(`${streetCode} ${seed}`)
  const houses = demoHouses(streetCode, Math.ceil((size / PER_HOME) * 1.06), random)
  const world: World = {
    streetCode,
    today,
    random,
    nextIdNumber: idNumberMaker(streetCode === referenceStreet ? [0, 899] : [900, 999]),
    nextPhone: phoneMaker(streetCode === referenceStreet ? 0 : 90_000_000),
    population: {
      streetId: areaId(streetCode),
      houses,
      persons: [],
      phones: [],
      residencies: [],
      households: [],
      members: [],
      guardianships: [],
      organisations: demoOrganisations(streetCode, Math.ceil(size / 70), houses.dwellings, random),
    },
  }
  let running = 0
  let number = 0
  // Empty homes stand everywhere, not in the last committee alone.
  for (const dwelling of shuffled(houses.dwellings, random)) {
    if (running >= size) break
    running += settle(world, dwelling, number++)
  }
  return world.population
}

/** One household into one home; returns how many residencies still run. */
function settle(world: World, dwelling: Dwelling, number: number): number {
  const { random, population, today } = world
  const plans = planHousehold(random)
  const kind = random.weighted(KINDS)
  const householdId = demoId(`household ${dwelling.id}`, number)
  const start = since(today, random.between(1, kind === 'owner' ? 30 : 8), random)
  const ended = random.chance(0.015) ? since(today, random.between(0, 2), random) : null
  const moved = ended !== null && ended > start ? ended : ''
  const surnames = { head: demoSurname(random), spouse: demoSurname(random) }
  const division = divisionOf(world, kind)
  population.households.push({ id: householdId, dwellingId: dwelling.id, formedOn: start })
  const settled = plans.map((plan) => {
    const person = addPerson(
      world,
      plan,
      plan.surnameOf === 'own' ? demoSurname(random) : surnames[plan.surnameOf],
      division,
    )
    const from = laterOf(start, person.birthOn)
    if (plan.age > 70 && random.chance(0.02)) person.diedOn = since(today, random.between(0, 1), random)
    const end = person.diedOn !== null && person.diedOn > from ? person.diedOn : moved > from ? moved : ''
    const during = `[${from},${end})`
    population.residencies.push({ personId: person.id, dwellingId: dwelling.id, kind, during })
    population.members.push({ householdId, personId: person.id, kinship: plan.kinship, during })
    return { person, plan, runs: end === '' }
  })
  addPhones(world, settled)
  addGuardians(world, settled)
  let running = settled.filter((member) => member.runs).length
  if (kind === 'owner' && random.chance(0.2)) running += addRegisteredOnly(world, dwelling, surnames.head, division)
  return running
}

function addPerson(world: World, plan: MemberPlan, surname: string, registeredDivision: string): DemoPerson {
  const { random, population, streetCode } = world
  const birthOn = birthOnFor(plan.age, world.today, random)
  const order = population.persons.length
  const person: DemoPerson = {
    id: demoId(`person ${streetCode} ${order}`, order),
    name: demoName(surname, plan.sex, Number(birthOn.slice(0, 4)), random),
    sex: plan.sex,
    birthOn,
    idNumber: world.nextIdNumber(birthOn, plan.sex),
    registeredDivision,
    diedOn: null,
  }
  population.persons.push(person)
  return person
}

/** 户在人不在: grown children and others who left but are registered here still. */
function addRegisteredOnly(world: World, dwelling: Dwelling, surname: string, division: string): number {
  const { random, today, population } = world
  const sex = random.chance(0.5) ? 'male' : 'female'
  const person = addPerson(
    world,
    { kinship: 'child', sex, age: random.between(24, 55), surnameOf: 'head' },
    surname,
    division,
  )
  const from = since(today, random.between(1, 20), random)
  population.residencies.push({
    personId: person.id,
    dwellingId: dwelling.id,
    kind: 'registeredOnly',
    during: `[${from},)`,
  })
  if (random.chance(0.8)) population.phones.push({ personId: person.id, number: world.nextPhone(), relation: 'own' })
  return 1
}

function divisionOf({ random, streetCode }: World, kind: DemoResidency['kind']): string {
  // The invented street's people are of this city, but of none of its counties.
  if (kind === 'owner' || kind === 'registeredOnly') {
    return streetCode === referenceStreet ? streetCode.slice(0, 6) : syntheticArea
  }
  const near = kind === 'livesHereRegisteredElsewhere' ? 0.7 : 0.15
  return random.pick(random.chance(near) ? OTHER_DISTRICTS : OTHER_PROVINCES)
}

function phoneMaker(start: number): () => string {
  let next = start
  return () => PHONE_RANGE + String(next++).padStart(8, '0')
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let at = copy.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    ;[copy[at], copy[other]] = [copy[other]!, copy[at]!]
  }
  return copy
}
