import type { Config, OutsideDatabase } from '#platform/config/config.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { withConnection } from '#platform/db/connect.ts'
import { openEmbeddedDatabase } from './postgres/embedded-database.ts'

export interface OpenDatabase {
  /** Only where this process may change the schema. */
  ownerUrl?: string
  webUrl?: string
  workerUrl?: string
  authUrl?: string
  jobsUrl?: string
  lost: Promise<never>
  stop(): Promise<void>
}

/** The embedded PostgreSQL, started; or another one, reached with exactly the logins that were given. */
export async function openDatabase(config: Config, progress: (line: string) => void): Promise<OpenDatabase> {
  const { database, dataFolder, keysFolder } = config
  if (database.kind === 'outside') return openOutside(database)
  const { urls, lost, stop } = await openEmbeddedDatabase({ dataFolder, keysFolder, progress })
  return {
    ownerUrl: urls.owner,
    webUrl: urls.web,
    workerUrl: urls.worker,
    authUrl: urls.auth,
    jobsUrl: urls.jobs,
    lost,
    stop,
  }
}

async function openOutside({ kind: _, ...urls }: OutsideDatabase): Promise<OpenDatabase> {
  for (const url of new Set(Object.values(urls).filter((one) => one !== undefined))) await inspect(url)
  return { ...urls, lost: Promise.withResolvers<never>().promise, stop: async () => undefined }
}

/** A login that could step over row-level security would silently take one of the two walls away. */
async function inspect(url: string): Promise<void> {
  const login = new URL(url).username
  const { version, free } = await withConnection(url, async (client) => {
    const { rows } = await client.query<{ version: number; free: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, rolsuper OR rolbypassrls AS free
         FROM pg_roles WHERE rolname = current_user`,
    )
    return rows[0]!
  }).catch((error: Error) => {
    throw new StartProblem(`连不上数据库（${login}）/ cannot reach the database as ${login}: ${error.message}`)
  })
  if (version < 180_000)
    throw new StartProblem('需要 PostgreSQL 18 或更新 / the database must be PostgreSQL 18 or newer')
  if (free)
    throw new StartProblem(
      `登录 ${login} 能绕过行级安全 / login ${login} can bypass row-level security; see docs/operate/outside-database.md`,
    )
}
