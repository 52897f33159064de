import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import pg from 'pg'
import { runAsSystem } from '#kernel/jobs/door.ts'
import { tellDueReminders } from '#kernel/notifications/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { startTestCluster } from '#testing/cluster.ts'
import { createTemplate, createTestDatabase, shareCluster } from '#testing/database.ts'

/**
 * N due reminders become in-app notices and, two thirds of them, messages in the outbox, by one run of the sweep on a
 * server that flushes to disk. The reference is the same number of rows copied once into a plain table.
 */
const N = Number(process.argv[2] ?? 100_000)
const GOAL_SECONDS = 3

const cluster = await startTestCluster({ durable: true })
try {
  shareCluster(await createTemplate(cluster.superuserUrl))
  const database = await createTestDatabase()
  const owner = new pg.Pool({ connectionString: database.urls.owner, max: 1 })
  const worker = createKysely<unknown>(createPool({ url: database.urls.worker, applicationName: 'bench', max: 2 }))
  await owner.query(
    `insert into notifications.reminder (key, holder_key, template, params, due_at)
     select 'bench:' || n, 'person:' || uuidv7(), (array['reminders.birthday', 'reminders.yearlyReview', 'reminders.relatedItem'])[1 + n % 3],
       jsonb_build_object('age', 70, 'item', '敬老卡申领', 'due', '2026-12-31'), timestamptz '2026-12-01' - make_interval(secs => n)
     from generate_series(1, $1) as n`,
    [N],
  )
  await owner.query('create table notifications.plain (like notifications.reminder)')
  await owner.query('analyze notifications.reminder')
  const reference = await seconds(() =>
    owner.query('insert into notifications.plain select * from notifications.reminder'),
  )
  let told = 0
  const took = await seconds(async () => {
    told = await runAsSystem(worker, 'notifications.remind', (tx) => tellDueReminders(tx, '2026-12-01T00:00:00Z'))
  })
  const again = await runAsSystem(worker, 'notifications.remind', (tx) => tellDueReminders(tx, '2026-12-01T00:00:00Z'))
  const counted = await owner.query(
    'select (select count(*)::int from notifications.notice) as notices, (select count(*)::int from notifications.outbox) as outbox',
  )
  const { rows } = await sql<{ server: string }>`select current_setting('server_version') as server`.execute(worker)
  const result = {
    bench: 'reminders',
    n: N,
    seconds: round(took),
    goalSeconds: GOAL_SECONDS,
    perSecond: Math.round(N / took),
    ratioToPlainCopy: round(took / reference),
    ...counted.rows[0],
    toldAgain: again,
    postgres: rows[0]?.server,
    node: process.version,
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
  if (told !== N || again !== 0 || result.notices !== N || took > (GOAL_SECONDS * N) / 100_000) process.exitCode = 1
  await owner.end()
  await worker.destroy()
} finally {
  await cluster.dispose()
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
