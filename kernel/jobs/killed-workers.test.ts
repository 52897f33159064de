import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createTestDatabase, type TestDatabase, TREE } from '#testing/database.ts'
import { addManyJobs, emitEvent, jobCounts, setSubscriptions } from './door.ts'

const JOBS = 200
const CASES = 10
const EVENTS = 12
const KILLS = 4

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.dispose())

async function startProcess(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      path.join(TREE, 'testing/worker-process.ts'),
      database.urls.jobs,
      database.urls.worker,
      tmpdir(),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: TREE },
  )
  await once(child.stdout!, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

test(`two workers killed ${KILLS} times: ${JOBS} jobs and ${CASES}×${EVENTS} events, each once, events in order per case`, {
  timeout: 120_000,
}, async () => {
  const owner = createKysely<unknown>(createPool({ url: database.urls.superuser, applicationName: 'test', max: 2 }))
  const web = createKysely<unknown>(createPool({ url: database.urls.web, applicationName: 'test', max: 4 }))
  const workers: ChildProcess[] = []
  try {
    await sql`create table public.probe (seq bigint generated always as identity, kind text, case_id uuid, n int)`.execute(
      owner,
    )
    await sql`grant insert on public.probe to linli_worker`.execute(owner)
    setSubscriptions([{ consumer: 'tests', event: 'tests.happened@1', run: async () => undefined }])
    await web.transaction().execute((tx) =>
      addManyJobs(
        tx,
        'tests.probe',
        Array.from({ length: JOBS }, (_, n) => ({ n })),
      ),
    )
    const cases = Array.from({ length: CASES }, () => crypto.randomUUID())
    for (let n = 0; n < EVENTS; n++) {
      for (const caseId of cases)
        await web.transaction().execute((tx) => emitEvent(tx, { name: 'tests.happened@1', caseId, ids: { n } }))
    }
    workers.push(await startProcess(), await startProcess())
    for (let kills = 0; kills < KILLS; kills++) {
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 250))
      const victim = kills % 2
      await kill(workers[victim]!)
      workers[victim] = await startProcess()
    }
    await expect.poll(() => jobCounts(web), { timeout: 90_000, interval: 200 }).toEqual([])
    const { rows } = await sql<{
      kind: string
      case_id: string
      n: number
    }>`select kind, case_id, n from public.probe order by seq`.execute(owner)
    const jobs = rows.filter((row) => row.kind === 'job').map((row) => row.n)
    expect([...jobs].sort((a, b) => a - b)).toEqual(Array.from({ length: JOBS }, (_, n) => n))
    for (const caseId of cases) {
      expect(rows.filter((row) => row.case_id === caseId).map((row) => row.n)).toEqual(
        Array.from({ length: EVENTS }, (_, n) => n),
      )
    }
  } finally {
    await Promise.all(workers.map(kill))
    await web.destroy()
    await owner.destroy()
  }
})
