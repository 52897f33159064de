import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCluster, SUPERUSER } from '#apps/server/postgres/create-cluster.ts'
import { isAlive, readPostmaster, waitUntilGone } from '#apps/server/postgres/postmaster.ts'
import { type RunningPostgres, runPostgres } from '#apps/server/postgres/run-postgres.ts'

const PREFIX = 'linli-test-'
/** Tests need speed, not survival; a test that kills the server asks for `durable`. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export interface TestCluster {
  superuserUrl: string
  folder: string
  server: RunningPostgres
  dispose(): Promise<void>
}

/** One PostgreSQL in a temporary folder of its own. */
export async function startTestCluster(
  options: { durable?: boolean; settings?: Record<string, string | number> } = {},
): Promise<TestCluster> {
  await removeLeftovers()
  const folder = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`))
  const data = path.join(folder, 'postgres')
  const password = 'only-in-tests'
  await createCluster(data, password)
  const server = await runPostgres({
    folder: data,
    logFile: path.join(folder, 'postgres.log'),
    settings: { max_connections: 200, shared_buffers: '128MB', ...(options.durable ? {} : FAST), ...options.settings },
  })
  return {
    superuserUrl: `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/postgres`,
    folder,
    server,
    async dispose() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A run that was killed could not clean up after itself; the next one does. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    if (!owner || isAlive(owner)) continue
    const folder = path.join(tmpdir(), name)
    const postmaster = await readPostmaster(path.join(folder, 'postgres'))
    if (postmaster && isAlive(postmaster.pid)) {
      process.kill(postmaster.pid, 'SIGQUIT')
      await waitUntilGone(postmaster.pid, 5_000)
    }
    await rm(folder, { recursive: true, force: true })
  }
}
