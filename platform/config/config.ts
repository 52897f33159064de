import path from 'node:path'
import type { z } from 'zod'
import { nearest } from './nearest.ts'
import { type Settings, settings } from './settings.ts'
import { StartProblem } from './start-problem.ts'

export interface OutsideDatabase {
  kind: 'outside'
  ownerUrl?: string
  webUrl?: string
  workerUrl?: string
  authUrl?: string
  jobsUrl?: string
}

export interface Config {
  role: Settings['LINLI_ROLE']
  host: string
  port: number
  publicUrl: string
  dataFolder: string
  keysFolder: string
  cipher: 'aes' | 'sm4'
  filesFolder: string
  log: Settings['LINLI_LOG']
  demo: boolean
  scale: number
  seed: number
  testClock?: string
  trustedProxies: number
  poolSize: number
  jobsAtOnce: number
  database: { kind: 'embedded' } | OutsideDatabase
}

/** Reads the environment once. Whatever is wrong stops the start with one sentence; no value is repeated, it may be secret. */
export function readConfig(env: Record<string, string | undefined>): Config {
  refuseUnknown(env)
  // An empty variable means "not set", as compose files and service units write it.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '' && value !== undefined))
  const parsed = settings.safeParse(given)
  if (!parsed.success) throw wrongValue(parsed.error)
  return arrange(parsed.data)
}

function refuseUnknown(env: Record<string, string | undefined>): void {
  const known = Object.keys(settings.shape)
  const unknown = Object.keys(env).find((name) => name.startsWith('LINLI_') && !known.includes(name))
  if (unknown) {
    const closest = nearest(unknown, known)
    throw new StartProblem(
      `未知设置 ${unknown}，是否指 ${closest}？ / unknown setting ${unknown}; did you mean ${closest}?`,
    )
  }
}

function wrongValue(error: z.ZodError): StartProblem {
  const issue = error.issues[0]!
  const name = String(issue.path[0])
  return new StartProblem(`设置 ${name} 的值不对 / the value of ${name} is wrong: ${issue.message}`)
}

function arrange(set: Settings): Config {
  const database = databaseOf(set)
  const dataFolder = path.resolve(set.LINLI_DATA)
  const keysFolder = path.resolve(set.LINLI_KEYS ?? `${dataFolder}-keys`)
  if (`${keysFolder}${path.sep}`.startsWith(`${dataFolder}${path.sep}`)) {
    throw new StartProblem(
      'LINLI_KEYS 必须在 LINLI_DATA 之外 / LINLI_KEYS must lie outside LINLI_DATA, or a copy of the data would carry its keys',
    )
  }
  if (set.LINLI_DEMO && database.kind === 'outside') {
    throw new StartProblem(
      '外部数据库不能用演示数据 / LINLI_DEMO is refused with another database; unset one of the two',
    )
  }
  return {
    role: set.LINLI_ROLE,
    host: set.LINLI_HOST,
    port: set.PORT,
    publicUrl: (set.LINLI_PUBLIC_URL ?? `http://localhost:${set.PORT}`).replace(/\/$/, ''),
    dataFolder,
    keysFolder,
    cipher: set.LINLI_CIPHER,
    filesFolder: path.resolve(set.LINLI_FILES ?? path.join(dataFolder, 'files')),
    log: set.LINLI_LOG,
    demo: set.LINLI_DEMO ?? database.kind === 'embedded',
    scale: set.LINLI_SCALE,
    seed: set.LINLI_SEED,
    testClock: set.LINLI_TEST_CLOCK,
    trustedProxies: set.LINLI_TRUSTED_PROXIES,
    poolSize: set.LINLI_POOL,
    jobsAtOnce: set.LINLI_JOBS_AT_ONCE,
    database,
  }
}

/** Web and worker processes are given their own logins only: the owner's password stays with whoever migrates. */
function databaseOf(set: Settings): Config['database'] {
  const urls = {
    ownerUrl: set.DATABASE_URL,
    webUrl: set.LINLI_WEB_DATABASE_URL,
    workerUrl: set.LINLI_WORKER_DATABASE_URL,
    authUrl: set.LINLI_AUTH_DATABASE_URL,
    jobsUrl: set.LINLI_JOBS_DATABASE_URL,
  }
  if (Object.values(urls).some((url) => url !== undefined)) return { kind: 'outside', ...urls }
  if (set.LINLI_ROLE === 'web' || set.LINLI_ROLE === 'worker') {
    throw new StartProblem(
      `LINLI_ROLE=${set.LINLI_ROLE} 需要外部数据库 / LINLI_ROLE=${set.LINLI_ROLE} needs another database: set LINLI_WEB_DATABASE_URL and its like`,
    )
  }
  return { kind: 'embedded' }
}
