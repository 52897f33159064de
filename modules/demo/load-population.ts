import type pg from 'pg'
import { blindIndex, encryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import { namePinyin, nameSearchKeys } from '#kernel/registry/door.ts'
import { type CopyValue, copyRows, rowsOf } from './copy-rows.ts'
import { demoId } from './demo-id.ts'
import type { Population } from './demo-world.ts'
import { loadHouses, loadOrganisations } from './load-places.ts'

export interface Progress {
  /** what was just loaded, as a key for the screen */
  step: 'houses' | 'people' | 'searchKeys' | 'phones' | 'households' | 'residencies' | 'organisations'
  rows: number
}

/** As owner, in one transaction: a start that is cut short leaves no half street. Scope rows come from the registry's own triggers. */
export async function loadPopulation(
  client: pg.ClientBase,
  ring: KeyRing,
  population: Population,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<void> {
  const { houses, persons, streetId } = population
  const told = async (step: Progress['step'], rows: number, work: Promise<unknown>) => {
    await work
    onProgress({ step, rows })
  }
  await client.query('begin')
  try {
    await client.query(
      "set local work_mem = '64MB'; set local statement_timeout = 0; set local synchronous_commit = off",
    )
    await told('houses', houses.dwellings.length, loadHouses(client, population))
    await told('people', persons.length, loadPersons(client, ring, population))
    await told('searchKeys', persons.length, loadSearchKeys(client, population))
    await told('phones', population.phones.length, loadPhones(client, ring, population))
    await told('households', population.households.length, loadHouseholds(client, population))
    await told('residencies', population.residencies.length, loadResidencies(client, population, streetId))
    await told('organisations', population.organisations.length, loadOrganisations(client, population))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function loadPersons(client: pg.ClientBase, ring: KeyRing, { persons, streetId }: Population): Promise<void> {
  return copyRows(
    client,
    'registry.person',
    [
      'id',
      'subdistrict_id',
      'name',
      'name_pinyin',
      'sex',
      'birth_on',
      'id_kind',
      'id_number_cipher',
      'id_number_index',
      'registered_division',
      'died_on',
    ],
    rowsOf(persons, (p) => [
      p.id,
      streetId,
      p.name,
      namePinyin(p.name),
      p.sex,
      p.birthOn,
      'residentId',
      encryptValue(ring, 'idNumber', p.idNumber),
      blindIndex(ring, 'idNumber', p.idNumber),
      p.registeredDivision,
      p.diedOn,
    ]),
  )
}

function loadSearchKeys(client: pg.ClientBase, { persons }: Population): Promise<void> {
  function* keys(): Generator<CopyValue[]> {
    for (const person of persons) for (const key of nameSearchKeys(person.name)) yield [key, person.id]
  }
  return copyRows(client, 'registry.person_search_key', ['key', 'person_id'], keys())
}

function loadPhones(client: pg.ClientBase, ring: KeyRing, { phones }: Population): Promise<void> {
  return copyRows(
    client,
    'registry.person_phone',
    ['id', 'person_id', 'number_cipher', 'number_index', 'kind', 'relation', 'preferred', 'during'],
    rowsOf(phones, (p, order) => [
      demoId(`phone ${p.personId}`, order),
      p.personId,
      encryptValue(ring, 'phone', p.number),
      blindIndex(ring, 'phone', p.number),
      'mobile',
      p.relation,
      true,
      '[2020-01-01,)',
    ]),
  )
}

async function loadHouseholds(
  client: pg.ClientBase,
  { households, members, guardianships, streetId }: Population,
): Promise<void> {
  await copyRows(
    client,
    'registry.household',
    ['id', 'subdistrict_id', 'dwelling_id', 'formed_on'],
    rowsOf(households, (h) => [h.id, streetId, h.dwellingId, h.formedOn]),
  )
  await copyRows(
    client,
    'registry.household_member',
    ['household_id', 'person_id', 'kinship', 'during'],
    rowsOf(members, (m) => [m.householdId, m.personId, m.kinship, m.during]),
  )
  await copyRows(
    client,
    'registry.guardianship',
    ['id', 'ward_id', 'guardian_id', 'during', 'basis'],
    rowsOf(guardianships, (g, order) => [
      demoId(`guardianship ${g.wardId} ${g.guardianId}`, order),
      g.wardId,
      g.guardianId,
      g.during,
      g.basis,
    ]),
  )
}

function loadResidencies(client: pg.ClientBase, { residencies }: Population, streetId: string): Promise<void> {
  return copyRows(
    client,
    'registry.residency',
    ['id', 'subdistrict_id', 'person_id', 'dwelling_id', 'kind', 'during'],
    rowsOf(residencies, (r, order) => [
      demoId(`residency ${r.personId} ${r.dwellingId}`, order),
      streetId,
      r.personId,
      r.dwellingId,
      r.kind,
      r.during,
    ]),
  )
}
