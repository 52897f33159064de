import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** Any fixed number; it lives in the database `postgres`, apart from Linli's own. */
const INSTANCE_LOCK = 8_859_000_001

export interface InstanceLock {
  release(): Promise<void>
}

/**
 * A session lock says "a server runs on this data": it dies with its process, however that ends, and no number in a file
 * can be mistaken for another process. A server just killed needs a moment until its session is gone.
 */
export async function takeInstanceLock(superuserUrl: string, waitMs: number): Promise<InstanceLock | undefined> {
  const client = new pg.Client({ connectionString: superuserUrl, application_name: 'linli-instance', keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  for (const end = Date.now() + waitMs; ; await sleep(100)) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [INSTANCE_LOCK])
    if (rows[0]?.taken) return { release: () => client.end().catch(() => undefined) }
    if (Date.now() >= end) break
  }
  await client.end()
  return undefined
}
