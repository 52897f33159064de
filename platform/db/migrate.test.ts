import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import { withConnection } from './connect.ts'
import { migrate, pendingMigrations } from './migrate.ts'

let root: string
let database: TestDatabase

async function write(folder: string, name: string, sql: string): Promise<void> {
  await mkdir(path.join(root, folder, 'migrations'), { recursive: true })
  await writeFile(path.join(root, folder, 'migrations', name), sql)
}

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.dispose())
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'linli-migrations-'))
  await withConnection(database.urls.owner, (client) =>
    client.query('DROP SCHEMA IF EXISTS platform CASCADE; DROP SCHEMA IF EXISTS demo CASCADE'),
  )
  return () => rm(root, { recursive: true })
})

const run = () => migrate({ ownerUrl: database.urls.owner, root })

describe('migrate', () => {
  test('applies files of all parts in the order of their names, once', async () => {
    await write('modules/b', '20260101T0000-first.sql', 'CREATE SCHEMA demo; CREATE TABLE demo.one (id int)')
    await write('kernel/a', '20260101T0001-second.sql', 'ALTER TABLE demo.one ADD COLUMN what text')
    expect(await run()).toEqual(['20260101T0000-first.sql', '20260101T0001-second.sql'])
    expect(await run()).toEqual([])
    await withConnection(database.urls.web, async (client) => expect(await pendingMigrations(client, root)).toEqual([]))
  })

  test('stops with a clear sentence when an applied file was changed', async () => {
    await write('kernel/a', '20260101T0000-first.sql', 'CREATE SCHEMA demo')
    await run()
    await write('kernel/a', '20260101T0000-first.sql', 'CREATE SCHEMA demo; SELECT 1')
    await expect(run()).rejects.toThrow('20260101T0000-first.sql was changed after it had been applied')
  })

  test('leaves nothing of a file that fails, and names its line', async () => {
    await write('kernel/a', '20260101T0000-first.sql', 'CREATE SCHEMA demo;\nSELECT nonsense;')
    await expect(run()).rejects.toThrow(/20260101T0000-first\.sql:2: .*nonsense/)
    await withConnection(database.urls.owner, async (client) => {
      expect((await client.query("SELECT to_regnamespace('demo') AS there")).rows).toEqual([{ there: null }])
    })
  })

  test('two starters at once apply each file once', async () => {
    await write('kernel/a', '20260101T0000-first.sql', 'CREATE SCHEMA demo; SELECT pg_sleep(0.2)')
    const both = await Promise.all([run(), run()])
    expect(both.flat()).toEqual(['20260101T0000-first.sql'])
  })

  test('refuses a database that is newer than the program', async () => {
    await write('kernel/a', '20260101T0000-first.sql', 'CREATE SCHEMA demo')
    await run()
    await rm(path.join(root, 'kernel'), { recursive: true })
    await expect(run()).rejects.toThrow('newer than this program')
  })
})

describe('the roles', () => {
  test('none may bypass row-level security or is superuser', async () => {
    await withConnection(database.urls.superuser, async (client) => {
      const { rows } = await client.query(
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'linli%' AND (rolsuper OR rolbypassrls OR rolcreaterole)",
      )
      expect(rows).toEqual([])
    })
  })

  test('the runtime login reads the history and cannot write it', async () => {
    await run()
    await withConnection(database.urls.web, async (client) => {
      await expect(client.query("INSERT INTO platform.migration VALUES ('x', 'y')")).rejects.toThrow(
        'permission denied',
      )
    })
  })

  test('trigram search knows Chinese letters', async () => {
    await withConnection(database.urls.web, async (client) => {
      const { rows } = await client.query<{ n: number }>("SELECT cardinality(show_trgm('周家桥')) AS n")
      expect(rows[0]!.n).toBeGreaterThan(1)
    })
  })
})
