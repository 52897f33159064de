import { sql } from 'kysely'
import { decryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import type { Tx } from '#platform/contract.ts'
import { maskIdNumber, maskPhone } from './mask.ts'

export interface PersonPhone {
  id: string
  masked: string
  relation: 'own' | 'family' | 'carer' | 'other'
  preferred: boolean
  doNotCall: boolean
}
export interface PersonResidency {
  dwellingId: string
  /** null where the dwelling is out of the caller's sight */
  address: string | null
  committeeId: string | null
  kind: 'owner' | 'tenant' | 'registeredOnly' | 'livesHereRegisteredElsewhere'
  from: string
  until: string | null
}
export interface Relative {
  personId: string
  name: string
  sex: 'male' | 'female' | 'unknown'
  birthOn: string | null
  /** of a household: its relation to the head; of a guardianship: its basis */
  as: string
}
export interface OpenedPerson {
  id: string
  name: string
  pinyin: string
  sex: 'male' | 'female' | 'unknown'
  birthOn: string | null
  diedOn: string | null
  idKind: 'residentId' | 'residencePermit' | 'foreignPermanentResident' | 'other' | null
  idNumberMasked: string | null
  registeredDivision: string | null
  version: number
  phones: PersonPhone[]
  residencies: PersonResidency[]
  household: Relative[]
  guardians: Relative[]
  wards: Relative[]
}

type Head = Omit<OpenedPerson, 'idNumberMasked' | 'phones' | 'residencies' | 'household' | 'guardians' | 'wards'>

/** The whole record as of a day, ID number and phones masked; null when absent or out of sight. Relatives out of sight are left out. */
export async function openPerson(tx: Tx, keys: KeyRing, personId: string, on: string): Promise<OpenedPerson | null> {
  const { rows } = await sql<Head & { idNumberCipher: Buffer | null }>`
    select id, name, name_pinyin as pinyin, sex, birth_on as "birthOn", died_on as "diedOn", id_kind as "idKind",
      id_number_cipher as "idNumberCipher", registered_division as "registeredDivision", version
    from registry.person where id = ${personId}`.execute(tx)
  if (!rows[0]) return null
  const { idNumberCipher, ...head } = rows[0]
  return {
    ...head,
    idNumberMasked: idNumberCipher && maskIdNumber(decryptValue(keys, 'idNumber', idNumberCipher)),
    phones: await phonesOf(tx, keys, personId, on),
    residencies: await residenciesOf(tx, personId),
    household: await householdOf(tx, personId, on),
    guardians: await guardiansOf(tx, personId, on),
    wards: await wardsOf(tx, personId, on),
  }
}

async function phonesOf(tx: Tx, keys: KeyRing, personId: string, on: string): Promise<PersonPhone[]> {
  const { rows } = await sql<Omit<PersonPhone, 'masked'> & { cipher: Buffer }>`
    select id, number_cipher as cipher, relation, preferred, do_not_call as "doNotCall" from registry.person_phone
    where person_id = ${personId} and during @> ${on}::date order by preferred desc, lower(during) desc`.execute(tx)
  return rows.map(({ cipher, ...phone }) => ({ ...phone, masked: maskPhone(decryptValue(keys, 'phone', cipher)) }))
}

async function residenciesOf(tx: Tx, personId: string): Promise<PersonResidency[]> {
  const { rows } = await sql<PersonResidency>`
    select r.dwelling_id as "dwellingId", d.address, d.committee_id as "committeeId", r.kind, lower(r.during) as "from", upper(r.during) as until
    from registry.residency r left join registry.dwelling d on d.id = r.dwelling_id
    where r.person_id = ${personId} order by upper(r.during) desc nulls first, lower(r.during) desc`.execute(tx)
  return rows
}

async function householdOf(tx: Tx, personId: string, on: string): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select p.id as "personId", p.name, p.sex, p.birth_on as "birthOn", m.kinship as "as"
    from registry.household_member own
    join registry.household_member m on m.household_id = own.household_id and m.during @> ${on}::date
    join registry.person p on p.id = m.person_id
    where own.person_id = ${personId} and own.during @> ${on}::date order by m.kinship <> 'head', p.birth_on`.execute(
    tx,
  )
  return rows
}

async function guardiansOf(tx: Tx, personId: string, on: string): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select p.id as "personId", p.name, p.sex, p.birth_on as "birthOn", g.basis as "as"
    from registry.guardianship g join registry.person p on p.id = g.guardian_id
    where g.ward_id = ${personId} and g.during @> ${on}::date order by p.birth_on`.execute(tx)
  return rows
}

async function wardsOf(tx: Tx, personId: string, on: string): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select p.id as "personId", p.name, p.sex, p.birth_on as "birthOn", g.basis as "as"
    from registry.guardianship g join registry.person p on p.id = g.ward_id
    where g.guardian_id = ${personId} and g.during @> ${on}::date order by p.birth_on`.execute(tx)
  return rows
}
