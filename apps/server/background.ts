import { startWorker } from '#kernel/jobs/door.ts'
import { kernelJobs } from './kernel-jobs.ts'
import { modules, subscriptionsOf } from './modules.ts'
import type { Runtime } from './runtime.ts'

/** The worker: every module's jobs and subscriptions, beside the kernel's own. */
export async function startBackground(runtime: Runtime): Promise<{ stop(): Promise<void> }> {
  const worker = await startWorker({
    queueUrl: runtime.jobsUrl,
    db: runtime.worker,
    jobs: [...kernelJobs(runtime), ...modules.flatMap((module) => module.jobs ?? [])],
    subscriptions: subscriptionsOf(modules),
    log: runtime.log,
    clock: runtime.clock,
    concurrency: runtime.config.jobsAtOnce,
  })
  runtime.health.set('worker', async () => (worker.alive() ? null : 'stopped'))
  return worker
}
