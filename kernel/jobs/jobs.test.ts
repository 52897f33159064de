import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createLogger } from '#platform/log.ts'
import { createTestDatabase, type TestDatabase } from '#testing/database.ts'
import {
  addJob,
  addManyJobs,
  createSubscriptions,
  defineJob,
  failedJobs,
  type IdsOnly,
  jobCounts,
  startWorker,
} from './door.ts'

let database: TestDatabase
let web: Kysely<unknown>, worker: Kysely<unknown>
const log = createLogger({ level: 'silent' })
const id = '01976f3e-1c2d-7000-8000-000000000001'

beforeAll(async () => {
  database = await createTestDatabase()
  web = createKysely(createPool({ url: database.urls.web, applicationName: 'test', max: 3 }))
  worker = createKysely(createPool({ url: database.urls.worker, applicationName: 'test', max: 6 }))
})
afterAll(async () => {
  await web.destroy()
  await worker.destroy()
  await database.dispose()
})

const add = (payload: IdsOnly, task = 'tests.nothing') =>
  web.transaction().execute((tx) => addJob(tx, { task, payload }))
const total = async () => (await jobCounts(web)).reduce((sum, one) => sum + one.jobs, 0)

test('a job exists if and only if the change was committed', async () => {
  await add({ caseId: id })
  await expect(
    web.transaction().execute(async (tx) => {
      await addJob(tx, { task: 'tests.nothing', payload: { caseId: id } })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await total()).toBe(1)
})

test('ids, dates, instants, short words and lists of them may travel', async () => {
  await expect(
    add({
      id,
      hash: 'a'.repeat(64),
      holder: `person:${id}`,
      day: '2026-12-01',
      at: '2026-12-01T09:00:00.123Z',
      kind: 'applications.accepted@1',
      n: 12,
      ids: [id, id],
      done: true,
      none: null,
    }),
  ).resolves.toBeGreaterThan(0)
})

test.each([
  ['a name', { who: '王小明' }],
  ['an identity number', { number: '990101195001010017' }],
  ['a telephone as text', { call: '13800001234' }],
  ['a telephone as a number', { call: 13800001234 }],
  ['a telephone inside a word', { call: 'tel-13800001234' }],
  ['a sentence', { text: 'please come' }],
  ['a name in a list', { ids: [id, '王小明'] }],
  ['an object', { person: { id } as unknown as string }],
])('%s may not travel in a job', async (_what, payload) => {
  const before = await total()
  await expect(add(payload as IdsOnly)).rejects.toMatchObject({ code: '23514' })
  await expect(
    web.transaction().execute((tx) => addManyJobs(tx, 'tests.nothing', [{ caseId: id }, payload as IdsOnly])),
  ).rejects.toMatchObject({ code: '23514' })
  expect(await total()).toBe(before)
})

test('the runtime reads no job and changes none', async () => {
  await expect(sql`select * from graphile_worker._private_jobs`.execute(web)).rejects.toMatchObject({ code: '42501' })
  await expect(sql`select jobs.revive('{1}')`.execute(web)).rejects.toMatchObject({ code: '42501' })
  await expect(sql`insert into jobs.effect (job_id, step) values (1, 'run')`.execute(web)).rejects.toMatchObject({
    code: '42501',
  })
})

test('a job runs as its own name, once in effect even when run again, and its failure shows no message', async () => {
  const seen: string[] = []
  let runs = 0
  const once = defineJob({
    name: 'tests.once',
    input: z.object({ caseId: z.string() }),
    async run({ caseId }, { runAsSystem }) {
      runs += 1
      await runAsSystem(async (tx) => {
        const { rows } = await sql<{ job: string }>`select current_setting('linli.job') as job`.execute(tx)
        seen.push(`${rows[0]?.job} ${caseId}`)
      })
      // As if the worker died after its commit.
      if (runs === 1) throw new Error('王小明 13800001234')
    },
  })
  const added = await add({ caseId: id }, once.name)
  const running = await startWorker({
    queueUrl: database.urls.jobs,
    db: worker,
    jobs: [once],
    subscriptions: createSubscriptions([]),
    log,
    pollInterval: 100,
  })
  try {
    await expect.poll(() => runs, { timeout: 15_000 }).toBe(1)
    await expect
      .poll(() => failedJobs(web))
      .toMatchObject([{ job_id: added, task: 'tests.once', error: 'Error', dead: false }])
    await expect.poll(() => runs, { timeout: 15_000 }).toBe(2)
    await expect.poll(() => failedJobs(web)).toEqual([])
    expect(seen).toEqual([`tests.once ${id}`])
  } finally {
    await running.stop()
  }
})

test('a job with a key that has not started is replaced, not doubled', async () => {
  const before = await total()
  for (const day of ['2026-12-01', '2026-12-02']) {
    await web
      .transaction()
      .execute((tx) =>
        addJob(tx, { task: 'tests.keyed', payload: { day }, key: `due:${id}`, runAt: '2099-01-01T00:00:00Z' }),
      )
  }
  expect(await total()).toBe(before + 1)
})

test('a job that takes longer than lost jobs rest is not taken for lost, by its own worker or another', async () => {
  let runs = 0
  let done = false
  const long = defineJob({
    name: 'tests.long',
    input: z.object({}),
    async run() {
      runs += 1
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      done = true
    },
  })
  const options = {
    queueUrl: database.urls.jobs,
    db: worker,
    jobs: [long],
    subscriptions: createSubscriptions([]),
    log,
    pollInterval: 50,
    reclaimAfterMs: 200,
  }
  const workers = await Promise.all([startWorker(options), startWorker(options)])
  try {
    await add({}, long.name)
    await expect.poll(() => done, { timeout: 10_000 }).toBe(true)
    expect(runs).toBe(1)
  } finally {
    await Promise.all(workers.map((one) => one.stop()))
  }
})
