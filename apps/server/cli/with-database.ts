import path from 'node:path'
import type { Config } from '#platform/config/config.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { urlFor } from '#platform/db/connect.ts'
import { SUPERUSER } from '../postgres/create-cluster.ts'
import { openEmbeddedDatabase } from '../postgres/embedded-database.ts'
import { isAlive, readPostmaster } from '../postgres/postmaster.ts'
import { readSecrets } from '../postgres/secrets.ts'
import { type DatabaseUrls, databaseUrls } from '../postgres/urls.ts'

/** The urls a command needs: all of them with the embedded database, those that were given with another. */
export type CommandUrls = Partial<DatabaseUrls>

/** Works on the running server's database, or starts it for the time of the command. */
export async function withDatabase<T>(
  config: Config,
  progress: (line: string) => void,
  work: (urls: CommandUrls) => Promise<T>,
): Promise<T> {
  const { database } = config
  if (database.kind === 'outside') {
    const { ownerUrl, webUrl, workerUrl, authUrl, jobsUrl } = database
    return work({ owner: ownerUrl, web: webUrl, worker: workerUrl, auth: authUrl, jobs: jobsUrl })
  }
  return withEmbedded(config, progress, work)
}

export async function withEmbedded<T>(
  config: Config,
  progress: (line: string) => void,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const { dataFolder, keysFolder } = config
  const running = await readPostmaster(path.join(dataFolder, 'postgres'))
  if (running?.status === 'ready' && isAlive(running.pid)) {
    const secrets = await readSecrets(keysFolder)
    const superuser = `postgres://${SUPERUSER}:${secrets.superuser}@127.0.0.1:${running.port}/linli`
    return work(databaseUrls(superuser, secrets.roles))
  }
  const opened = await openEmbeddedDatabase({ dataFolder, keysFolder, progress })
  try {
    return await work(opened.urls)
  } finally {
    await opened.stop()
  }
}

export function atPostgres(superuser: string): string {
  return urlFor(superuser, { database: 'postgres' })
}

export function needOwner(urls: CommandUrls): string {
  if (!urls.owner) throw new StartProblem('需要属主登录 / this command needs the owner: set DATABASE_URL')
  return urls.owner
}
