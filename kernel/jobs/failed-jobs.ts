import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

export interface JobCount {
  task: string
  state: 'ready' | 'scheduled' | 'running' | 'retrying' | 'dead'
  jobs: number
  oldest: string
}

export interface FailedJob {
  job_id: number
  task: string
  event_id: string | null
  attempts: number
  dead: boolean
  error: string
  next_at: string
}

/** For /metrics: how many jobs of each kind, in which state, the oldest since when. */
export async function jobCounts(db: Tx): Promise<JobCount[]> {
  return (await sql<JobCount>`select * from jobs.counts()`.execute(db)).rows
}

/** For doctor: what failed and is retried, and the dead letters. */
export async function failedJobs(db: Tx): Promise<FailedJob[]> {
  return (await sql<FailedJob>`select * from jobs.failed()`.execute(db)).rows
}
