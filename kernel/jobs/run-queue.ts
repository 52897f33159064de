import { EventEmitter } from 'node:events'
import { parseCronItems, run, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { shanghaiCron } from './cron.ts'
import type { AnyJob } from './define-job.ts'
import { holdPoolLock } from './pool-lock.ts'
import { queueLogger } from './queue-logger.ts'
import { type Tasks, taskListOf } from './task-list.ts'

export interface QueueOptions extends Tasks {
  /** Login of linli_jobs: reads the queue and nothing else. */
  queueUrl: string
  concurrency?: number
  pollInterval?: number
  /** How long a lost worker's jobs rest before another takes them. */
  reclaimAfterMs?: number
}

export interface RunningQueue {
  /** Rejects or resolves when the library gives up by itself. */
  ended: Promise<void>
  stop(): Promise<void>
}

/**
 * One run of the library, from its first connection to its last. Batches without delay, because only then does it watch
 * over the answer to the queue: if that fails, the run ends, another begins, and its jobs go back.
 */
export async function runQueue(options: QueueOptions): Promise<RunningQueue> {
  const { queueUrl, jobs, log, concurrency = 4, pollInterval = 500, reclaimAfterMs = 15_000 } = options
  const queue = new pg.Pool({ connectionString: queueUrl, max: concurrency + 3, application_name: 'linli-queue' })
  const lost = (error: Error) => log.warn('queue connection lost', { error })
  queue.on('error', lost)
  queue.on('connect', (client) => client.on('error', lost))
  const poolName = Promise.withResolvers<string>()
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => poolName.resolve(workerPool.id))
  try {
    const runner = await run({
      pgPool: queue,
      taskList: taskListOf(options, queue),
      parsedCronItems: parseCronItems(jobs.filter((job) => job.cron).map(cronItem)),
      concurrency,
      pollInterval,
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      noHandleSignals: true,
      events,
      logger: queueLogger(log),
    })
    runner.promise.catch(() => undefined)
    const lock = holdPoolLock({ queueUrl, poolName: await poolName.promise, graceMs: reclaimAfterMs, log })
    return {
      ended: runner.promise,
      async stop() {
        // Refused if it has ended by itself.
        await runner.stop().catch(() => undefined)
        await lock.release()
        await queue.end()
      },
    }
  } catch (error) {
    await queue.end()
    throw error
  }
}

/** A sweep that was missed is not made up for: the next one finds all that is due. */
function cronItem(job: AnyJob) {
  return { task: job.name, match: shanghaiCron(job.cron!), options: { backfillPeriod: 0, maxAttempts: 5 } }
}
