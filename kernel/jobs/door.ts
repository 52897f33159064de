export { addJob, addJobOf, addManyJobs, type IdsOnly, type NewJob } from './add-job.ts'
export { type AnyJob, defineJob, type Job, type JobContext } from './define-job.ts'
export {
  createSubscriptions,
  type DeliveredEvent,
  emitEvent,
  type NewEvent,
  type Subscription,
  type Subscriptions,
  setSubscriptions,
} from './events.ts'
export { type FailedJob, failedJobs, type JobCount, jobCounts } from './failed-jobs.ts'
export { installQueue } from './install-queue.ts'
export { runAsSystem } from './run-as-system.ts'
export { type RunningWorker, startWorker, type WorkerOptions } from './worker.ts'
