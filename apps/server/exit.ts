import { StartProblem } from '#platform/config/start-problem.ts'

/** A problem that the operator can remedy is one sentence; anything else keeps its stack, for us. */
export function exitWith(error: unknown): never {
  if (error instanceof StartProblem) console.error(error.message)
  else if ((error as Error)?.name === 'AbortError') process.exit(130)
  else console.error(error)
  process.exit(1)
}

/** Ctrl-C or SIGTERM asks for a clean stop; a second one does not wait for it. */
export function stopOnSignal(): AbortSignal {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130)
      stop.abort()
    })
  }
  return stop.signal
}
