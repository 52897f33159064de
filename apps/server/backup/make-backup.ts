import { createWriteStream } from 'node:fs'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Config } from '#platform/config/config.ts'
import { archiveEnd, folderEntries, textEntry } from './archive.ts'
import { createBackupKey } from './backup-key.ts'
import { copyDatabase } from './copy-database.ts'
import { seal } from './sealed-stream.ts'

export interface BackupOptions {
  config: Config
  /** Superuser at database `postgres`, and at Linli's. */
  superuserUrl: string
  databaseUrl: string
  file: string
  now: string
}

/** Database, files and checkpoints in one encrypted file, made while the server runs. It appears when complete. */
export async function makeBackup(options: BackupOptions): Promise<void> {
  const { config, file } = options
  const key = await createBackupKey(config.keysFolder)
  const draft = `${file}.part`
  await mkdir(path.dirname(file), { recursive: true })
  try {
    const packed = Readable.from(contents(options)).pipe(createGzip({ level: 1 }))
    await pipeline(Readable.from(seal(key, packed)), createWriteStream(draft, { mode: 0o600, flags: 'wx' }))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function* contents({ config, superuserUrl, databaseUrl, now }: BackupOptions): AsyncGenerator<Buffer> {
  const { dataFolder, filesFolder } = config
  yield* textEntry('manifest.json', JSON.stringify({ format: 1, madeAt: now }))
  yield* copyDatabase({ folder: path.join(dataFolder, 'postgres'), superuserUrl, databaseUrl })
  // After the database: a file is stored before its row, so that every row in the copy finds its file.
  const elsewhere = path.relative(dataFolder, filesFolder)
  yield* folderEntries('data', dataFolder, (relative) => isDatabase(relative) || within(relative, elsewhere))
  if (await exists(filesFolder)) yield* folderEntries('files', filesFolder, () => false)
  yield archiveEnd()
}

const isDatabase = (relative: string) => /^\.?postgres(\/|\.log$|-|$)/.test(relative)
const within = (relative: string, folder: string) => relative === folder || relative.startsWith(`${folder}/`)

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
