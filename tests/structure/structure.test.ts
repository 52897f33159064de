import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { eachActionHasItsTest } from './each-action-has-its-test.ts'
import { tableOwnership } from './table-ownership.ts'

const tree = path.resolve(import.meta.dirname, '../..')
let root: string
const planted: string[] = []

async function plant(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'linli-structure-'))
  planted.push(root)
  await plant('tests/structure/table-doors.txt', '# none\n')
  await plant('kernel/areas/migrations/1.sql', 'create table areas.area (id uuid); create view areas.tree as select 1')
})
afterAll(() => Promise.all(planted.map((folder) => rm(folder, { recursive: true }))))

describe('table ownership', () => {
  test('holds in this tree', async () => {
    expect(await tableOwnership(tree)).toEqual([])
  })

  test('finds a foreign table in a migration, a statement and the query builder', async () => {
    await plant('modules/visits/migrations/1.sql', 'create view visits.mine as select * from areas.area')
    await plant('modules/visits/list.ts', 'export const a = sql`select id from areas.tree where x = 1`')
    await plant('modules/visits/builder.ts', "export const b = db.selectFrom('areas.area as a').selectAll()")
    expect(await tableOwnership(root)).toEqual([
      'modules/visits/builder.ts names areas.area, a table of another part',
      'modules/visits/list.ts names areas.tree, a table of another part',
      'modules/visits/migrations/1.sql names areas.area, a table of another part',
    ])
  })

  test('lets foreign keys, functions, own tables, comments and listed doors pass', async () => {
    await plant(
      'modules/visits/migrations/1.sql',
      'create table visits.visit (area_id uuid references areas.area) -- areas.area',
    )
    await plant(
      'modules/visits/list.ts',
      'export const a = sql`select areas.below(1) from visits.visit`\nareas.area.x()',
    )
    expect(await tableOwnership(root)).toEqual([])
    await plant('modules/visits/more.ts', 'export const a = sql`select 1 from areas.area`')
    await plant('tests/structure/table-doors.txt', 'modules/visits areas.area because\n')
    expect(await tableOwnership(root)).toEqual([])
  })

  test('a door that nobody uses is a problem', async () => {
    await plant('tests/structure/table-doors.txt', 'modules/visits areas.area because\n')
    expect(await tableOwnership(root)).toEqual(['table-doors.txt lists "modules/visits areas.area", which nobody uses'])
  })
})

test('an action that no test of its module calls is found', async () => {
  await plant('modules/visits/begin-visit.ts', "export const begin = defineAction({ name: 'begin' })")
  await plant('modules/visits/end-visit.ts', "export const end = defineAction({ name: 'end' })")
  await plant('modules/visits/visits.test.ts', "call('visits.end')")
  expect(await eachActionHasItsTest(root)).toEqual([
    'modules/visits/begin-visit.ts defines visits.begin, which no test of modules/visits calls',
  ])
})
