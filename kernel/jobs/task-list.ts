import type { Job as QueueJob, TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { type Clock, systemClock } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import { errorLabel, type Logger } from '#platform/log.ts'
import type { AnyJob, Job } from './define-job.ts'
import { deliverEvent, EarlierEventPending } from './deliver-event.ts'
import type { Subscriptions } from './events.ts'
import { runOnceAsSystem } from './run-as-system.ts'

export interface Tasks {
  jobs: readonly AnyJob[]
  subscriptions: Subscriptions
  /** Login of linli_worker: where handlers do their work. */
  db: Tx
  log: Logger
  clock?: Clock
}

/** What the queue may run: every job by its name, and one task per consumer of events. */
export function taskListOf({ jobs, subscriptions, db, log, clock = systemClock }: Tasks, queue: Pool): TaskList {
  const tasks: TaskList = {}
  for (const job of jobs) {
    tasks[job.name] = (payload, helpers) =>
      guarded(log, job.name, helpers.job, () =>
        runJob({ db, log, clock }, job, payload, helpers.job, helpers.abortSignal),
      )
  }
  for (const consumer of subscriptions.consumers()) {
    const task = `consume:${consumer}`
    tasks[task] = (payload, { job }) =>
      guarded(log, task, job, () => {
        const delivery = { jobId: Number(job.id), consumer, payload: payload as Record<string, unknown> }
        return deliverEvent({ ...delivery, queue, db, subscriptions, now: clock.now() })
      })
  }
  return tasks
}

function runJob(
  { db, log, clock }: { db: Tx; log: Logger; clock: Clock },
  job: Job,
  payload: unknown,
  row: QueueJob,
  signal: AbortSignal,
): Promise<void> {
  // The queue's own note of when a sweep was due is no input.
  const { _cron, ...input } = payload as Record<string, unknown>
  const about = { id: Number(row.id), name: job.name, attempt: row.attempts }
  return job.run(job.input.parse(input), {
    job: about,
    log: log.with({ job: about.name, jobId: about.id }),
    signal,
    now: clock.now(),
    db,
    runAsSystem: (work, step = 'run') => runOnceAsSystem(db, { job: job.name, id: about.id, step }, work),
  })
}

/** The queue stores the message of what a handler throws: a class and a code, for a message may quote a row. */
async function guarded(log: Logger, task: string, row: QueueJob, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof EarlierEventPending) throw error
    const dead = row.attempts >= row.max_attempts
    const about = { task, jobId: Number(row.id), attempt: row.attempts, error }
    if (dead) log.error('job is dead', about)
    else log.warn('job failed', about)
    throw new Error(errorLabel(error))
  }
}
