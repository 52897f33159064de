import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createLogger } from '#platform/log.ts'
import { createTestDatabase } from '#testing/database.ts'
import { addManyJobs, createSubscriptions, defineJob, jobCounts, startWorker } from './door.ts'

const JOBS = 150
const CUTS = 6

test(`a worker whose connections are all cut ${CUTS} times comes back and does ${JOBS} jobs once each`, {
  timeout: 90_000,
}, async () => {
  const database = await createTestDatabase()
  const open = (url: string, max: number) =>
    createKysely<unknown>(createPool({ url, applicationName: 'test-cut', max }))
  const superuser = open(database.urls.superuser, 2)
  const web = open(database.urls.web, 2)
  const db = open(database.urls.worker, 6)
  await sql`create table public.probe (n int)`.execute(superuser)
  await sql`grant insert on public.probe to linli_worker`.execute(superuser)
  const probe = defineJob({
    name: 'tests.probe',
    input: z.object({ n: z.number() }),
    async run({ n }, { runAsSystem }) {
      await pause(Math.random() * 20)
      await runAsSystem((tx) => sql`insert into public.probe values (${n})`.execute(tx))
    },
  })
  const worker = await startWorker({
    queueUrl: database.urls.jobs,
    db,
    jobs: [probe],
    subscriptions: createSubscriptions([]),
    log: createLogger({ level: 'silent' }),
    pollInterval: 50,
    reclaimAfterMs: 600,
  })
  try {
    await web.transaction().execute((tx) =>
      addManyJobs(
        tx,
        probe.name,
        Array.from({ length: JOBS }, (_, n) => ({ n })),
      ),
    )
    for (let cut = 0; cut < CUTS; cut++) {
      await pause(100 + Math.random() * 300)
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename in ('linli_jobs', 'linli_worker')`.execute(
        superuser,
      )
    }
    // A job cut off several times rests for a minute and more before its next attempt; the test does not wait for that.
    const unrested = async () => {
      await sql`update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null`.execute(
        superuser,
      )
      return jobCounts(web)
    }
    await expect.poll(unrested, { timeout: 60_000, interval: 200 }).toEqual([])
    const { rows } = await sql<{ n: number }>`select n from public.probe order by n`.execute(superuser)
    expect(rows.map((row) => row.n)).toEqual(Array.from({ length: JOBS }, (_, n) => n))
    expect(worker.alive()).toBe(true)
  } finally {
    await worker.stop()
    await Promise.all([superuser.destroy(), web.destroy(), db.destroy()])
    await database.dispose()
  }
})
