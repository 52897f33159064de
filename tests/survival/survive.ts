import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningPostgres, runPostgres } from '#apps/server/postgres/run-postgres.ts'
import { startTestCluster } from '#testing/cluster.ts'
import { createTemplate, shareCluster } from '#testing/database.ts'
import { publishItems } from '#testing/publish-items.ts'
import { runningCases } from '#testing/running-cases.ts'
import { type ServerProcess, spawnServer } from '#testing/server-process.ts'
import { createWorld } from '#testing/world.ts'
import { startWriters } from './writers.ts'

export interface Survival {
  kills: number
  inFlightAtKill: number[]
  acknowledged: number
  retried: number
  lost: number
  doubled: number
}

export interface SurvivalOptions {
  target: 'server' | 'postgres'
  kills: number
  writers?: number
  /** The control: PostgreSQL then acknowledges before it is on disk, and something must be lost. */
  synchronousCommit?: 'on' | 'off'
}

/** Writers write, a killer in another process ends the server or PostgreSQL, and everything that was acknowledged must be there once. */
export async function survive({
  target,
  kills,
  writers: count = 16,
  synchronousCommit = 'on',
}: SurvivalOptions): Promise<Survival> {
  const settings = {
    synchronous_commit: synchronousCommit,
    ...(synchronousCommit === 'off'
      ? { wal_writer_delay: '10s', wal_writer_flush_after: '1GB', wal_buffers: '256MB' }
      : {}),
  }
  const cluster = await startTestCluster({ durable: true, settings })
  const folder = await mkdtemp(path.join(tmpdir(), 'linli-survive-'))
  const before = process.env.TEST_POSTGRES_SUPERUSER_URL
  let server: ServerProcess | undefined
  let postgres: RunningPostgres = cluster.server
  try {
    shareCluster(await createTemplate(cluster.superuserUrl))
    const keysFolder = path.join(folder, 'keys')
    const world = await createWorld({ keysFolder })
    await publishItems(world)
    const cases = await runningCases(world, count)
    // The set-up is on disk in the control too; only what the writers write is at stake.
    await world.look('checkpoint')
    const start = (port?: number) =>
      spawnServer({
        role: 'web',
        database: world.database,
        keysFolder,
        dataFolder: path.join(folder, 'data'),
        ...(port ? { port } : {}),
      })
    server = await start()
    const writers = await startWriters(world, cases, server.url)
    const inFlightAtKill: number[] = []
    for (let n = 0; n < kills; n++) {
      await sleep(300)
      const victim = target === 'server' ? server : postgres
      const killer = spawn(
        process.execPath,
        ['testing/kill-later.mjs', String(victim.pid), String(50 + Math.floor(Math.random() * 400))],
        { stdio: 'ignore' },
      )
      // The last moments before the end; at the end itself every connection is already cut.
      const moments: number[] = []
      const watch = setInterval(() => moments.push(writers.inFlight()), 1)
      await victim.exited
      clearInterval(watch)
      inFlightAtKill.push(Math.max(...moments.slice(-30)))
      killer.unref()
      if (target === 'server') server = await start(server.port)
      else
        postgres = await runPostgres({
          folder: path.join(cluster.folder, 'postgres'),
          logFile: path.join(cluster.folder, 'postgres.log'),
          port: postgres.port,
          settings: { max_connections: 200, ...settings },
        })
    }
    await sleep(300)
    await writers.finish()
    const rows = await world.lookAfresh<{ text: string; times: number }>(
      'select text, count(*)::int as times from cases.note group by text',
    )
    const times = new Map(rows.map((row) => [row.text, row.times]))
    return {
      kills,
      inFlightAtKill,
      acknowledged: writers.acknowledged.size,
      retried: writers.retried(),
      lost: [...writers.acknowledged].filter((word) => !times.has(word)).length,
      doubled: rows.filter((row) => row.times > 1).length,
    }
  } finally {
    await server?.stop()
    await postgres.stop()
    await rm(cluster.folder, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
    if (before) shareCluster(before)
  }
}
