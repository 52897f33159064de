import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartProblem } from '#platform/config/start-problem.ts'
import { newRolePasswords, type RolePasswords } from '#platform/db/roles.ts'

export interface DatabaseSecrets {
  superuser: string
  roles: RolePasswords
}

const FILE = 'database.json'

/** The embedded database's passwords lie with the keys, never in the data folder or a backup of it. */
export async function readSecrets(keysFolder: string): Promise<DatabaseSecrets> {
  const file = path.join(keysFolder, FILE)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartProblem(
      `密钥文件夹里缺少 ${FILE} / ${file} is missing: put back the key folder that belongs to this data, or set LINLI_KEYS`,
    )
  })
  return JSON.parse(text) as DatabaseSecrets
}

/** For a new database: keeps passwords that are already there, so that a killed first start can be repeated. */
export async function createSecrets(keysFolder: string): Promise<DatabaseSecrets> {
  await mkdir(keysFolder, { recursive: true, mode: 0o700 })
  const file = path.join(keysFolder, FILE)
  const there = await readFile(file, 'utf8').catch(() => undefined)
  if (there) return JSON.parse(there) as DatabaseSecrets
  const secrets: DatabaseSecrets = { superuser: randomBytes(24).toString('base64url'), roles: newRolePasswords() }
  const draft = `${file}.${process.pid}.new`
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  await rename(draft, file)
  return secrets
}
