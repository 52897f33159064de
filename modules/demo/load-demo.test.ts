import { afterAll, beforeAll, expect, test } from 'vitest'
import { decryptValue, newKeyRing } from '#kernel/crypto/door.ts'
import { withConnection } from '#platform/db/connect.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { committeesOf, inventedStreet, loadDemoPeople } from './contract.ts'

let database: TestDatabase
const ring = newKeyRing()
const options = () => ({
  ownerUrl: database.urls.owner,
  ring,
  seed: 1,
  today: '2026-11-24',
  sizes: { reference: 300, invented: 60 },
})

beforeAll(async () => {
  database = await createTestDatabase()
  await loadDemoPeople(options())
})
afterAll(() => database.dispose())

const look = <Row extends object>(sql: string, values: unknown[] = []) =>
  withConnection(database.urls.superuser, async (client) => (await client.query<Row>(sql, values)).rows)

test('both streets hold people whose ID numbers open with the ring', async () => {
  const rows = await look<{ cipher: Buffer; people: number }>(
    'select count(*)::int as people, min(id_number_cipher) as cipher from registry.person group by subdistrict_id order by 1',
  )
  expect(rows).toHaveLength(2)
  expect(rows[1]!.people).toBeGreaterThanOrEqual(300)
  expect(decryptValue(ring, 'idNumber', rows[0]!.cipher)).toMatch(/^310198/)
})

test('everybody with a running residency is in the scope of a committee and a grid, and nobody of the wrong one', async () => {
  const [counts] = await look<{ homes: number; scoped: number }>(`select
    (select count(distinct person_id)::int from registry.residency) as homes,
    (select count(distinct person_id)::int from registry.person_scope where why = 'residency') as scoped`)
  expect(counts!.scoped).toBe(counts!.homes)
  const wrong = await look(`select 1 from registry.person_scope s where s.why = 'residency' and not exists (
    select 1 from registry.residency r join registry.dwelling d on d.id = r.dwelling_id
    where r.person_id = s.person_id and s.holder_key in ('area:' || d.committee_id, 'area:' || d.grid_id))`)
  expect(wrong).toEqual([])
})

test('the tree knows who stands below a committee', async () => {
  const committee = committeesOf(inventedStreet)[0]!
  const rows = await look<{ area_id: string }>('select area_id from areas.descendant where ancestor_id = $1', [
    committee.id,
  ])
  expect(rows.map((row) => row.area_id).sort()).toEqual([committee.id, ...committee.gridIds].sort())
})

test('a second load is refused', async () => {
  await expect(loadDemoPeople(options())).rejects.toThrow('holds people already')
})
