import pg from 'pg'
import type { Logger } from '#platform/log.ts'

export interface PoolLockOptions {
  queueUrl: string
  poolName: string
  graceMs: number
  log: Logger
}

/** How often marks of jobs and events that can no longer be repeated are removed. */
const SWEEP_MS = 6 * 60 * 60 * 1_000

/**
 * A connection of its own holds a session lock on the pool's name: it says "this worker lives" exactly as long as it
 * does, without a heartbeat row. Each round it also takes back the jobs of pools whose lock is gone.
 */
export function holdPoolLock({ queueUrl, poolName, graceMs, log }: PoolLockOptions): { release(): Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  let swept = 0

  async function beat(): Promise<void> {
    try {
      client ??= await connect()
      const reclaim = 'select jobs.reclaim($1, make_interval(secs => $2)) as lost'
      const { rows } = await client.query<{ lost: number }>(reclaim, [poolName, graceMs / 1_000])
      if (rows[0]!.lost > 0) log.warn('jobs of lost workers taken back', { workers: rows[0]!.lost })
      if (Date.now() - swept > SWEEP_MS) {
        await client.query('select jobs.sweep()')
        swept = Date.now()
      }
    } catch (error) {
      log.warn('queue lock lost', { error })
      await drop()
    }
    if (!stopped)
      timer = setTimeout(
        () => {
          round = beat()
        },
        Math.min(5_000, graceMs / 3),
      )
  }

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: queueUrl, application_name: 'linli-queue-lock', keepAlive: true })
    fresh.on('error', () => {
      if (client === fresh) client = undefined
    })
    await fresh.connect()
    await fresh.query('select pg_advisory_lock(hashtextextended($1, 0))', [poolName])
    return fresh
  }

  async function drop(): Promise<void> {
    const old = client
    client = undefined
    await old?.end().catch(() => undefined)
  }

  round = beat()
  return {
    async release() {
      stopped = true
      clearTimeout(timer)
      await round
      clearTimeout(timer)
      await drop()
    },
  }
}
