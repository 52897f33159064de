import type pg from 'pg'
import { blindIndex, decryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import { ensureResidentAccount, type Identity } from '#kernel/identity/door.ts'
import { areaId, inventedStreet, referenceStreet } from '#modules/demo/contract.ts'

export interface DemoApplicant {
  personId: string
  committeeId: string
  idNumber: string
  phone: string | null
}

interface Row {
  id: string
  committee_id: string
  id_number_cipher: Buffer
  number_cipher: Buffer | null
}

const columns = `p.id, d.committee_id, p.id_number_cipher,
  (select n.number_cipher from registry.person_phone n where n.person_id = p.id and upper_inf(n.during) order by n.preferred desc, n.id limit 1)`
const living = `from registry.person p join registry.residency r on r.person_id = p.id and upper_inf(r.during) and r.kind = 'owner'
  join registry.dwelling d on d.id = r.dwelling_id where p.died_on is null and p.id_number_cipher is not null`

async function choose(
  owner: pg.Client,
  keys: KeyRing,
  where: string,
  values: unknown[],
  limit: number,
): Promise<DemoApplicant[]> {
  // By the digest of the id: spread over all committees, and the same for the same seed.
  const { rows } = await owner.query<Row>(
    `select ${columns} ${living} and ${where} order by md5(p.id::text) limit ${limit}`,
    values,
  )
  return rows.map((row) => ({
    personId: row.id,
    committeeId: row.committee_id,
    idNumber: decryptValue(keys, 'idNumber', row.id_number_cipher),
    phone: row.number_cipher && decryptValue(keys, 'phone', row.number_cipher),
  }))
}

export const elders = (owner: pg.Client, keys: KeyRing, limit: number) =>
  choose(
    owner,
    keys,
    `p.subdistrict_id = $1 and p.birth_on < current_date - interval '66 years' and p.registered_division like '31%'`,
    [areaId(referenceStreet)],
    limit,
  )

export const adults = (owner: pg.Client, keys: KeyRing, limit: number) =>
  choose(
    owner,
    keys,
    `p.subdistrict_id = $1 and p.birth_on between current_date - interval '60 years' and current_date - interval '25 years' and p.registered_division like '31%'`,
    [areaId(referenceStreet)],
    limit,
  )

/** Of seventy years and more, with a phone of their own. */
export const oldElders = (owner: pg.Client, keys: KeyRing, limit: number) =>
  choose(
    owner,
    keys,
    `p.subdistrict_id = $1 and p.birth_on < current_date - interval '71 years' and p.registered_division like '31%'`,
    [areaId(referenceStreet)],
    limit,
  )

/** Who are guardians of a child. */
export const guardians = (owner: pg.Client, keys: KeyRing, limit: number) =>
  choose(
    owner,
    keys,
    `p.subdistrict_id = $1 and exists (select from registry.guardianship g where g.guardian_id = p.id and g.during @> current_date and g.basis = 'parent')`,
    [areaId(referenceStreet)],
    limit,
  )

/** People of the other street, for 全市通办. */
export const eldersElsewhere = (owner: pg.Client, keys: KeyRing, limit: number) =>
  choose(
    owner,
    keys,
    `p.subdistrict_id = $1 and p.birth_on < current_date - interval '66 years'`,
    [areaId(inventedStreet)],
    limit,
  )

/** An account for the person's own phone, bound as after a checked document; null where the phone serves somebody else already. */
export async function residentFor(
  owner: pg.Client,
  identity: Identity,
  keys: KeyRing,
  person: DemoApplicant,
  checkedBy: string,
): Promise<string | null> {
  if (!person.phone || !/^1\d{10}$/.test(person.phone)) return null
  const { rows } = await owner.query(
    'select 1 from identity.account a join identity.binding b on b.account_id = a.id where a.phone_index = $1',
    [blindIndex(keys, 'phone', person.phone)],
  )
  if (rows.length > 0) return null
  const { accountId } = await ensureResidentAccount(identity, person.phone)
  await owner.query(
    `insert into identity.binding (account_id, person_id, how, checked_by_account, during) values ($1, $2, 'checkedDocument', $3, tstzrange('2025-06-01', null))`,
    [accountId, person.personId, checkedBy],
  )
  return accountId
}
