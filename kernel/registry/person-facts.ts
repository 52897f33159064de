import { sql } from 'kysely'
import { decryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import type { Tx } from '#platform/contract.ts'
import type { Text } from '#platform/text.ts'
import { maskIdNumber, maskPhone } from './mask.ts'
import { registeredInCity } from './rule-facts.ts'

export interface KnownValue {
  value?: string | number | boolean
  /** In place of a value that is shown only when revealed. */
  masked?: string
  source: Text
  asOf: string
}

/** What the base knows of one person: by element key for forms, and as flat values for rules. */
export interface PersonFacts {
  name: string
  known: Map<string, KnownValue>
  values: Record<string, string | number | boolean>
}

interface FactsRow {
  name: string
  sex: 'male' | 'female' | 'unknown'
  birthOn: string | null
  registeredDivision: string | null
  updatedOn: string
  idNumberCipher: Buffer | null
  phoneCipher: Buffer | null
  phoneSince: string | null
  address: string | null
  livesSince: string | null
  householdSize: number | null
}

const register: Text = { 'zh-CN': '实有人口登记', en: 'population register' }

/** Facts of somebody in the caller's sight, as known on a day; null when absent or out of sight. */
export async function personFacts(tx: Tx, keys: KeyRing, personId: string, on: string): Promise<PersonFacts | null> {
  const { rows } = await sql<FactsRow>`
    select p.name, p.sex, p.birth_on as "birthOn", p.registered_division as "registeredDivision",
      (p.updated_at at time zone 'Asia/Shanghai')::date as "updatedOn", p.id_number_cipher as "idNumberCipher",
      phone.number_cipher as "phoneCipher", lower(phone.during) as "phoneSince", home.address, home.since as "livesSince",
      (select count(*)::int from registry.household_member m join registry.household_member own on own.household_id = m.household_id
       where own.person_id = p.id and own.during @> ${on}::date and m.during @> ${on}::date) as "householdSize"
    from registry.person p
    left join lateral (select n.number_cipher, n.during from registry.person_phone n where n.person_id = p.id and n.during @> ${on}::date
      order by n.preferred desc, lower(n.during) desc limit 1) phone on true
    left join lateral (select d.address, lower(r.during) as since from registry.residency r join registry.dwelling d on d.id = r.dwelling_id
      where r.person_id = p.id and r.during @> ${on}::date order by (r.kind = 'registeredOnly'), lower(r.during) desc limit 1) home on true
    where p.id = ${personId}`.execute(tx)
  const row = rows[0]
  return row ? factsOfRow(row, keys) : null
}

function factsOfRow(row: FactsRow, keys: KeyRing): PersonFacts {
  const known = new Map<string, KnownValue>()
  const values: PersonFacts['values'] = {}
  const tell = (key: string, value: string | number | boolean | null, asOf: string | null) => {
    if (value === null || value === 'unknown') return
    known.set(`person.${key}`, { value, source: register, asOf: asOf ?? row.updatedOn })
    values[key] = value
  }
  tell('name', row.name, row.updatedOn)
  tell('sex', row.sex, row.updatedOn)
  tell('birthOn', row.birthOn, row.updatedOn)
  tell('registeredDivision', row.registeredDivision, row.updatedOn)
  tell('address', row.address, row.livesSince)
  if (row.registeredDivision) values.registeredInCity = registeredInCity(row.registeredDivision)
  if (row.householdSize) values.householdSize = row.householdSize
  if (row.idNumberCipher) {
    known.set('person.idNumber', {
      masked: maskIdNumber(decryptValue(keys, 'idNumber', row.idNumberCipher)),
      source: register,
      asOf: row.updatedOn,
    })
  }
  if (row.phoneCipher) {
    known.set('person.phone', {
      masked: maskPhone(decryptValue(keys, 'phone', row.phoneCipher)),
      source: register,
      asOf: row.phoneSince ?? row.updatedOn,
    })
  }
  return { name: row.name, known, values }
}

/** The same shape out of what 全市通办 was told: only the fields that the item binds. */
export function factsOfFound(found: Record<string, unknown>, keys: KeyRing, on: string): PersonFacts {
  const text = (key: string) => (typeof found[key] === 'string' ? (found[key] as string) : null)
  return factsOfRow(
    {
      name: text('name') ?? '',
      sex: (text('sex') ?? 'unknown') as FactsRow['sex'],
      birthOn: text('birthOn'),
      registeredDivision: text('registeredDivision'),
      updatedOn: on,
      idNumberCipher: null,
      phoneCipher: text('phone') ? Buffer.from(text('phone')!, 'base64') : null,
      phoneSince: null,
      address: text('address'),
      livesSince: null,
      householdSize: null,
    },
    keys,
  )
}
