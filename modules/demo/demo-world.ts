import type { Sex } from '#kernel/registry/door.ts'
import type { Houses } from './demo-houses.ts'
import type { DemoOrganisation } from './demo-organisations.ts'
import type { Random } from './random.ts'

export interface DemoPerson {
  id: string
  name: string
  sex: Sex
  birthOn: string
  idNumber: string
  registeredDivision: string
  diedOn: string | null
}
export interface DemoPhone {
  personId: string
  number: string
  relation: 'own' | 'family'
}
export interface DemoResidency {
  personId: string
  dwellingId: string
  kind: 'owner' | 'tenant' | 'registeredOnly' | 'livesHereRegisteredElsewhere'
  during: string
}
export interface Population {
  streetId: string
  houses: Houses
  persons: DemoPerson[]
  phones: DemoPhone[]
  residencies: DemoResidency[]
  households: { id: string; dwellingId: string; formedOn: string }[]
  members: { householdId: string; personId: string; kinship: string; during: string }[]
  guardianships: { wardId: string; guardianId: string; during: string; basis: 'parent' | 'courtDecision' }[]
  organisations: DemoOrganisation[]
}

/** What is at hand while a street is being made up. */
export interface World {
  streetCode: string
  today: string
  random: Random
  nextIdNumber(birthOn: string, sex: Sex): string
  nextPhone(): string
  population: Population
}
