import { modules, subscriptionsOf } from '#apps/server/modules.ts'
import { addJob, failedJobs, jobCounts, startWorker } from '#kernel/jobs/door.ts'
import { type OutgoingMessage, remindJob, sendJob } from '#kernel/notifications/door.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { createLogger } from '#platform/log.ts'
import type { World } from './world.ts'

export interface Background {
  /** Adds these sweeps to the queue and works until it is empty, events and messages included. */
  run(...sweeps: string[]): Promise<void>
  /** What was handed to the carrier of messages. */
  sent: OutgoingMessage[]
  stop(): Promise<void>
}

/** The real worker on the world's database and clock; sweeps run when a test says so instead of by the hour. */
export async function startBackground(world: World, workers = 1): Promise<Background> {
  const db = createKysely<unknown>(
    createPool({ url: world.database.urls.worker, applicationName: 'test-worker', max: 4 * workers + 2 }),
  )
  const sent: OutgoingMessage[] = []
  const provider = {
    name: 'tests',
    send: async (message: OutgoingMessage) => {
      sent.push(message)
      return { accepted: true as const, providerId: message.id }
    },
    find: async () => null,
  }
  const addressBook = { addressOf: async () => ({ address: '19900000001', language: 'zh-CN' as const }) }
  const all = [
    sendJob({ provider, addressBook, office: '测试街道' }),
    remindJob(world.clock),
    ...modules.flatMap((module) => module.jobs ?? []),
  ]
  const options = {
    queueUrl: world.database.urls.jobs,
    db,
    jobs: all.map(({ cron: _whenTold, ...job }) => job),
    subscriptions: subscriptionsOf(modules),
    log: createLogger({ level: 'silent' }),
    clock: world.clock,
    pollInterval: 50,
  }
  const running = await Promise.all(Array.from({ length: workers }, () => startWorker(options)))
  return {
    sent,
    async run(...sweeps) {
      for (const task of sweeps) await db.transaction().execute((tx) => addJob(tx, { task, payload: {} }))
      const end = Date.now() + 15_000
      while ((await jobCounts(db)).length > 0) {
        const [failed] = await failedJobs(db)
        if (failed) throw new Error(`${failed.task} failed: ${failed.error}`)
        if (Date.now() > end) throw new Error(`still at work: ${JSON.stringify(await jobCounts(db))}`)
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
    },
    async stop() {
      await Promise.all(running.map((worker) => worker.stop()))
      await db.destroy()
    },
  }
}

/** Every notice told so far, oldest first. */
export async function notices(world: World, caseId?: string) {
  return world.look<{ to: string; template: string; params: Record<string, string | number> }>(
    `select holder_key as to, template, params from notifications.notice where $1::uuid is null or case_id = $1 order by id`,
    [caseId ?? null],
  )
}
