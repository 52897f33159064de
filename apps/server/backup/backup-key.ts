import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartProblem } from '#platform/config/start-problem.ts'

const FILE = 'backup.key'

/** The key lies with the other keys and never in an archive: whoever finds a backup finds nothing readable. */
export async function readBackupKey(keysFolder: string): Promise<Buffer> {
  const file = path.join(keysFolder, FILE)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartProblem(
      `缺少备份密钥 / ${file} is missing: put the key folder of the backed-up server in place first`,
    )
  })
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32) throw new StartProblem(`备份密钥已损坏 / ${file} is damaged`)
  return key
}

export async function createBackupKey(keysFolder: string): Promise<Buffer> {
  await mkdir(keysFolder, { recursive: true, mode: 0o700 })
  const key = `${randomBytes(32).toString('base64')}\n`
  await writeFile(path.join(keysFolder, FILE), key, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return readBackupKey(keysFolder)
}
