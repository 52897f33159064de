import { type RawBuilder, sql } from 'kysely'
import { blindIndex, decryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import type { Tx } from '#platform/contract.ts'
import { maskIdNumber, maskPhone } from './mask.ts'
import { readSearch, type Search } from './read-search.ts'

export interface FoundPerson {
  id: string
  name: string
  sex: 'male' | 'female' | 'unknown'
  birthOn: string | null
  diedOn: string | null
  idNumberMasked: string | null
  phoneMasked: string | null
  address: string | null
  committeeId: string | null
}

export interface FoundPersons {
  by: Search['by']
  reason?: 'tooShort' | 'wrongNumber'
  rows: FoundPerson[]
  /** whether the list was cut */
  more: boolean
}

// Above every character: keys are compared by their bytes.
const LAST = '\u{10FFFF}'
/** One person can stand under more than one key with the same beginning: 吕 has lv, lu and lyu. */
const KEYS_PER_PERSON = 2

/** People in the caller's sight by ID number, phone, name, pinyin or address, masked. Row security decides who is in sight. */
export async function findPersons(
  tx: Tx,
  keys: KeyRing,
  wanted: { text: string; on: string; limit?: number },
): Promise<FoundPersons> {
  const limit = wanted.limit ?? 20
  const search = readSearch(wanted.text)
  if (search.by === 'nothing') return { by: search.by, reason: search.reason, rows: [], more: false }
  const { rows } = await sql<Row>`
    with hit as materialized (${hits(keys, search, limit + 1, wanted.on)})
    select p.id, p.name, p.sex, p.birth_on as "birthOn", p.died_on as "diedOn", p.id_number_cipher as "idNumberCipher",
      (select count(*) from hit) as hits, phone.number_cipher as "phoneCipher", home.address, home.committee_id as "committeeId"
    from (select person_id, min(rank) as rank from hit group by person_id order by min(rank) limit ${limit + 1}) h
    join registry.person p on p.id = h.person_id
    left join lateral (select n.number_cipher from registry.person_phone n where n.person_id = p.id and n.during @> ${wanted.on}::date
      order by n.preferred desc, lower(n.during) desc limit 1) phone on true
    left join lateral (select d.address, d.committee_id from registry.residency r join registry.dwelling d on d.id = r.dwelling_id
      where r.person_id = p.id and r.during @> ${wanted.on}::date order by (r.kind = 'registeredOnly'), lower(r.during) desc limit 1) home on true
    order by h.rank`.execute(tx)
  const more = rows.length > limit || (rows[0]?.hits ?? 0) >= (limit + 1) * KEYS_PER_PERSON
  return { by: search.by, rows: rows.slice(0, limit).map((row) => masked(row, keys)), more }
}

type Row = Omit<FoundPerson, 'idNumberMasked' | 'phoneMasked'> & {
  hits: number
  idNumberCipher: Buffer | null
  phoneCipher: Buffer | null
}

function hits(
  keys: KeyRing,
  search: Exclude<Search, { by: 'nothing' }>,
  limit: number,
  on: string,
): RawBuilder<unknown> {
  const { value } = search
  switch (search.by) {
    case 'idNumber':
      return sql`select id as person_id, 1 as rank from registry.person where id_number_index = ${blindIndex(keys, 'idNumber', value)}`
    case 'phone':
      return sql`select person_id, row_number() over (order by relation = 'own' desc, person_id) as rank from registry.person_phone
        where number_index = ${blindIndex(keys, 'phone', value)}`
    case 'name':
      return sql`select person_id, row_number() over (order by key, person_id) as rank from (
        select key, person_id from registry.person_search_key where key >= ${value} and key < ${value + LAST}
        order by key, person_id limit ${limit * KEYS_PER_PERSON}) first_keys`
    case 'address':
      // Home by home in their order, until the page is full; OFFSET 0 keeps the planner from sorting a whole lane first, and `any`
      // from the index that holds periods apart, which begins with the person and would be read whole for each home.
      return sql`select r.person_id, row_number() over (order by d.address_key, r.person_id) as rank
        from (select h.id, h.address_key from registry.dwelling h where h.address_key >= ${value} and h.address_key < ${value + LAST}
          and (${search.unit} = '' or split_part(h.address_key, '|', 5) = ${search.unit})
          and (${search.room} = '' or split_part(h.address_key, '|', 7) = ${search.room}) order by h.address_key offset 0) d
        cross join lateral (select x.person_id from registry.residency x
          where x.dwelling_id = any (array[d.id]) and x.during @> ${on}::date offset 0) r
        order by d.address_key, r.person_id limit ${limit * KEYS_PER_PERSON}`
  }
}

function masked({ idNumberCipher, phoneCipher, hits: _, ...row }: Row, keys: KeyRing): FoundPerson {
  return {
    ...row,
    idNumberMasked: idNumberCipher && maskIdNumber(decryptValue(keys, 'idNumber', idNumberCipher)),
    phoneMasked: phoneCipher && maskPhone(decryptValue(keys, 'phone', phoneCipher)),
  }
}
