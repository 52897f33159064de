import type { z } from 'zod'
import type { Tx } from '#platform/contract.ts'
import type { Logger } from '#platform/log.ts'

export interface JobContext {
  job: { id: number; name: string; attempt: number }
  log: Logger
  signal: AbortSignal
  /** The instant at which this run began, by the installation's clock. */
  now: string
  /**
   * A transaction as `system:<job>` whose effect happens once for this job, however often the job is run.
   * A job with several transactions names each as a step. Undefined: the step had been done before.
   */
  runAsSystem<T>(run: (tx: Tx) => Promise<T>, step?: string): Promise<T | undefined>
  /** The worker's pool outside any transaction, for a job that must talk to the outside between two of them. */
  db: Tx
}

export interface Job<Input = unknown> {
  name: string
  input: z.ZodType<Input>
  /** A sweep: minute hour day month weekday, in Asia/Shanghai hours. */
  cron?: string
  run(input: Input, context: JobContext): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: a worker runs jobs of any input; each checks its own
export type AnyJob = Job<any>

const NAME = /^[a-z][a-z-]*(\.[a-z][a-zA-Z-]*)+$/

export function defineJob<Input>(job: Job<Input>): Job<Input> {
  if (!NAME.test(job.name)) throw new Error(`job ${job.name}: a job is named part.what-it-does`)
  return job
}
