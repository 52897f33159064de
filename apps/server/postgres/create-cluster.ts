import { randomBytes } from 'node:crypto'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { postgresBinaries } from './binaries.ts'
import { complete, launch } from './process.ts'
import { giveTo, runAs } from './run-as.ts'

export const SUPERUSER = 'postgres'
/** UTF-8 everywhere; the character type must know Chinese letters, or trigram search would find none. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C']

/** Makes an empty cluster. It appears under its name only when complete, so a killed first start leaves no half folder. */
export async function createCluster(folder: string, password: string): Promise<void> {
  const { initdb } = await postgresBinaries()
  const fresh = path.join(path.dirname(folder), `.${path.basename(folder)}-${randomBytes(4).toString('hex')}`)
  const passwordFile = `${fresh}.pw`
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  const user = await runAs([fresh, initdb])
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await giveTo(passwordFile, user)
    await giveTo(fresh, user)
    await chmod(fresh, 0o700)
    let last = { ok: false, errors: '' }
    for (const locale of LOCALES) {
      last = await complete(launch(initdb, initdbArguments(fresh, passwordFile, locale), user, 'pipe'))
      if (last.ok) break
    }
    if (!last.ok) throw new Error(`初始化数据库失败 / the database could not be created: ${last.errors.trim()}`)
    await rename(fresh, folder)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(fresh, { recursive: true, force: true })
  }
}

function initdbArguments(folder: string, passwordFile: string, locale: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]
}
