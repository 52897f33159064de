import { mkdir, stat, truncate } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withConnection } from '#platform/db/connect.ts'
import { ensureDatabase, ensureRoles, prepareDatabase } from '#platform/db/roles.ts'
import { createCluster, SUPERUSER } from './create-cluster.ts'
import { damaged, inspectDataFolder } from './data-folder.ts'
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts'
import { clearLeftover, inUse } from './leftover.ts'
import { type RunningPostgres, runPostgres } from './run-postgres.ts'
import { createSecrets, type DatabaseSecrets, readSecrets } from './secrets.ts'
import { type DatabaseUrls, databaseUrls } from './urls.ts'

const DATABASE = 'linli'
const LARGEST_LOG = 10 * 1024 * 1024
/** Terse errors and no statements: the log must not quote a row. */
const SETTINGS = {
  max_connections: 120,
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  jit: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
}

export interface EmbeddedOptions {
  dataFolder: string
  keysFolder: string
  progress: (line: string) => void
}

export interface EmbeddedDatabase {
  urls: DatabaseUrls
  pid(): number
  /** Rejects when PostgreSQL ended and could not be started again. */
  lost: Promise<never>
  stop(): Promise<void>
}

/** PostgreSQL 18 under the data folder, for as long as this process runs; started again whenever it dies. */
export async function openEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataFolder, progress } = options
  const folder = path.join(dataFolder, 'postgres')
  const logFile = path.join(dataFolder, 'postgres.log')
  const secrets = await openFolder(folder, options)
  const superuserUrl = (port: number) => urlOf(secrets, port, 'postgres')
  await clearLeftover(folder, superuserUrl)
  if (await isLarge(logFile)) await truncate(logFile)

  const start = (port?: number) => runPostgres({ folder, logFile, settings: SETTINGS, ...(port ? { port } : {}) })
  let server = await start().catch((error: Error) => {
    throw /postmaster\.pid|is in use|shared memory/.test(error.message) ? inUse() : damaged(folder, error.message)
  })
  const port = server.port
  let lock = await takeInstanceLock(superuserUrl(port), 1_000)
  if (!lock) throw inUse()
  await prepare(secrets, port)

  let stopping = false
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => undefined)
  void watch()
  return {
    urls: databaseUrls(urlOf(secrets, port, DATABASE), secrets.roles),
    pid: () => server.pid,
    lost: lost.promise,
    async stop() {
      stopping = true
      await lock?.release()
      await server.stop()
    },
  }

  async function watch(): Promise<void> {
    for (;;) {
      await server.exited
      if (stopping) return
      progress('数据库意外停止，正在重新启动 / the database stopped, starting it again')
      const again = await restart(
        () => start(port),
        () => stopping,
      )
      if (!again) return stopping ? undefined : lost.reject(new Error('the database could not be started again'))
      server = again
      if (stopping) return server.stop()
      lock = await takeInstanceLock(superuserUrl(port), 1_000).catch((): InstanceLock | undefined => undefined)
    }
  }
}

/** Children of a killed PostgreSQL need a moment to leave its shared memory; until then a new one is refused. */
async function restart(
  start: () => Promise<RunningPostgres>,
  stopping: () => boolean,
): Promise<RunningPostgres | undefined> {
  for (let attempt = 0; attempt < 60 && !stopping(); attempt++) {
    const server = await start().catch(() => undefined)
    if (server) return server
    await sleep(250)
  }
  return undefined
}

async function openFolder(
  folder: string,
  { dataFolder, keysFolder, progress }: EmbeddedOptions,
): Promise<DatabaseSecrets> {
  if ((await inspectDataFolder(folder)) === 'present') return readSecrets(keysFolder)
  progress('创建数据库 / creating the database')
  await mkdir(dataFolder, { recursive: true })
  const secrets = await createSecrets(keysFolder)
  await createCluster(folder, secrets.superuser)
  return secrets
}

async function prepare(secrets: DatabaseSecrets, port: number): Promise<void> {
  await withConnection(urlOf(secrets, port, 'postgres'), async (client) => {
    await ensureRoles(client, secrets.roles)
    await ensureDatabase(client, DATABASE)
  })
  await withConnection(urlOf(secrets, port, DATABASE), (client) => prepareDatabase(client, DATABASE))
}

function urlOf(secrets: DatabaseSecrets, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${secrets.superuser}@127.0.0.1:${port}/${database}`
}

async function isLarge(file: string): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size > LARGEST_LOG,
    () => false,
  )
}
