import { type JobContext, runAsSystem } from '#kernel/jobs/door.ts'
import type { Tx } from '#platform/contract.ts'

const first = '00000000-0000-0000-0000-000000000000'

/**
 * A sweep over however many cases: they are found by pages and handled one transaction each, so that a kill leaves some
 * done and the rest to the next run, and nobody waits for a lock longer than for one case.
 */
export async function eachCase(
  job: Pick<JobContext, 'db' | 'job' | 'now' | 'signal'>,
  find: (tx: Tx, after: string) => Promise<string[]>,
  handle: (tx: Tx, caseId: string, now: string) => Promise<void>,
): Promise<void> {
  let after: string | undefined = first
  while (after && !job.signal.aborted) {
    const from: string = after
    const page: string[] = await runAsSystem(job.db, job.job.name, (tx) => find(tx, from))
    for (const caseId of page) {
      if (job.signal.aborted) return
      await runAsSystem(job.db, job.job.name, (tx) => handle(tx, caseId, job.now))
    }
    after = page.at(-1)
  }
}
