import { sql } from 'kysely'
import { z } from 'zod'
import { createSubscriptions, defineJob, startWorker } from '#kernel/jobs/door.ts'
import { type AddressBook, createFileProvider, reconcileJob, sendJob } from '#kernel/notifications/door.ts'
import { systemClock } from '#platform/clock.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createLogger } from '#platform/log.ts'

/** A worker in a process of its own, to be killed at any moment. It writes one row per effect into `public.probe`. */
const [queueUrl, workerUrl, messages] = process.argv.slice(2) as [string, string, string]
const db = createKysely<unknown>(createPool({ url: workerUrl, applicationName: 'test-worker', max: 6 }))
const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 20))

const probe = defineJob({
  name: 'tests.probe',
  input: z.object({ n: z.number() }),
  async run({ n }, { runAsSystem }) {
    await pause()
    await runAsSystem((tx) => sql`insert into public.probe (kind, n) values ('job', ${n})`.execute(tx))
    await pause()
  },
})

const file = createFileProvider(messages, systemClock)
// Slow and now and then silent after having taken the message, as gateways are.
const provider: typeof file = {
  ...file,
  async send(message) {
    await pause()
    const answer = await file.send(message)
    if (Math.random() < 0.1) throw new Error('no answer')
    await pause()
    return answer
  },
}
const addressBook: AddressBook = { addressOf: async () => ({ address: '19900000001', language: 'zh-CN' }) }

const subscriptions = createSubscriptions([
  {
    consumer: 'tests',
    event: 'tests.happened@1',
    async run(tx, { caseId, ids }) {
      await pause()
      if (Math.random() < 0.05) throw new Error('now and then a consumer fails')
      await sql`insert into public.probe (kind, case_id, n) values ('event', ${caseId}::uuid, ${ids.n})`.execute(tx)
    },
  },
])

await startWorker({
  queueUrl,
  db,
  jobs: [probe, sendJob({ provider, addressBook, office: '测试街道' }), reconcileJob(provider, 1)],
  subscriptions,
  log: createLogger({ level: 'silent' }),
  pollInterval: 50,
  reclaimAfterMs: 600,
})
process.stdout.write('started\n')
