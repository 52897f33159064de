import type pg from 'pg'
import { blindIndex, encryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import { addressKey, checkDigit, namePinyin, nameSearchKeys, parseAddress } from '#kernel/registry/door.ts'
import { newId } from '#platform/ids.ts'
import type { WorldAreas } from './world-areas.ts'

export interface WorldPerson {
  id: string
  name: string
  idNumber: string
  phone: string
  dwellingId: string
}

export type PersonName = 'elder' | 'worker' | 'child' | 'southElder' | 'outsider'

/** The number of no living person: its area code belongs to no division. */
export function syntheticIdNumber(birthOn: string, serial: number): string {
  const body = `310198${birthOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return body + checkDigit(body)
}

interface Wanted {
  name: string
  birthOn: string
  home: 'north' | 'south' | 'otherCommittee'
  serial: number
}

const wanted: Record<PersonName, Wanted> = {
  elder: { name: '张德明', birthOn: '1955-03-02', home: 'north', serial: 101 },
  worker: { name: '李晓燕', birthOn: '1985-07-19', home: 'north', serial: 202 },
  child: { name: '李小宝', birthOn: '2016-05-05', home: 'north', serial: 303 },
  southElder: { name: '欧阳秀英', birthOn: '1950-11-30', home: 'south', serial: 404 },
  outsider: { name: '赵䶮', birthOn: '1948-01-08', home: 'otherCommittee', serial: 505 },
}

/** Five openly synthetic people, each in a dwelling; 李晓燕 is the guardian of 李小宝. */
export async function insertPeople(
  owner: pg.Client,
  keys: KeyRing,
  areas: WorldAreas,
): Promise<Record<PersonName, WorldPerson>> {
  const people = {} as Record<PersonName, WorldPerson>
  for (const [key, one] of Object.entries(wanted) as [PersonName, Wanted][]) {
    people[key] = await insertPerson(owner, keys, areas, one)
  }
  await owner.query(
    `insert into registry.guardianship (ward_id, guardian_id, during, basis) values ($1, $2, daterange('2016-05-05', '2034-05-05'), 'parent')`,
    [people.child.id, people.worker.id],
  )
  return people
}

async function insertPerson(owner: pg.Client, keys: KeyRing, areas: WorldAreas, one: Wanted): Promise<WorldPerson> {
  const street = one.home === 'otherCommittee' ? areas.otherStreet : areas.street
  const person = {
    id: newId(),
    name: one.name,
    idNumber: syntheticIdNumber(one.birthOn, one.serial),
    phone: `1990000${String(one.serial).padStart(4, '0')}`,
    dwellingId: newId(),
  }
  await owner.query(
    `insert into registry.person (id, subdistrict_id, name, name_pinyin, sex, birth_on, id_kind, id_number_cipher, id_number_index, registered_division)
     values ($1, $2, $3, $4, $5, $6, 'residentId', $7, $8, '310105')`,
    [
      person.id,
      street,
      one.name,
      namePinyin(one.name),
      one.serial % 2 ? 'male' : 'female',
      one.birthOn,
      encryptValue(keys, 'idNumber', person.idNumber),
      blindIndex(keys, 'idNumber', person.idNumber),
    ],
  )
  await owner.query(
    'insert into registry.person_search_key (person_id, key) select $1, unnest($2::text[]) on conflict do nothing',
    [person.id, nameSearchKeys(one.name)],
  )
  await owner.query(
    `insert into registry.person_phone (person_id, number_cipher, number_index, kind, preferred, during) values ($1, $2, $3, 'mobile', true, daterange('2020-01-01', null))`,
    [person.id, encryptValue(keys, 'phone', person.phone), blindIndex(keys, 'phone', person.phone)],
  )
  await owner.query(
    `insert into registry.dwelling (id, subdistrict_id, committee_id, grid_id, road, lane, house_no, room, address, address_key)
     values ($1, $2, $3, $4, '测试路', '1弄', $5, '101室', $6, $7)`,
    [
      person.dwellingId,
      street,
      areas[one.home],
      one.home === 'north' ? areas.grid : null,
      `${one.serial}号`,
      `测试路1弄${one.serial}号101室`,
      addressKey(parseAddress(`测试路1弄${one.serial}号101室`)),
    ],
  )
  await owner.query(
    `insert into registry.residency (subdistrict_id, person_id, dwelling_id, kind, during) values ($1, $2, $3, 'owner', daterange('2000-01-01', null))`,
    [street, person.id, person.dwellingId],
  )
  return person
}
