import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { readCsv } from '#testing/read-csv.ts'
import { countOfRules, definerFunctions, deletable, exceptions, wrongInCatalogue } from './catalogue.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.urls.superuser })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.dispose()
})

const listed = readCsv('docs/definer-functions.csv')

describe('the migrated database', () => {
  test('breaks none of the rules of the catalogue', async () => {
    expect(await wrongInCatalogue(client)).toEqual([])
    const tables = await client.query(`select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and c.relforcerowsecurity`)
    console.log(`catalogue: ${countOfRules} rules, ${tables.rowCount} tables with forced row security, 0 wrong`)
    expect(tables.rowCount).toBeGreaterThan(50)
  })

  test('has no definer function that docs/definer-functions.csv does not explain, and lets nobody else call it', async () => {
    const there = await definerFunctions(client)
    const told = listed.map((row) => ({ name: row.function!, mayExecute: row['may execute']! }))
    const sorted = (rows: typeof told) => [...rows].sort((a, b) => (a.name < b.name ? -1 : 1))
    expect(sorted(there)).toEqual(sorted(told))
    expect(told.filter((one) => one.mayExecute.includes('PUBLIC'))).toEqual([])
  })

  test('the list says of each function what it reveals or writes, and why', () => {
    for (const row of listed) {
      expect(['reveals', 'writes', 'neither'], row.function).toContain(row['reveals or writes'])
      expect(row["why it must see beyond the caller's rows"]!.length, row.function).toBeGreaterThan(10)
    }
    for (const reason of [...Object.values(exceptions), ...Object.values(deletable)])
      expect(reason.length).toBeGreaterThan(20)
  })
})

const broken: Record<string, [statement: string, found: string]> = {
  'a table without row security': ['create table cases.open_door (id int)', 'table without enabled and forced'],
  'row security that the owner may skip': [
    'alter table cases.note no force row level security',
    'table without enabled and forced',
  ],
  'a view with its owner’s eyes': [
    'create view cases.all_notes as select * from cases.note',
    'view without security_invoker',
  ],
  'a function without a search_path': [
    'create function cases.loose() returns int language sql as $$ select 1 $$',
    'function without search_path',
  ],
  'a policy for everybody': ['create policy open_door on cases.note using (true)', 'policy for everybody'],
  'a table open to all': [
    'create policy open_door on cases.note for select to linli_runtime using (true)',
    'table open to all',
  ],
  'a table of the runtime': ['alter table cases.note owner to linli_web', 'owned by a runtime role'],
  'a role that bypasses': ['alter role linli_worker bypassrls', 'runtime role that can go round'],
  'a role that is more than it says': ['grant linli_owner to linli_web', 'runtime role that can go round'],
  'a grant to delete': ['grant delete on cases.note to linli_runtime', 'grant beyond select'],
  'a grant to everybody': ['grant select on cases.note to public', 'grant beyond select'],
  'a schema to create in': ['grant create on schema cases to linli_runtime', 'schema in which the runtime may create'],
  'an audit that can be rewritten': [
    'grant update (detail) on audit.entry to linli_runtime',
    'audit table that the runtime can write',
  ],
}

describe('control: each rule finds what breaks it', () => {
  test.each(Object.entries(broken))('%s', async (_name, [statement, expected]) => {
    await client.query('begin')
    try {
      await client.query(statement)
      expect((await wrongInCatalogue(client)).join('\n')).toContain(expected)
    } finally {
      await client.query('rollback')
    }
  })

  test('an unlisted definer function, and one that everybody may call', async () => {
    await client.query('begin')
    await client.query(
      `create function cases.peek() returns bigint language sql security definer set search_path = pg_temp as $$ select count(*) from cases.note $$`,
    )
    expect((await definerFunctions(client)).find((one) => one.name === 'cases.peek')).toEqual({
      name: 'cases.peek',
      mayExecute: 'PUBLIC',
    })
    await client.query('rollback')
  })
})
