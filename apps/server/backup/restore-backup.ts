import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Config } from '#platform/config/config.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { withConnection } from '#platform/db/connect.ts'
import { openEmbeddedDatabase } from '../postgres/embedded-database.ts'
import { giveTo, runAs } from '../postgres/run-as.ts'
import { readArchive } from './archive.ts'
import { readBackupKey } from './backup-key.ts'
import { countRows, differences, type RowCounts } from './row-counts.ts'
import { unseal } from './sealed-stream.ts'

export interface RestoreOptions {
  config: Config
  file: string
  progress: (line: string) => void
}

export interface Restored {
  tables: number
  rows: number
  /** Differences that writes during the backup explain; a quiet backup has none. */
  notes: string[]
}

/** Into an empty data folder only. It takes its name after the database started on it and its rows were counted. */
export async function restoreBackup({ config, file, progress }: RestoreOptions): Promise<Restored> {
  await refuseFilled(config.dataFolder)
  if (path.relative(config.dataFolder, config.filesFolder).startsWith('..')) await refuseFilled(config.filesFolder)
  const key = await readBackupKey(config.keysFolder)
  const staging = `${config.dataFolder}.restoring`
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { recursive: true })
  try {
    progress('正在解开备份 / unpacking the backup')
    const counts = await unpack(file, key, staging, filesIn(config, staging))
    progress('正在检查数据库 / checking the database')
    const restored = await check(staging, config.keysFolder, counts, progress)
    await rmdir(config.dataFolder).catch(() => undefined)
    await rename(staging, config.dataFolder)
    return restored
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    throw error
  }
}

async function refuseFilled(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => [] as string[])
  if (there.length > 0) {
    throw new StartProblem(
      `只能恢复到空文件夹 / a backup is restored into an empty folder only, and ${folder} is not; set LINLI_DATA`,
    )
  }
}

function filesIn(config: Config, staging: string): string {
  const relative = path.relative(config.dataFolder, config.filesFolder)
  return relative.startsWith('..') ? config.filesFolder : path.join(staging, relative)
}

async function unpack(file: string, key: Buffer, staging: string, files: string): Promise<RowCounts> {
  const unzipped = createGunzip()
  // A damaged archive destroys the reading end with its own sentence.
  pipeline(Readable.from(unseal(key, createReadStream(file))), unzipped).catch((error: Error) =>
    unzipped.destroy(error),
  )
  const database = path.join(staging, 'postgres')
  const owner = await runAs([database])
  let counts: RowCounts | undefined
  for await (const { head, content } of readArchive(unzipped)) {
    if (head.path === 'counts.json') counts = JSON.parse(await text(content)) as RowCounts
    else if (head.path === 'manifest.json') await text(content)
    else {
      const target = targetOf(head.path, staging, files)
      if (head.path.endsWith('/')) await mkdir(target, { recursive: true, mode: 0o700 })
      else {
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
        await pipeline(content, createWriteStream(target, { mode: 0o600 }))
      }
      if (head.path.startsWith('postgres/')) await giveTo(target, owner)
    }
  }
  if (!counts) throw new StartProblem('备份不完整 / the backup is incomplete')
  await giveTo(database, owner)
  await chmod(database, 0o700)
  return counts
}

/** A path of the archive may not leave its folder. */
function targetOf(name: string, staging: string, files: string): string {
  const [first, ...rest] = name.split('/')
  const root = first === 'postgres' ? path.join(staging, 'postgres') : first === 'files' ? files : staging
  const target = path.join(root, ...rest)
  if (path.relative(root, target).startsWith('..'))
    throw new StartProblem('备份里有越界路径 / the backup names a path outside its folder')
  return target
}

async function text(content: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

async function check(
  dataFolder: string,
  keysFolder: string,
  expected: RowCounts,
  progress: (line: string) => void,
): Promise<Restored> {
  const database = await openEmbeddedDatabase({ dataFolder, keysFolder, progress })
  try {
    const { rows } = await withConnection(database.urls.superuser, countRows)
    const different = differences(expected.rows, rows)
    if (expected.quiet && different.length > 0) {
      throw new StartProblem(`恢复后的行数不同 / the restored rows differ: ${different.join('; ')}`)
    }
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    return { tables: Object.keys(rows).length, rows: total, notes: different }
  } finally {
    await database.stop()
  }
}
