import { EventEmitter } from 'node:events'
import { parseCronItems, type Job as QueueJob, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Tx } from '#platform/contract.ts'
import { errorLabel, type Logger } from '#platform/log.ts'
import { shanghaiCron } from './cron.ts'
import type { Job } from './define-job.ts'
import { deliverEvent, EarlierEventPending } from './deliver-event.ts'
import type { Subscriptions } from './events.ts'
import { holdPoolLock } from './pool-lock.ts'
import { queueLogger } from './queue-logger.ts'
import { runOnceAsSystem } from './run-as-system.ts'

export interface WorkerOptions {
  /** Login of linli_jobs: reads the queue and nothing else. */
  queueUrl: string
  /** Login of linli_worker: where handlers do their work. */
  db: Tx
  jobs: readonly Job<never>[]
  subscriptions: Subscriptions
  log: Logger
  concurrency?: number
  pollInterval?: number
  /** How long a lost worker's jobs rest before another takes them. */
  reclaimAfterMs?: number
}

export interface RunningWorker {
  stop(): Promise<void>
  /** Settles when the worker ends by itself, which is a failure unless `stop` was called. */
  ended: Promise<void>
  alive(): boolean
}

export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { queueUrl, jobs, subscriptions, log, concurrency = 4, pollInterval = 500 } = options
  const queue = new pg.Pool({ connectionString: queueUrl, max: concurrency + 3, application_name: 'linli-queue' })
  const lost = (error: Error) => log.warn('queue connection lost', { error })
  queue.on('error', lost)
  queue.on('connect', (client) => client.on('error', lost))
  const poolName = Promise.withResolvers<string>()
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => poolName.resolve(workerPool.id))
  const taskList: TaskList = {}
  for (const job of jobs)
    taskList[job.name] = (payload, helpers) => runJob(job as Job, payload, helpers.job, helpers.abortSignal)
  for (const consumer of subscriptions.consumers()) {
    taskList[`consume:${consumer}`] = (payload, { job }) =>
      guarded(`consume:${consumer}`, job, () =>
        deliverEvent({
          jobId: Number(job.id),
          consumer,
          payload: payload as Record<string, unknown>,
          queue,
          db: options.db,
          subscriptions,
        }),
      )
  }
  const runner = await run({
    pgPool: queue,
    taskList,
    parsedCronItems: parseCronItems(
      jobs
        .filter((job) => job.cron)
        .map((job) => ({
          task: job.name,
          match: shanghaiCron(job.cron!),
          options: { backfillPeriod: 0, maxAttempts: 5 },
        })),
    ),
    concurrency,
    pollInterval,
    noHandleSignals: true,
    events,
    logger: queueLogger(log),
  })
  const lock = holdPoolLock({
    queueUrl,
    poolName: await poolName.promise,
    graceMs: options.reclaimAfterMs ?? 15_000,
    log,
  })
  let alive = true
  const ended = runner.promise.finally(() => {
    alive = false
  })
  ended.catch(() => undefined)
  return {
    ended,
    alive: () => alive,
    async stop() {
      if (alive) await runner.stop().catch(() => undefined)
      await lock.release()
      await queue.end()
    },
  }

  function runJob(job: Job, payload: unknown, row: QueueJob, signal: AbortSignal): Promise<void> {
    return guarded(job.name, row, () => {
      const { _cron, ...input } = payload as Record<string, unknown>
      const about = { id: Number(row.id), name: job.name, attempt: row.attempts }
      return job.run(job.input.parse(input), {
        job: about,
        log: log.with({ job: about.name, jobId: about.id }),
        signal,
        db: options.db,
        runAsSystem: (work, step = 'run') => runOnceAsSystem(options.db, { job: job.name, id: about.id, step }, work),
      })
    })
  }

  /** The queue stores the message of what a handler throws: a class and a code, for a message may quote a row. */
  async function guarded(task: string, row: QueueJob, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (error instanceof EarlierEventPending) throw error
      const last = row.attempts >= row.max_attempts
      log[last ? 'error' : 'warn'](last ? 'job is dead' : 'job failed', {
        task,
        jobId: Number(row.id),
        attempt: row.attempts,
        error,
      })
      throw new Error(errorLabel(error))
    }
  }
}
