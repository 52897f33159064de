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
/** Who lived there already when the stories began, so that their committee is known on every day of them. */
const living = `from registry.person p join registry.residency r on r.person_id = p.id and upper_inf(r.during) and r.kind = 'owner'
  and lower(r.during) < $2::date - 120
  join registry.dwelling d on d.id = r.dwelling_id where p.died_on is null and p.id_number_cipher is not null`

/** Where the persons are looked for. */
export interface Registry {
  owner: pg.Client
  keys: KeyRing
  today: string
}

async function choose(
  { owner, keys, today }: Registry,
  where: string,
  streetCode: string,
  limit: number,
): Promise<DemoApplicant[]> {
  // By the digest of the id: spread over all committees, and the same for the same seed.
  const { rows } = await owner.query<Row>(
    `select ${columns} ${living} and p.subdistrict_id = $1 and ${where} order by md5(p.id::text) limit ${limit}`,
    [areaId(streetCode), today],
  )
  return rows.map((row) => ({
    personId: row.id,
    committeeId: row.committee_id,
    idNumber: decryptValue(keys, 'idNumber', row.id_number_cipher),
    phone: row.number_cipher && decryptValue(keys, 'phone', row.number_cipher),
  }))
}

export const elders = (registry: Registry, limit: number) =>
  choose(
    registry,
    `p.birth_on < $2::date - interval '66 years' and p.registered_division like '31%'`,
    referenceStreet,
    limit,
  )

export const adults = (registry: Registry, limit: number) =>
  choose(
    registry,
    `p.birth_on between $2::date - interval '60 years' and $2::date - interval '25 years' and p.registered_division like '31%'`,
    referenceStreet,
    limit,
  )

/** Of seventy years and more, with a phone of their own. */
export const oldElders = (registry: Registry, limit: number) =>
  choose(
    registry,
    `p.birth_on < $2::date - interval '71 years' and p.registered_division like '31%'`,
    referenceStreet,
    limit,
  )

/** Who are guardians of a child. */
export const guardians = (registry: Registry, limit: number) =>
  choose(
    registry,
    `exists (select from registry.guardianship g where g.guardian_id = p.id and g.during @> $2::date and g.basis = 'parent')`,
    referenceStreet,
    limit,
  )

/** People of the other street, for 全市通办. */
export const eldersElsewhere = (registry: Registry, limit: number) =>
  choose(registry, `p.birth_on < $2::date - interval '66 years'`, inventedStreet, limit)

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
