import { setTimeout as pause } from 'node:timers/promises'
import { type QueueOptions, type RunningQueue, runQueue } from './run-queue.ts'

export type WorkerOptions = QueueOptions

export interface RunningWorker {
  stop(): Promise<void>
  /** False while the queue is being started again after a failure. */
  alive(): boolean
}

/** Runs the queue and starts it again when it gives up, as it does when the database is away for too long. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const stopped = new AbortController()
  // The first start fails loudly: a wrong password must not look like a short absence.
  let current: RunningQueue | undefined = await runQueue(options)
  const watching = watch()

  async function watch(): Promise<void> {
    while (!stopped.signal.aborted) {
      if (current) {
        const why = await Promise.race([
          current.ended.then(
            () => undefined,
            (error: unknown) => error,
          ),
          aborted(stopped.signal),
        ])
        const old = current
        current = undefined
        await old.stop()
        if (stopped.signal.aborted) return
        options.log.error('the queue gave up and is started again', { error: why })
      }
      await pause(1_000, undefined, { signal: stopped.signal }).catch(() => undefined)
      if (stopped.signal.aborted) return
      current = await runQueue(options).catch((error: unknown) => {
        options.log.warn('the queue cannot start yet', { error })
        return undefined
      })
    }
  }

  return {
    alive: () => current !== undefined,
    async stop() {
      stopped.abort()
      await watching
      await current?.stop()
    },
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    else signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}
