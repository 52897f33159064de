import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#platform/config/config.ts'
import { urlFor, withConnection } from '#platform/db/connect.ts'
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../postgres/embedded-database.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

let folder: string
let database: EmbeddedDatabase
const progress = () => undefined
const configOf = (data: string, keys: string) =>
  readConfig({ LINLI_DATA: path.join(folder, data), LINLI_KEYS: path.join(folder, keys) })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linli-backup-'))
  const { dataFolder, keysFolder, filesFolder } = configOf('data', 'keys')
  database = await openEmbeddedDatabase({ dataFolder, keysFolder, progress })
  await mkdir(path.join(filesFolder, 'ab'), { recursive: true })
  await writeFile(path.join(filesFolder, 'ab', 'abcd'), '收件材料')
  await withConnection(database.urls.owner, (client) =>
    client.query(`CREATE SCHEMA demo; CREATE TABLE demo.note (id int PRIMARY KEY, body text);
      INSERT INTO demo.note SELECT n, repeat('街道', 50) FROM generate_series(1, 20000) AS n`),
  )
})
afterAll(async () => {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

const backup = (file: string) =>
  makeBackup({
    config: configOf('data', 'keys'),
    superuserUrl: urlFor(database.urls.superuser, { database: 'postgres' }),
    databaseUrl: database.urls.superuser,
    file: path.join(folder, file),
    now: '2026-12-01T00:00:00Z',
  })
const restore = (file: string, data: string, keys: string) =>
  restoreBackup({ config: configOf(data, keys), file: path.join(folder, file), progress })

test('a quiet database comes back with every row and every file', async () => {
  await backup('quiet.backup')
  const restored = await restore('quiet.backup', 'restored', 'keys')
  expect(restored).toMatchObject({ notes: [], rows: 20_000 })
  expect(await readFile(path.join(folder, 'restored/files/ab/abcd'), 'utf8')).toBe('收件材料')
})

test('a database that is written to meanwhile comes back consistent', async () => {
  let writing = true
  const writer = withConnection(database.urls.owner, async (client) => {
    for (let id = 100_000; writing; id++) await client.query("INSERT INTO demo.note VALUES ($1, 'more')", [id])
  })
  await backup('busy.backup')
  writing = false
  await writer
  const restored = await restore('busy.backup', 'busy', 'keys')
  expect(restored.rows).toBeGreaterThanOrEqual(20_000)
})

test('neither the keys nor readable text lie in the archive, and without the keys it stays shut', async () => {
  const bytes = await readFile(path.join(folder, 'quiet.backup'))
  const { superuser } = JSON.parse(await readFile(path.join(folder, 'keys/database.json'), 'utf8')) as {
    superuser: string
  }
  expect(bytes.includes(superuser) || bytes.includes('街道')).toBe(false)
  await expect(restore('quiet.backup', 'thief', 'no-keys')).rejects.toThrow('key folder')
})

test('a filled folder is left alone, and a cut backup leaves nothing behind', async () => {
  await expect(restore('quiet.backup', 'data', 'keys')).rejects.toThrow('empty folder only')
  const cut = path.join(folder, 'cut.backup')
  await cp(path.join(folder, 'quiet.backup'), cut)
  await writeFile(cut, (await readFile(cut)).subarray(0, -100))
  await expect(restore('cut.backup', 'cut', 'keys')).rejects.toThrow('damaged or cut off')
  await expect(readFile(path.join(folder, 'cut/postgres/PG_VERSION'))).rejects.toThrow('ENOENT')
})
