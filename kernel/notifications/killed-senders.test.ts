import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addJob } from '#kernel/jobs/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createTestDatabase, TREE } from '#testing/database.ts'

const MESSAGES = 120
const KILLS = 4

test(`two senders killed ${KILLS} times, a gateway that falls silent: ${MESSAGES} messages, each sent once`, {
  timeout: 120_000,
}, async () => {
  const database = await createTestDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'linli-messages-'))
  const superuser = createKysely<unknown>(createPool({ url: database.urls.superuser, applicationName: 'test', max: 2 }))
  const web = createKysely<unknown>(createPool({ url: database.urls.web, applicationName: 'test', max: 2 }))
  const workers: ChildProcess[] = []

  const start = async () => {
    const script = path.join(TREE, 'testing/worker-process.ts')
    const args = ['--import', 'tsx', script, database.urls.jobs, database.urls.worker, folder]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: TREE })
    await once(child.stdout!, 'data')
    return child
  }
  const kill = async (child: ChildProcess) => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  /** What the sweeps of the minute do, and without waiting for the backoff of a message that nobody answered. */
  const sweep = async () => {
    await sql`update notifications.outbox set next_at = now() where state in ('ambiguous', 'queued')`.execute(superuser)
    await web.transaction().execute(async (tx) => {
      await addJob(tx, { task: 'notifications.reconcile', payload: {} })
      await addJob(tx, { task: 'notifications.send', payload: {} })
    })
  }
  const left = async () => {
    await sweep()
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from notifications.outbox where state <> 'sent'`.execute(superuser)
    return Number(rows[0]!.n)
  }

  try {
    await sql`with notice as (
        insert into notifications.notice (holder_key, template, params)
        select 'person:' || uuidv7(), 'applications.concluded', jsonb_build_object('number', 'N-' || n) from generate_series(1, ${MESSAGES}::int) as n
        returning id)
      insert into notifications.outbox (notice_id, channel) select id, 'message' from notice`.execute(superuser)
    workers.push(await start(), await start())
    for (let kills = 0; kills < KILLS; kills++) {
      await sweep()
      await pause(50 + Math.random() * 300)
      const victim = kills % 2
      await kill(workers[victim]!)
      workers[victim] = await start()
    }
    await expect.poll(left, { timeout: 80_000, interval: 400 }).toBe(0)
    const texts = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')))
    const numbers = texts
      .flatMap((text) => text.trim().split('\n'))
      .map((line) => /N-\d+/.exec(JSON.parse(line).body)![0])
    expect(numbers.sort()).toEqual(Array.from({ length: MESSAGES }, (_, n) => `N-${n + 1}`).sort())
  } finally {
    await Promise.all(workers.map(kill))
    await Promise.all([superuser.destroy(), web.destroy()])
    await database.dispose()
    await rm(folder, { recursive: true, force: true })
  }
})
