import { type LogFunctionFactory, Logger as QueueLogger } from 'graphile-worker'
import type { Logger } from '#platform/log.ts'

/** graphile-worker's messages quote payloads and error texts: only the event's kind and its ids are kept. */
export function queueLogger(log: Logger): QueueLogger {
  const factory: LogFunctionFactory = (scope) => (level, message) => {
    const name = level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug'
    log[name](`queue ${message.split(/[:(`'"]/, 1)[0]?.trim()}`, { task: scope.taskIdentifier, job: scope.jobId })
  }
  return new QueueLogger(factory)
}

export const quietLogger = new QueueLogger(() => () => undefined)
