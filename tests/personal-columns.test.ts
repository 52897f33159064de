import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CatalogueColumn,
  type ColumnMap,
  elementOf,
  kernelColumns,
  registryColumns,
  unmappedColumns,
} from '#kernel/elements/door.ts'
import { columns as applications } from '#modules/applications/columns.ts'
import { columns as demo } from '#modules/demo/columns.ts'
import { columns as people } from '#modules/people/columns.ts'
import { columns as receipts } from '#modules/receipts/columns.ts'
import { columns as remedies } from '#modules/remedies/columns.ts'
import { columns as residents } from '#modules/residents/columns.ts'
import { columns as serviceItems } from '#modules/service-items/columns.ts'
import { withConnection } from '#platform/db/connect.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'

/** A module with tables adds its `columns.ts` here. */
const map: ColumnMap = {
  ...kernelColumns,
  ...registryColumns,
  ...applications,
  ...demo,
  ...people,
  ...receipts,
  ...remedies,
  ...residents,
  ...serviceItems,
}

let database: TestDatabase
let catalogue: CatalogueColumn[]

beforeAll(async () => {
  database = await createTestDatabase()
  catalogue = await withConnection(database.urls.superuser, async (client) => {
    // graphile_worker's tables are its own; its payloads carry ids only.
    const { rows } = await client.query<CatalogueColumn>(`
      select n.nspname || '.' || c.relname as "table", a.attname as "column", t.typname as "type"
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'pg_toast')`)
    return rows
  })
})
afterAll(() => database.dispose())

const lint = (columns: CatalogueColumn[]) => unmappedColumns(columns, map, (key) => elementOf(key) !== undefined)

test('no column of the database says something about a person without an element of the data standard', () => {
  expect(lint(catalogue)).toEqual([])
})

test('the lint sees a new column, a new table and a column that went', () => {
  const added = { table: 'registry.person', column: 'hobby', type: 'text' }
  expect(lint([...catalogue, added])).toEqual(['registry.person.hobby: neither element nor technical'])
  const table = { table: 'registry.club', column: 'name', type: 'text' }
  expect(lint([...catalogue, table])).toEqual(['registry.club.name: the table stands in no map'])
  expect(lint(catalogue.filter(({ table, column }) => `${table}.${column}` !== 'registry.person.sex'))).toEqual([
    'registry.person.sex: mapped, but there is no such column',
  ])
})

test('no column bears a name that the standard refuses', () => {
  const refused = /party|politic|religio|nationality|ethnic|credit_score|face_|gait|trajector/
  expect(catalogue.filter(({ column }) => refused.test(column))).toEqual([])
})
