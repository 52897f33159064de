import { sql } from 'kysely'
import type { Tx } from '#platform/contract.ts'

/** A transaction on the worker's pool that row security knows as `system:<job>`. */
export function runAsSystem<T>(db: Tx, job: string, run: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('linli.job', ${job}, true)`.execute(tx)
    return run(tx)
  })
}

/** The same, done once: a second run of the job finds the mark of the first and leaves without effect. */
export function runOnceAsSystem<T>(
  db: Tx,
  mark: { job: string; id: number; step: string },
  run: (tx: Tx) => Promise<T>,
): Promise<T | undefined> {
  return runAsSystem(db, mark.job, async (tx) => {
    const { numAffectedRows } =
      await sql`insert into jobs.effect (job_id, step) values (${mark.id}, ${mark.step}) on conflict do nothing`.execute(
        tx,
      )
    return numAffectedRows === 1n ? run(tx) : undefined
  })
}
