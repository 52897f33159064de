import { createSubscriptions, type Job, type Subscription, startWorker } from '#kernel/jobs/door.ts'
import type { Runtime } from './runtime.ts'

/** All background work of all features. */
const jobs: readonly Job<never>[] = []
const subscriptions: readonly Subscription[] = []

export async function startBackground(runtime: Runtime): Promise<{ stop(): Promise<void> }> {
  const worker = await startWorker({
    queueUrl: runtime.jobsUrl,
    db: runtime.worker,
    jobs,
    subscriptions: createSubscriptions(subscriptions),
    log: runtime.log,
    concurrency: runtime.config.jobsAtOnce,
  })
  runtime.health.set('worker', async () => (worker.alive() ? null : 'stopped'))
  return worker
}
