import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'
import type { Job } from './define-job.ts'

export type IdsOnly = Record<string, string | number | boolean | null | readonly string[]>

export interface NewJob {
  task: string
  payload: IdsOnly
  /** A job with the same key that has not started yet is replaced. */
  key?: string
  /** An ISO instant. */
  runAt?: string
  /** Jobs of one queue run one after another. Few names: every poll locks all free queues. */
  queue?: string
}

/** Adds a job in the caller's transaction: it exists if and only if the change does. */
export async function addJob(tx: Tx, { task, payload, key, runAt, queue }: NewJob): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select jobs.add(${task}, ${JSON.stringify(payload)}::jsonb, ${key ?? null}, ${runAt ?? null}::timestamptz, ${queue ?? null}) as id
  `.execute(tx)
  return Number(rows[0]!.id)
}

/** The same with the input checked against the job's own declaration. */
export function addJobOf<Input extends IdsOnly>(
  tx: Tx,
  job: Job<Input>,
  payload: Input,
  more: Omit<NewJob, 'task' | 'payload'> = {},
) {
  return addJob(tx, { task: job.name, payload: job.input.parse(payload), ...more })
}

export async function addManyJobs(tx: Tx, task: string, payloads: readonly IdsOnly[]): Promise<number> {
  const texts = payloads.map((payload) => JSON.stringify(payload))
  const { rows } = await sql<{ added: number }>`select jobs.add_many(${task}, ${texts}::jsonb[]) as added`.execute(tx)
  return Number(rows[0]!.added)
}
